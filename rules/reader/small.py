"""The small reader: vectors of pieces, a window of three that slides over them, the strongest of each kind.

Distilled from the large one; weighs 3 KB of text in a few milliseconds. Numpy is imported when it is made.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rules.reader.weights import Weights

if TYPE_CHECKING:
    import numpy as np

MOST_PIECES = 96
_AT_ONCE = 64


class SmallJudge:
    """Weighs texts with the small weights."""

    def __init__(self, weights: Weights) -> None:
        """Raises ImportError without numpy, KeyError for weights of another kind."""
        import numpy as np

        self._weights = weights
        self._pieces = weights.pieces()
        self._vectors = weights.array("vectors")
        self._sizes = weights.array("sizes").astype(np.float32)
        self._arrays = {
            name: weights.array(name).astype(np.float32)
            for name in ("window-shift", "inner", "inner-shift", "head", "head-shift")
        }
        self._thirds = np.split(weights.array("window").astype(np.float32), 3)

    @property
    def weights(self) -> Weights:
        """What it was made from."""
        return self._weights

    def weigh(self, texts: Sequence[str]) -> list[list[float]]:
        """The logits of each text."""
        said: list[list[float]] = []
        for start in range(0, len(texts), _AT_ONCE):
            rows = [self._pieces.cut(text)[:MOST_PIECES] or [0] for text in texts[start : start + _AT_ONCE]]
            said += self._batch(rows).tolist()
        return said

    def _batch(self, rows: Sequence[list[int]]) -> "np.ndarray":
        # A piece is taken through the window once however often it stands in the texts, by what it adds in each of
        # the three places. Then row by row: what one row needs stays in the processor's cache.
        import numpy as np

        kinds, places = np.unique(np.array([number for row in rows for number in row]), return_inverse=True)
        vectors = self._of(kinds)
        left, middle, right = (vectors @ third for third in self._thirds)
        middle += self._arrays["window-shift"]
        cuts = np.cumsum([len(row) for row in rows])[:-1]
        seen = np.empty((len(rows), left.shape[1] + vectors.shape[1]), np.float32)
        for into, row in zip(seen, np.split(places, cuts), strict=True):
            met = middle[row]
            met[1:] += left[row[:-1]]
            met[:-1] += right[row[1:]]
            into[: left.shape[1]] = np.maximum(met.max(0), 0)
            into[left.shape[1] :] = vectors[row].mean(0)
        return self._logits(seen)

    def _of(self, kinds: "np.ndarray") -> "np.ndarray":
        vectors: np.ndarray = self._vectors[kinds] * self._sizes[kinds][:, None]
        return vectors

    def _logits(self, seen: "np.ndarray") -> "np.ndarray":
        import numpy as np

        held = self._arrays
        inner = np.maximum(seen @ held["inner"] + held["inner-shift"], 0)
        logits: np.ndarray = inner @ held["head"] + held["head-shift"]
        return logits
