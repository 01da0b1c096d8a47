"""The small reader weighs each text by itself, whatever it is weighed with."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rules.reader.small import SmallJudge
from rules.reader.weights import Weights, parse_weights
from rules.reader.window import Window
from tests.training.writing import written

SIDE, HEADS, LONGEST = 4, 2, 12
SHAPES = {
    "window": (3 * SIDE, SIDE),
    "three": (SIDE, 3 * SIDE),
    "out": (SIDE, SIDE),
    "kinds": (SIDE, 6),
    "inner": (6 + SIDE, 5),
    "head": (5, 3),
}
CHANCE = np.random.default_rng(3)


def eight_bits(*shape: int) -> np.ndarray:
    return CHANCE.integers(-9, 9, shape).astype(np.int8)


def halves(*shape: int) -> np.ndarray:
    return CHANCE.random(shape).astype(np.float16)


ARRAYS: dict[str, Any] = {
    "vectors": eight_bits(5, SIDE),
    "vectors-sizes": halves(5),
    "norm": halves(SIDE),
    "norm-shift": halves(SIDE),
    "place": halves(LONGEST, SIDE),
    "pieces": "\n▁a\n▁b\n▁\n▁c".encode(),
    "scores": np.array([0, -1, -1, -9, -2], np.float16),
}
for name, (into, out) in SHAPES.items():
    ARRAYS |= {name: eight_bits(into, out), f"{name}-sizes": halves(out) / 9, f"{name}-shift": halves(out)}
META = {"unknown": 0, "longest": LONGEST, "heads": HEADS}


def weights(**others: np.ndarray) -> Weights:
    return parse_weights(written("small", "1", META, {**ARRAYS, **others}))


JUDGE = SmallJudge(weights())
TEXTS = st.lists(st.text(st.sampled_from("abc d"), max_size=30), max_size=12)


def dense(name: str, vector: np.ndarray) -> np.ndarray:
    matrix = ARRAYS[name] * ARRAYS[f"{name}-sizes"].astype(np.float64)
    given: np.ndarray = vector @ matrix + ARRAYS[f"{name}-shift"].astype(np.float64)
    return given


def normed(vector: np.ndarray) -> np.ndarray:
    spread = np.sqrt(vector.var() + 1e-5)
    given: np.ndarray = (vector - vector.mean()) / spread * ARRAYS["norm"] + ARRAYS["norm-shift"]
    return given


def attended(states: np.ndarray) -> np.ndarray:
    threes = [dense("three", normed(one) + ARRAYS["place"][at]) for at, one in enumerate(states)]
    asked, held, said = (np.array(part) for part in zip(*(np.split(one, 3) for one in threes), strict=True))
    seen = []
    for head in np.split(np.arange(SIDE), HEADS):
        fits = np.exp(asked[:, head] @ held[:, head].T / len(head) ** 0.5)
        seen.append(fits / fits.sum(axis=1, keepdims=True) @ said[:, head])
    return np.concatenate(seen, axis=1)


def plainly(text: str) -> list[float]:
    """The formula as it is told, piece by piece."""
    numbers = JUDGE._pieces.cut(text)[:LONGEST] or [0]
    vectors = ARRAYS["vectors"][numbers] * ARRAYS["vectors-sizes"].astype(np.float64)[numbers][:, None]
    wide = np.concatenate([np.zeros((1, SIDE)), vectors, np.zeros((1, SIDE))])
    threes = [np.concatenate(wide[at : at + 3]) for at in range(len(vectors))]
    states = vectors + np.maximum([dense("window", three) for three in threes], 0)
    states = states + dense("out", attended(states))
    strongest = np.maximum(dense("kinds", states), 0).max(axis=0)
    inner = dense("inner", np.concatenate([strongest, states.mean(axis=0)]))
    logits: list[float] = dense("head", np.maximum(inner, 0)).tolist()
    return logits


@given(TEXTS)
def test_many_texts_are_weighed_as_each_alone(texts: list[str]) -> None:
    weighed = JUDGE.weigh(texts)
    assert len(weighed) == len(texts)
    for text, logits in zip(texts, weighed, strict=True):
        assert np.allclose(logits, plainly(text), rtol=1e-3, atol=1e-3)


def test_a_long_text_is_weighed_by_its_beginning() -> None:
    assert JUDGE.weigh(["a " * LONGEST]) == JUDGE.weigh(["a " * 100_000])


def test_a_text_is_weighed_alike_wherever_it_stands_among_many() -> None:
    many = ["a b", "c", "", "abc d a"] * 500  # more than are multiplied at once
    assert np.allclose(JUDGE.weigh(many), JUDGE.weigh(many[:4]) * 500, rtol=1e-5, atol=1e-5)


def test_several_threads_weigh_each_its_own() -> None:
    texts = [word * count for word in ("a ", "b a ", "c d ") for count in range(1, 40)]
    with ThreadPoolExecutor(4) as pool:
        assert np.allclose(list(pool.map(lambda text: JUDGE.weigh([text])[0], texts)), JUDGE.weigh(texts))


def test_pieces_that_fit_beyond_all_bounds_still_give_numbers() -> None:
    loud = SmallJudge(weights(norm=np.full(SIDE, 6e4, np.float16)))
    assert np.isfinite(loud.weigh(["a b c d", "b"])).all()


@given(st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=6), min_size=1))
def test_a_window_that_keeps_few_pieces_says_the_same(texts: list[list[int]]) -> None:
    few, all_ = Window(weights(), kept=5), Window(weights())
    for numbers in texts:
        states = [np.empty((len(numbers), SIDE), np.float32) for _ in range(4)]
        few(np.array(numbers), np.array([0, len(numbers)]), *states[:2])
        all_(np.array(numbers), np.array([0, len(numbers)]), *states[2:])
        assert np.allclose(states[0], states[2], rtol=1e-5, atol=1e-5)
