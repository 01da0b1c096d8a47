"""What a piece says between the one before and the one after it: the first layer of the small reader.

A window is the sum of three products, each of one piece alone; so a piece meets the matrix once, however often it
stands in a text, and what came of it is kept for a while.
"""

from threading import Lock
from typing import TYPE_CHECKING

from rules.reader.dense import Dense
from rules.reader.weights import Weights

if TYPE_CHECKING:
    import numpy as np

_KEPT = 2048
"""Pieces whose products are kept, two kilobytes each: those of some notes, and more than are asked for at once."""


class Window:
    """Each piece's vector, and what it says between its neighbours. Safe to call from several threads."""

    def __init__(self, weights: Weights, kept: int = _KEPT) -> None:
        """`kept`: pieces whose products are kept, at least as many as it is asked for at once.

        Raises ImportError without numpy, KeyError for weights of another kind.
        """
        import numpy as np

        self._vectors = weights.array("vectors")
        self._sizes = weights.array("vectors-sizes").astype("float32")[:, None]
        pieces, side = self._vectors.shape
        dense = Dense(weights, "window")
        self._thirds = np.hstack(dense.matrix.reshape(3, side, side))
        self._shift = dense.shift
        self._lock = Lock()
        self._place = np.zeros(pieces, np.intp)
        """Where each piece stands among the kept; 0 is the place of nothing, and of what is not kept."""
        self._kept = np.full((kept + 1, 3, side), np.float32(0))
        """What each says to the piece after it, of itself, and to the one before."""
        self._count = 0

    def __call__(
        self, numbers: "np.ndarray", edges: "np.ndarray", out: "np.ndarray", room: "np.ndarray"
    ) -> None:
        """Write the states of the pieces of some texts, a row each, into `out`; `room` is as large and used up.

        Each text begins at one of `edges` and ends before the next.
        """
        import numpy as np

        with self._lock:
            here = self._places(numbers)
            before, after = np.empty((2, len(here)), np.intp)
            before[1:], after[:-1] = here[:-1], here[1:]
            before[edges[:-1]] = after[edges[1:] - 1] = 0
            said = self._kept.reshape(-1, out.shape[1])
            said.take(3 * here + 1, 0, out, "clip")
            out += said.take(3 * before, 0, room, "clip")
            out += said.take(3 * after + 2, 0, room, "clip")
        np.maximum(out, 0, out=out)
        out += np.multiply(self._vectors[numbers], self._sizes[numbers], out=room)

    def _places(self, numbers: "np.ndarray") -> "np.ndarray":
        places: np.ndarray = self._place[numbers]
        if not places.all():
            self._keep(numbers[places == 0], numbers)
            places = self._place[numbers]
        return places

    def _keep(self, new: "np.ndarray", asked: "np.ndarray") -> None:
        # Where there is no room for what is new, only what is asked for now is kept.
        import numpy as np

        new = np.unique(new)
        if self._count + len(new) >= len(self._kept):
            self._place.fill(0)
            self._count, new = 0, np.unique(asked)
        places = np.arange(1, len(new) + 1) + self._count
        said = self._kept[places[0] : places[-1] + 1]
        np.matmul(self._vectors[new] * self._sizes[new], self._thirds, out=said.reshape(len(new), -1))
        said[:, 1] += self._shift
        self._place[new] = places
        self._count += len(new)
