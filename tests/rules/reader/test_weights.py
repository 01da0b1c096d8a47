"""Weights are data: read back as written, refused when they are anything else."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.reader.weights import SIGN, WeightsError, parse_weights
from tests.training.writing import written

VECTORS = np.arange(12, dtype=np.int8).reshape(3, 4)
ARRAYS: dict[str, Any] = {"vectors": VECTORS, "pieces": b"a\nb", "scores": np.array([1, 2], np.float16)}
DATA = written("small", "1.2", {"unknown": 0}, ARRAYS)


def test_what_was_written_is_read() -> None:
    weights = parse_weights(DATA)
    assert (weights.name, weights.version, weights.meta) == ("small", "1.2", {"unknown": 0})
    assert weights.array("vectors").tolist() == VECTORS.tolist()
    assert len(weights.pieces().cut("a")) > 0


def test_the_same_arrays_give_the_same_bytes() -> None:
    assert written("small", "1.2", {"unknown": 0}, dict(reversed(list(ARRAYS.items())))) == DATA


@given(st.binary(max_size=200))
def test_bytes_that_are_no_weights_are_refused(data: bytes) -> None:
    with pytest.raises(WeightsError):
        parse_weights(data)
    with pytest.raises(WeightsError):
        parse_weights(SIGN + data)


@given(st.integers(0, len(DATA) - 200))
def test_weights_that_were_cut_short_are_refused(length: int) -> None:
    with pytest.raises(WeightsError):
        parse_weights(DATA[:length])
