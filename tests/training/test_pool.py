"""The texts that the small reader learns from without labels, and the pairs that the card tells of."""

from itertools import islice

import numpy as np

from tests.training.corpus import Text, pairs
from tests.training.pool import like_words, pool
from tests.training.prose import Passage


def text(said: str, *labels: str, voice: str = "001", twin: bool = False) -> Text:
    return Text(voice, "en", said, frozenset(labels), twin, frozenset())


TEXTS = [
    text("We met on Monday, and the tea was cold."),
    text("The ribbon is ordered, but nobody knows yet.", "unannounced"),
    text("Ana is ill again.", "privacy"),
]
PROSE = [Passage("a/b", "page.md", "en", "We publish what we learn.")]


def test_the_same_seed_gives_the_same_texts() -> None:
    first, again, other = (list(islice(pool(TEXTS, PROSE, {}, seed), 50)) for seed in (1, 1, 2))
    assert first == again != other


def test_every_text_of_the_corpus_comes_as_it_is() -> None:
    assert {one.text for one in TEXTS} <= set(islice(pool(TEXTS, PROSE, {}, 1), 100))


def test_a_word_is_changed_for_one_whose_vector_is_near() -> None:
    vectors = np.array([[1, 0, 0], [0.9, 0.1, 0], [0, 1, 0], [0, 0.9, 0.1], [0, 0, 5]], np.float32)
    alike = like_words(["▁cold", "▁chilly", "▁Monday", "▁Tuesday", "!"], vectors)
    assert alike["cold"][0] == "chilly"
    said = set(islice(pool(TEXTS, PROSE, {"cold": ["chilly"]}, 1), 400))
    assert "We met on Monday, and the tea was chilly." in said


def test_a_pair_is_a_breach_and_the_clean_text_it_is_told_from() -> None:
    breach, clean = text("Ana is ill.", "privacy"), text("I am ill.", twin=True)
    alike, elsewhere = text("I was ill.", twin=True), text("We are ill.", "privacy", voice="002", twin=True)
    assert pairs([breach, clean, alike, elsewhere]) == [(breach, clean)]
