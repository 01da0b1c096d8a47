"""The large reader: a sentence encoder tuned for this, run by onnxruntime.

The vectors of pieces lie beside the network in 4-bit blocks of 32, as they came; only those that a text needs
are unpacked. Numpy and onnxruntime are imported when it is made.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rules.reader.weights import Weights

if TYPE_CHECKING:
    import numpy as np

_PIECES_AT_ONCE = 1024
_BLOCK = 32


class LargeJudge:
    """Weighs texts with the large weights."""

    def __init__(self, weights: Weights, threads: int = 2) -> None:
        """Raises ImportError without onnxruntime, KeyError for weights of another kind, and what onnxruntime
        raises for a network it cannot run.
        """
        import onnxruntime

        self._weights = weights
        self._pieces = weights.pieces()
        self._nibbles = weights.array("nibbles")
        self._sizes = weights.array("sizes")
        self._most = int(weights.meta["longest"]) - 2
        self._begin, self._end = int(weights.meta["begin"]), int(weights.meta["end"])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 4
        self._session = onnxruntime.InferenceSession(
            weights.raw("network"), options, providers=["CPUExecutionProvider"]
        )

    @property
    def weights(self) -> Weights:
        """What it was made from."""
        return self._weights

    def weigh(self, texts: Sequence[str]) -> list[list[float]]:
        """The logits of each text."""
        rows = [[self._begin, *self._pieces.cut(text)[: self._most], self._end] for text in texts]
        said: list[list[float]] = [[] for _ in rows]
        some: list[int] = []
        for at in sorted(range(len(rows)), key=lambda at: len(rows[at])):
            if some and (len(some) + 1) * len(rows[at]) > _PIECES_AT_ONCE:
                self._batch(some, rows, said)
                some = []
            some.append(at)
        if some:
            self._batch(some, rows, said)
        return said

    def _batch(self, some: list[int], rows: Sequence[list[int]], said: list[list[float]]) -> None:
        import numpy as np

        lengths = np.array([len(rows[at]) for at in some], np.int64)
        numbers = np.zeros((len(some), int(lengths.max())), np.int64)
        for line, at in enumerate(some):
            numbers[line, : len(rows[at])] = rows[at]
        logits = self._session.run(["logits"], {"vectors": self._vectors(numbers), "lengths": lengths})[0]
        for line, at in enumerate(some):
            said[at] = logits[line].tolist()

    def _vectors(self, numbers: "np.ndarray") -> "np.ndarray":
        import numpy as np

        blocks = self._nibbles[numbers]
        whole = np.concatenate([blocks & 15, blocks >> 4], axis=-1).astype(np.float32) - 8
        scaled = whole * self._sizes[numbers].astype(np.float32)[..., None]
        vectors: np.ndarray = scaled.reshape(*numbers.shape, blocks.shape[-2] * _BLOCK)
        return vectors
