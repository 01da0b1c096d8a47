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
            for name in ("window", "window-shift", "inner", "inner-shift", "head", "head-shift")
        }

    @property
    def weights(self) -> Weights:
        """What it was made from."""
        return self._weights

    def weigh(self, texts: Sequence[str]) -> list[list[float]]:
        """The logits of each text."""
        rows = [self._pieces.cut(text)[:MOST_PIECES] or [0] for text in texts]
        order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
        said: list[list[float]] = [[] for _ in rows]
        for start in range(0, len(order), _AT_ONCE):
            some = order[start : start + _AT_ONCE]
            for at, logits in zip(some, self._batch([rows[at] for at in some]), strict=True):
                said[at] = logits.tolist()
        return said

    def _batch(self, rows: Sequence[list[int]]) -> "np.ndarray":
        import numpy as np

        most = max(map(len, rows))
        numbers = np.zeros((len(rows), most + 2), np.int64)
        for at, row in enumerate(rows):
            numbers[at, 1 : len(row) + 1] = row
        counts = np.arange(most)[None] < np.array([len(row) for row in rows])[:, None]
        vectors = self._vectors[numbers].astype(np.float32) * self._sizes[numbers][..., None]
        vectors[:, 1:-1] *= counts[..., None]
        vectors[:, 0] = vectors[:, -1] = 0
        three = np.concatenate([vectors[:, :-2], vectors[:, 1:-1], vectors[:, 2:]], axis=2)
        held = self._arrays
        kinds = np.maximum(three @ held["window"] + held["window-shift"], 0) * counts[..., None]
        mean = vectors.sum(1) / counts.sum(1)[:, None]
        seen = np.concatenate([kinds.max(1), mean], axis=1)
        inner = np.maximum(seen @ held["inner"] + held["inner-shift"], 0)
        logits: np.ndarray = inner @ held["head"] + held["head-shift"]
        return logits
