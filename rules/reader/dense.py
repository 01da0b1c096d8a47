"""One layer of the small reader as its weights keep it."""

from typing import TYPE_CHECKING

from rules.reader.weights import Weights

if TYPE_CHECKING:
    import numpy as np


class Dense:
    """A matrix in 8 bits, a size a column, and what is added."""

    def __init__(self, weights: Weights, name: str) -> None:
        """`name`: what its arrays are called by in `weights`. Raises KeyError for weights without them."""
        sizes, shift = weights.array(f"{name}-sizes"), weights.array(f"{name}-shift")
        self.matrix = weights.array(name) * sizes.astype("float32")
        self.shift = shift.astype("float32")

    def __call__(self, states: "np.ndarray") -> "np.ndarray":
        """What it makes of `states`, a row each."""
        said: np.ndarray = states @ self.matrix
        said += self.shift
        return said
