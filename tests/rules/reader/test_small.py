"""The small reader weighs each text by itself, whatever it is weighed with."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.reader.small import MOST_PIECES, SmallJudge
from rules.reader.weights import parse_weights
from tests.training.writing import written

SIZES = {
    "window": (12, 6),
    "window-shift": (6,),
    "inner": (10, 5),
    "inner-shift": (5,),
    "head": (5, 3),
    "head-shift": (3,),
}
CHANCE = np.random.default_rng(3)
HELD: dict[str, Any] = {name: CHANCE.normal(size=shape).astype(np.float32) for name, shape in SIZES.items()}
ARRAYS: dict[str, Any] = {
    **HELD,
    "vectors": CHANCE.integers(-9, 9, (5, 4)).astype(np.int8),
    "sizes": CHANCE.random(5).astype(np.float16),
    "pieces": "\n▁a\n▁b\n▁\n▁c".encode(),
    "scores": np.array([0, -1, -1, -9, -2], np.float16),
}
JUDGE = SmallJudge(parse_weights(written("small", "1", {"unknown": 0}, ARRAYS)))
TEXTS = st.lists(st.text(st.sampled_from("abc d"), max_size=30), max_size=12)


def plainly(text: str) -> list[float]:
    """The formula as it is told, piece by piece."""
    numbers = JUDGE._pieces.cut(text)[:MOST_PIECES] or [0]
    blank = np.zeros((1, 4))
    vectors = ARRAYS["vectors"][numbers] * ARRAYS["sizes"].astype(np.float64)[numbers][:, None]
    padded = np.concatenate([blank, vectors, blank])
    three = np.concatenate([padded[:-2], padded[1:-1], padded[2:]], axis=1)
    strongest = np.maximum(three @ HELD["window"] + HELD["window-shift"], 0).max(axis=0)
    inner = np.concatenate([strongest, vectors.mean(axis=0)]) @ HELD["inner"] + HELD["inner-shift"]
    logits: list[float] = (np.maximum(inner, 0) @ HELD["head"] + HELD["head-shift"]).tolist()
    return logits


@settings(deadline=None)
@given(TEXTS)
def test_many_texts_are_weighed_as_each_alone(texts: list[str]) -> None:
    weighed = JUDGE.weigh(texts)
    assert len(weighed) == len(texts)
    for text, logits in zip(texts, weighed, strict=True):
        assert np.allclose(logits, plainly(text), rtol=1e-4, atol=1e-4)


def test_a_long_text_is_weighed_by_its_beginning() -> None:
    assert JUDGE.weigh(["a " * MOST_PIECES]) == JUDGE.weigh(["a " * 100_000])
