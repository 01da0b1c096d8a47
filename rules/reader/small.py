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
        self._window = _side_by_side(weights.array("window").astype(np.float32))

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
        # The rows one after another, a blank around each: no row is as long as the longest. A piece is taken
        # through the window once however often it stands in the texts, by its part on each of the three places.
        import numpy as np

        lengths = np.array([len(row) for row in rows])
        starts = np.cumsum(lengths + 1) - lengths
        blank = len(self._vectors)
        flat = np.array([blank, *(number for row in rows for number in (*row, blank))])
        kinds, places = np.unique(flat, return_inverse=True)
        vectors = self._of(kinds[:-1])
        parts = vectors @ self._window
        width = parts.shape[1] // 3
        held = self._arrays
        met = held["window-shift"] + parts[places[:-2], :width]
        met += parts[places[1:-1], width : 2 * width]
        met += parts[places[2:], 2 * width :]
        strongest = np.maximum(_over(np.maximum, met, starts - 1, lengths), 0)
        mean = _over(np.add, vectors[places], starts, lengths) / lengths[:, None]
        seen = np.concatenate([strongest, mean], axis=1)
        inner = np.maximum(seen @ held["inner"] + held["inner-shift"], 0)
        logits: np.ndarray = inner @ held["head"] + held["head-shift"]
        return logits

    def _of(self, kinds: "np.ndarray") -> "np.ndarray":
        # The vectors of these pieces, and after them the blank's, which is nothing.
        import numpy as np

        vectors = np.zeros((len(kinds) + 1, self._vectors.shape[1]), np.float32)
        np.multiply(self._vectors[kinds], self._sizes[kinds][:, None], out=vectors[:-1])
        return vectors


def _side_by_side(window: "np.ndarray") -> "np.ndarray":
    # The window over three pieces in a row, as what each of the three adds.
    import numpy as np

    return np.concatenate(np.split(window, 3), axis=1)


def _over(fold: "np.ufunc", rows: "np.ndarray", starts: "np.ndarray", lengths: "np.ndarray") -> "np.ndarray":
    # `fold` over each stretch of `rows`; between two of them one row is left out, and the last ends where they end.
    import numpy as np

    cuts = np.stack([starts, starts + lengths], axis=1).ravel()[:-1]
    folded: np.ndarray = fold.reduceat(rows, cuts)[::2]
    return folded
