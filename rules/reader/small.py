"""The small reader: a window of three over vectors of pieces, one layer of attention, the strongest of each kind.

Distilled from the large one, and run by numpy alone, which is imported when it is made.
"""

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import TYPE_CHECKING

from rules.reader.weights import Weights

if TYPE_CHECKING:
    import numpy as np

_PIECES_AT_ONCE = 1024
_LEAST_SPREAD = 1e-5


class SmallJudge:
    """Weighs texts with the small weights."""

    def __init__(self, weights: Weights) -> None:
        """Raises ImportError without numpy, KeyError for weights of another kind."""
        self._weights = weights
        self._pieces = weights.pieces()
        self._longest, self._heads = int(weights.meta["longest"]), int(weights.meta["heads"])
        self._vectors, self._sizes = weights.array("vectors"), weights.array("vectors-sizes")
        self._window, self._three, self._out, self._kinds, self._inner, self._head = (
            _Dense(weights, name) for name in ("window", "three", "out", "kinds", "inner", "head")
        )
        self._stretch, self._norm, self._place = (
            weights.array(name).astype("float32") for name in ("norm", "norm-shift", "place")
        )

    @property
    def weights(self) -> Weights:
        """What it was made from."""
        return self._weights

    def weigh(self, texts: Sequence[str]) -> list[list[float]]:
        """The logits of each text."""
        rows = [self._pieces.cut(text)[: self._longest] or [0] for text in texts]
        said: list[list[float]] = [[] for _ in rows]
        for some in _alike(rows):
            for at, logits in zip(some, self._batch([rows[at] for at in some]).tolist(), strict=True):
                said[at] = logits
        return said

    def _batch(self, rows: Sequence[list[int]]) -> "np.ndarray":
        # Shorter rows are filled up with pieces that do not count.
        import numpy as np

        lengths = np.array([len(row) for row in rows])
        counts = np.arange(lengths.max()) < lengths[:, None]
        vectors = np.zeros((*counts.shape, self._vectors.shape[1]), np.float32)
        vectors[counts] = self._of(np.array([number for row in rows for number in row]))
        states = vectors + np.maximum(self._window(_threes(vectors)), 0)
        states += self._out(self._attended(states, counts))
        states *= counts[..., None]
        strongest = self._kinds(states).max(1, where=counts[..., None], initial=0)
        means = states.sum(1) / lengths[:, None].astype(np.float32)
        return self._head(np.maximum(self._inner(np.concatenate([strongest, means], 1)), 0))

    def _of(self, numbers: "np.ndarray") -> "np.ndarray":
        vectors: np.ndarray = self._vectors[numbers] * self._sizes[numbers].astype("float32")[:, None]
        return vectors

    def _attended(self, states: "np.ndarray", counts: "np.ndarray") -> "np.ndarray":
        # Each piece asks all others of its text, `heads` times over, and takes from each by how it fits.
        import numpy as np

        texts, length, side = states.shape
        three = self._three(self._normed(states) + self._place[:length])
        asked, held, said = three.reshape(texts, length, 3, self._heads, -1).transpose(2, 0, 3, 1, 4)
        fits = asked @ held.swapaxes(2, 3)
        fits *= 1 / sqrt(side // self._heads)
        fits += np.where(counts, 0, -1e9).astype(np.float32)[:, None, None]
        shares = np.exp(fits - fits.max(-1, keepdims=True))
        shares /= shares.sum(-1, keepdims=True)
        seen: np.ndarray = (shares @ said).swapaxes(1, 2).reshape(texts, length, side)
        return seen

    def _normed(self, states: "np.ndarray") -> "np.ndarray":
        import numpy as np

        centred = states - states.mean(-1, keepdims=True)
        spread = np.sqrt(np.square(centred).mean(-1, keepdims=True) + _LEAST_SPREAD)
        normed: np.ndarray = centred * (self._stretch / spread) + self._norm
        return normed


class _Dense:
    """A matrix in 8 bits, a size a column, and what is added."""

    def __init__(self, weights: Weights, name: str) -> None:
        sizes, shift = weights.array(f"{name}-sizes"), weights.array(f"{name}-shift")
        self._matrix = weights.array(name) * sizes.astype("float32")
        self._shift = shift.astype("float32")

    def __call__(self, states: "np.ndarray") -> "np.ndarray":
        flat: np.ndarray = states.reshape(-1, states.shape[-1]) @ self._matrix
        flat += self._shift
        return flat.reshape(*states.shape[:-1], -1)


def _threes(vectors: "np.ndarray") -> "np.ndarray":
    # Each vector between the one before and the one after.
    import numpy as np

    texts, length, side = vectors.shape
    threes = np.zeros((texts, length, 3, side), np.float32)
    threes[:, 1:, 0], threes[:, :, 1], threes[:, :-1, 2] = vectors[:, :-1], vectors, vectors[:, 1:]
    return threes.reshape(texts, length, 3 * side)


def _alike(rows: Sequence[list[int]]) -> Iterator[list[int]]:
    # The places of rows of like length, so many at once that they make a good batch.
    some: list[int] = []
    for at in sorted(range(len(rows)), key=lambda at: len(rows[at])):
        if some and (len(some) + 1) * len(rows[at]) > _PIECES_AT_ONCE:
            yield some
            some = []
        some.append(at)
    if some:
        yield some
