"""The small reader: a window of three over vectors of pieces, one layer of attention, the strongest of each kind.

Distilled from the large one, and run by numpy alone, which is imported when it is made. The pieces of several texts
stand in one matrix, a row a piece, text after text: most of its work is multiplying few, large matrices.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from rules.reader.weights import Weights

if TYPE_CHECKING:
    import numpy as np

_PIECES_AT_ONCE = 640
"""More take room that is given back and asked for anew each time, which costs more than the larger product saves."""
_LEAST_SPREAD = 1e-5


class SmallJudge:
    """Weighs texts with the small weights."""

    def __init__(self, weights: Weights) -> None:
        """Raises ImportError without numpy, KeyError for weights of another kind."""
        self._weights = weights
        self._pieces = weights.pieces()
        self._longest = int(weights.meta["longest"])
        self._window = _Window(weights)
        self._attention = _Attention(weights)
        self._kinds, self._inner, self._head = (_Dense(weights, name) for name in ("kinds", "inner", "head"))

    @property
    def weights(self) -> Weights:
        """What it was made from."""
        return self._weights

    def weigh(self, texts: Sequence[str]) -> list[list[float]]:
        """The logits of each text."""
        rows = [self._pieces.cut(text)[: self._longest] or [0] for text in texts]
        return [logits for some in _batches(rows) for logits in self._batch(some).tolist()]

    def _batch(self, rows: Sequence[list[int]]) -> "np.ndarray":
        import numpy as np

        edges = np.cumsum([0, *map(len, rows)])
        spans = list(pairwise(edges.tolist()))
        states = self._window(np.concatenate(rows), edges)
        states += self._attention(states, spans)
        kinds = states @ self._kinds.matrix
        strongest = np.array([kinds[start:end].max(0) for start, end in spans]) + self._kinds.shift
        means = np.array([states[start:end].mean(0) for start, end in spans])
        seen = np.concatenate([np.maximum(strongest, 0), means], 1)
        return self._head(np.maximum(self._inner(seen), 0))


class _Window:
    """Each piece's vector, and what it says between the one before and the one after."""

    def __init__(self, weights: Weights) -> None:
        self._vectors, self._sizes = weights.array("vectors"), weights.array("vectors-sizes")
        dense = _Dense(weights, "window")
        self._thirds, self._shift = dense.matrix.reshape(3, -1, dense.matrix.shape[1]), dense.shift

    def __call__(self, numbers: "np.ndarray", edges: "np.ndarray") -> "np.ndarray":
        # Each third of the matrix meets each vector once, however often its piece stands in the texts.
        import numpy as np

        distinct, here = np.unique(numbers, return_inverse=True)
        vectors = self._of(distinct)
        before, after = np.roll(here, 1), np.roll(here, -1)
        before[edges[:-1]] = after[edges[1:] - 1] = len(distinct)
        said: np.ndarray = (vectors @ self._thirds[1] + self._shift).take(here, 0)
        said += (vectors @ self._thirds[0]).take(before, 0)
        said += (vectors @ self._thirds[2]).take(after, 0)
        np.maximum(said, 0, out=said)
        said += vectors.take(here, 0)
        return said

    def _of(self, numbers: "np.ndarray") -> "np.ndarray":
        # The last row is that of nothing.
        import numpy as np

        vectors = np.zeros((len(numbers) + 1, self._vectors.shape[1]), np.float32)
        np.multiply(self._vectors[numbers], self._sizes[numbers, None].astype("float32"), out=vectors[:-1])
        return vectors


class _Attention:
    """Each piece asks all others of its text, `heads` times over, and takes from each by how it fits."""

    def __init__(self, weights: Weights) -> None:
        import numpy as np

        self._heads = int(weights.meta["heads"])
        self._out = _Dense(weights, "out")
        three = _Dense(weights, "three")
        stretch, norm, place = (
            weights.array(name).astype("float32") for name in ("norm", "norm-shift", "place")
        )
        # What is the same for every text is multiplied once: the stretch and the size of what is asked are in the
        # matrix, the rest in the places.
        side = len(stretch)
        asked = np.repeat(np.array([sqrt(self._heads / side), 1, 1], np.float32), side)
        self._three = stretch[:, None] * three.matrix * asked
        self._places = ((norm + place) @ three.matrix + three.shift) * asked

    def __call__(self, states: "np.ndarray", spans: Sequence[tuple[int, int]]) -> "np.ndarray":
        seen = _normed(states)
        three = seen @ self._three
        for start, end in spans:
            self._look(three[start:end], seen[start:end])
        return self._out(seen)

    def _look(self, three: "np.ndarray", seen: "np.ndarray") -> None:
        # Writes what the pieces of one text take from each other into `seen`; `three` is used up.
        import numpy as np

        three += self._places[: len(three)]
        asked, held, said = three.reshape(len(three), 3, self._heads, -1).transpose(1, 2, 0, 3)
        taken = seen.reshape(len(seen), self._heads, -1).swapaxes(0, 1)
        fits = asked @ held.swapaxes(1, 2)
        fits -= fits.max(-1, keepdims=True)
        shares = np.exp(fits, out=fits)
        np.matmul(shares, said, out=taken)
        taken /= shares.sum(-1, keepdims=True)


class _Dense:
    """A matrix in 8 bits, a size a column, and what is added."""

    def __init__(self, weights: Weights, name: str) -> None:
        sizes, shift = weights.array(f"{name}-sizes"), weights.array(f"{name}-shift")
        self.matrix = weights.array(name) * sizes.astype("float32")
        self.shift = shift.astype("float32")

    def __call__(self, states: "np.ndarray") -> "np.ndarray":
        said: np.ndarray = states @ self.matrix
        said += self.shift
        return said


def _normed(states: "np.ndarray") -> "np.ndarray":
    import numpy as np

    centred = states - states.mean(-1, keepdims=True)
    centred /= np.sqrt(np.square(centred).mean(-1, keepdims=True) + _LEAST_SPREAD)
    normed: np.ndarray = centred
    return normed


def _batches(rows: Sequence[list[int]]) -> Iterator[list[list[int]]]:
    # As many rows one after the other as make a good batch.
    some: list[list[int]] = []
    count = 0
    for row in rows:
        if some and count + len(row) > _PIECES_AT_ONCE:
            yield some
            some, count = [], 0
        some.append(row)
        count += len(row)
    if some:
        yield some
