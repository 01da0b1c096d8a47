"""The small reader: a window of three over vectors of pieces, one layer of attention, the strongest of each kind.

Distilled from the large one, and run by numpy alone, which is imported when it is made. The pieces of several texts
stand in one matrix, a row a piece, text after text: most of its work is multiplying few, large matrices. They are
worked on in a room that is asked for once: memory that is given back and asked for anew costs as much as the sums.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from rules.reader.dense import Dense
from rules.reader.weights import Weights
from rules.reader.window import Window

if TYPE_CHECKING:
    import numpy as np

_PIECES_AT_ONCE = 256
"""As many as are multiplied nearly as fast as many more are, in a room that is a third as large."""
_LEAST_SPREAD = 1e-5
_MOST_FIT = 60.0
"""Past it, either way, nothing fits more or less: its exponential is a number still, and so is the sum of many."""


class SmallJudge:
    """Weighs texts with the small weights."""

    def __init__(self, weights: Weights) -> None:
        """Raises ImportError without numpy, KeyError for weights of another kind."""
        self._weights = weights
        self._pieces = weights.pieces()
        self._longest = int(weights.meta["longest"])
        self._window = Window(weights)
        self._attention = _Attention(weights)
        self._kinds, self._inner, self._head = (Dense(weights, name) for name in ("kinds", "inner", "head"))
        self._rooms = [self._built()]

    @property
    def weights(self) -> Weights:
        """What it was made from."""
        return self._weights

    def weigh(self, texts: Sequence[str]) -> list[list[float]]:
        """The logits of each text."""
        rows = [self._pieces.cut(text)[: self._longest] or [0] for text in texts]
        room = self._room()
        said = [logits for some in _batches(rows) for logits in self._batch(some, room).tolist()]
        self._rooms.append(room)
        return said

    def _room(self) -> "_Room":
        # One that nobody is in: another thread may be weighing too.
        try:
            return self._rooms.pop()
        except IndexError:
            return self._built()

    def _built(self) -> "_Room":
        side, kinds = self._kinds.matrix.shape
        return _Room(max(_PIECES_AT_ONCE, self._longest), side, kinds, self._attention.most_fits)

    def _batch(self, rows: Sequence[list[int]], room: "_Room") -> "np.ndarray":
        import numpy as np

        edges = np.cumsum([0, *map(len, rows)])
        spans = list(pairwise(edges.tolist()))
        states, seen, kinds = room.states[: edges[-1]], room.seen[: edges[-1]], room.kinds[: edges[-1]]
        self._window(np.concatenate(rows), edges, states, seen)
        self._attention(states, spans, seen, room)
        np.matmul(states, self._kinds.matrix, out=kinds)
        told = np.empty((len(rows), kinds.shape[1] + states.shape[1]), np.float32)
        strongest, means = told[:, : kinds.shape[1]], told[:, kinds.shape[1] :]
        for at, (start, end) in enumerate(spans):
            kinds[start:end].max(0, out=strongest[at])
            states[start:end].sum(0, out=means[at])
        strongest += self._kinds.shift
        np.maximum(strongest, 0, out=strongest)
        means /= np.diff(edges)[:, None]
        return self._head(np.maximum(self._inner(told), 0))


class _Room:
    """Where the pieces of some texts are worked on, a row a piece; filled, so that no text waits for its memory."""

    def __init__(self, pieces: int, side: int, kinds: int, fits: int) -> None:
        import numpy as np

        nothing = np.float32(0)
        self.states, self.seen = np.full((2, pieces, side), nothing)
        wide = np.full(pieces * max(3 * side, kinds), nothing)
        self.three = wide[: pieces * 3 * side].reshape(pieces, 3 * side)
        self.kinds = wide[: pieces * kinds].reshape(pieces, kinds)
        """In the same place as `three`, which is over by then."""
        self.fits = np.full(fits, nothing)


class _Attention:
    """Each piece asks all others of its text, `heads` times over, and takes from each by how it fits."""

    def __init__(self, weights: Weights) -> None:
        import numpy as np

        self._heads = int(weights.meta["heads"])
        self._out = Dense(weights, "out")
        three = Dense(weights, "three")
        stretch, norm, place = (
            weights.array(name).astype("float32") for name in ("norm", "norm-shift", "place")
        )
        # What is the same for every text is multiplied once: the stretch and the size of what is asked are in the
        # matrix, the rest in the places.
        side = len(stretch)
        asked = np.repeat(np.array([sqrt(self._heads / side), 1, 1], np.float32), side)
        self._three = stretch[:, None] * three.matrix * asked
        self._places = ((norm + place) @ three.matrix + three.shift) * asked
        self._ones = np.ones(len(place), np.float32)
        self.most_fits = self._heads * len(place) ** 2
        """Numbers that tell how the pieces of the longest text fit."""

    def __call__(
        self, states: "np.ndarray", spans: Sequence[tuple[int, int]], seen: "np.ndarray", room: _Room
    ) -> None:
        """Add to the `states` of some texts what their pieces take from each other; `seen` is used up."""
        import numpy as np

        _normed(states, seen)
        three = room.three[: len(states)]
        np.matmul(seen, self._three, out=three)
        for start, end in spans:
            self._look(three[start:end], seen[start:end], room.fits)
        taken = room.kinds.reshape(-1)[: states.size].reshape(states.shape)
        np.matmul(seen, self._out.matrix, out=taken)
        states += taken
        states += self._out.shift

    def _look(self, three: "np.ndarray", seen: "np.ndarray", room: "np.ndarray") -> None:
        # Writes what the pieces of one text take from each other into `seen`; `three` is used up.
        import numpy as np

        count = len(three)
        three += self._places[:count]
        asked, held, said = three.reshape(count, 3, self._heads, -1).transpose(1, 2, 0, 3)
        fits = room[: self._heads * count * count].reshape(self._heads, count, count)
        np.matmul(asked, held.swapaxes(1, 2), out=fits)
        np.clip(fits, -_MOST_FIT, _MOST_FIT, out=fits)
        np.exp(fits, out=fits)
        taken = seen.reshape(count, self._heads, -1).swapaxes(0, 1)
        np.matmul(fits, said, out=taken)
        taken /= (fits @ self._ones[:count])[..., None]


def _normed(states: "np.ndarray", out: "np.ndarray") -> None:
    import numpy as np

    np.subtract(states, states.mean(-1, keepdims=True), out=out)
    spread = np.einsum("ij,ij->i", out, out) / out.shape[1]
    out /= np.sqrt(spread + _LEAST_SPREAD)[:, None]


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
