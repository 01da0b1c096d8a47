"""Which phrases can begin at a word: each once, however many of its beginnings the word meets, and kept lightly."""

import tracemalloc

import pytest

from rules.pack_form import read_back, written
from rules.phrase import parse_phrase
from rules.phrase_index import PhraseIndex
from tui.packs import load_packs

MOST_BYTES = 350
"""That an index may take for each of its phrases: it takes 275, and took 520 while it kept their second words."""


def begun(phrases: list[str], text: str) -> list[tuple[str, int]]:
    words = text.split()
    index = PhraseIndex((parse_phrase(phrase), None) for phrase in phrases)
    return [(phrase.written, at) for phrase, _, at, _ in index.begun(words, [(0, len(words))])]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("(launch*/launching)", "launching"),
        ("(launch* it/launching [now])", "launching it"),
        ("(a b/a c)", "a c"),
        ("(a/a) b", "a b"),
    ],
)
def test_a_word_that_meets_two_beginnings_begins_the_phrase_once(phrase: str, text: str):
    assert begun([phrase], text) == [(phrase, 0)]


def test_what_must_come_next_is_that_of_the_beginning_which_was_met():
    assert begun(["(launch* it/open up)"], "launches it opens open up launch up") == [
        ("(launch* it/open up)", 0),
        ("(launch* it/open up)", 3),
    ]


def test_a_phrase_in_capitals_may_begin_where_its_last_word_is_near_in_any_letters():
    index = PhraseIndex([(parse_phrase("TOP (SECRET/CODE*)", cased=True), None)])
    words = ["top", "codes", "and", "top", "of", "it", "top", "secret"]
    assert [at for _, _, at, _ in index.begun(words, [(0, len(words))])] == [0, 6]


@pytest.mark.parametrize("words", [["launching"], ["up", "hurry"], ["it"], ["launc"], []])
def test_words_that_can_begin_nothing_are_told_before_they_are_looked_through(words: list[str]):
    index = PhraseIndex([(parse_phrase("(launch* it/hurry)"), None)])
    begins = {"launching": True, "up": False, "hurry": True, "it": False, "launc": False}
    assert index.may_begin(words) is any(begins[word] for word in words)


def test_an_index_is_light():
    phrases = [
        (phrase, rule)
        for pack in read_back(written(load_packs().packs).split("\n"))
        for rule in pack.rules
        for clause in rule.find
        for phrase, _ in clause.finds
    ]
    tracemalloc.start()
    index = PhraseIndex(phrases)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert list(index.begun(["nothing"], [(0, 1)])) == []
    assert held < MOST_BYTES * len(phrases)
