"""The large reader: a sentence encoder tuned for this, run by onnxruntime.

The vectors of pieces lie beside the network in 4-bit blocks of 32, as they came; only those that a text needs
are unpacked. Numpy and onnxruntime are imported when it is made.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rules.reader.weights import Weights

if TYPE_CHECKING:
    import numpy as np

_BLOCK = 32


class LargeJudge:
    """Weighs texts with the large weights."""

    def __init__(self, weights: Weights, threads: int = 2) -> None:
        """`threads`: how many texts are read at the same time.

        Raises ImportError without onnxruntime, KeyError for weights of another kind, and what onnxruntime raises
        for a network it cannot run.
        """
        import onnxruntime

        onnxruntime.disable_telemetry_events()
        self._weights = weights
        self._threads = threads
        self._pieces = weights.pieces()
        self._nibbles = weights.array("nibbles")
        self._sizes = weights.array("sizes")
        self._most = int(weights.meta["longest"]) - 2
        self._begin, self._end = int(weights.meta["begin"]), int(weights.meta["end"])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # a text is read on one core, several texts on several
        options.log_severity_level = 4
        self._session = onnxruntime.InferenceSession(
            weights.raw("network"), options, providers=["CPUExecutionProvider"]
        )

    @property
    def weights(self) -> Weights:
        """What it was made from."""
        return self._weights

    def weigh(self, texts: Sequence[str]) -> list[list[float]]:
        """The logits of each text. Each is read by itself, so what is said of it never depends on the others."""
        if len(texts) < 2:
            return [self._logits(text) for text in texts]
        from concurrent.futures import ThreadPoolExecutor

        # The longest first, so that in the end no core waits long for the others.
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]), reverse=True)
        pool = ThreadPoolExecutor(self._threads)
        try:
            said = dict(zip(order, pool.map(self._logits, [texts[at] for at in order]), strict=True))
        finally:
            pool.shutdown(cancel_futures=True)
        return [said[at] for at in range(len(texts))]

    def _logits(self, text: str) -> list[float]:
        import numpy as np

        row = [self._begin, *self._pieces.cut(text)[: self._most], self._end]
        given = {"vectors": self._vectors(np.array([row])), "lengths": np.array([len(row)], np.int64)}
        logits: list[float] = self._session.run(["logits"], given)[0][0].tolist()
        return logits

    def _vectors(self, numbers: "np.ndarray") -> "np.ndarray":
        import numpy as np

        blocks = self._nibbles[numbers]
        whole = np.concatenate([blocks & 15, blocks >> 4], axis=-1).astype(np.float32) - 8
        scaled = whole * self._sizes[numbers].astype(np.float32)[..., None]
        vectors: np.ndarray = scaled.reshape(*numbers.shape, blocks.shape[-2] * _BLOCK)
        return vectors
