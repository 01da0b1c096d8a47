r"""A reader's weights as they lie in a file: named arrays behind a table of contents, parsed from bytes.

Form: the sign `CLEARDAY READER 1\n`, the length of the table in 4 bytes (little endian), the table in
JSON, then the arrays, each where the table says. Nothing in it is code.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.reader.pieces import Pieces

if TYPE_CHECKING:
    import numpy as np

SIGN = b"CLEARDAY READER 1\n"
_KINDS = {"<f4": 4, "<f2": 2, "|i1": 1, "|u1": 1}


class WeightsError(ValueError):
    """The bytes are no weights of a reader."""


@dataclass(frozen=True)
class Weights:
    """What a reader knows."""

    name: str
    """`small` or `large`."""
    version: str
    meta: Mapping[str, Any]
    """Categories, calibration, thresholds, sizes."""
    fingerprint: str
    """SHA-256, in hexadecimal, of the bytes."""
    _arrays: Mapping[str, tuple[str, tuple[int, ...], memoryview]]

    def raw(self, name: str) -> bytes:
        """The bytes of an array."""
        return bytes(self._arrays[name][2])

    def array(self, name: str) -> "np.ndarray":
        """An array, as numpy has it. Raises ImportError without numpy."""
        import numpy as np

        kind, shape, view = self._arrays[name]
        return np.frombuffer(view, kind).reshape(shape)

    def pieces(self) -> Pieces:
        """The pieces that texts are cut into."""
        scores = self.array("scores").astype("float64").tolist()
        return Pieces(self.raw("pieces").decode("utf-8").split("\n"), scores, int(self.meta["unknown"]))


def parse_weights(data: bytes) -> Weights:
    """The weights in `data`. Raises WeightsError."""
    try:
        return _parsed(data)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise WeightsError(f"not the weights of a reader: {error}") from None


def _parsed(data: bytes) -> Weights:
    if data[: len(SIGN)] != SIGN:
        raise ValueError("another sign")
    begin = len(SIGN) + 4
    end = begin + int.from_bytes(data[len(SIGN) : begin], "little")
    table = json.loads(data[begin:end])
    view = memoryview(data)[end:]
    arrays = {name: _array(view, *place) for name, place in table["arrays"].items()}
    fingerprint = hashlib.sha256(data).hexdigest()
    return Weights(str(table["name"]), str(table["version"]), table["meta"], fingerprint, arrays)


def _array(
    view: memoryview, kind: str, shape: list[int], start: int, length: int
) -> tuple[str, tuple[int, ...], memoryview]:
    size = _KINDS[kind]
    for side in shape:
        size *= int(side)
    if size != length or start < 0 or start + length > len(view):
        raise ValueError("an array that is not there")
    return kind, tuple(shape), view[start : start + length]
