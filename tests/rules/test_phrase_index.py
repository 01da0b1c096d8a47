"""Which phrases can stand where: no other is ever walked, and none that could be met is left out."""

from hypothesis import given
from hypothesis import strategies as st

from rules.phrase import parse_phrase
from rules.phrase_index import PhraseIndex

WRITTEN = ["red", "red ... herring*", "(blue/old red) herring", "a [very] red fish", "herring* swim*", "old"]
PHRASES = [parse_phrase(written) for written in WRITTEN]
INDEX = PhraseIndex([(phrase, phrase.written) for phrase in PHRASES])


def begun(text: str) -> list[list[str]]:
    words = text.split()
    return [[owner for _, owner in found] for found, _, _ in INDEX.begun(words, [(0, len(words))])]


def test_a_phrase_whose_last_word_stands_nowhere_is_not_begun():
    assert begun("blue red blue red") == [["red"], ["red"]]
    assert begun("red is no herrings") == [["red", "red ... herring*"]]


def test_a_phrase_that_goes_on_otherwise_is_not_begun():
    assert begun("a red herring") == [["red", "red ... herring*"]]
    assert begun("a red fish") == [["a [very] red fish"], ["red"]]


def test_the_shorter_of_two_that_begin_alike_comes_first():
    assert begun("old red herring") == [["old", "(blue/old red) herring"], ["red", "red ... herring*"]]


@given(
    st.lists(
        st.sampled_from(["a", "very", "red", "old", "blue", "fish", "herring", "herrings", "swims"]),
        max_size=12,
    )
)
def test_every_phrase_is_met_that_trying_them_all_would_meet(words: list[str]):
    every = (0, len(words))
    tried = {
        (phrase.written, (start, end))
        for start in range(len(words))
        for phrase in PHRASES
        if (end := phrase.end_at(words, start, len(words))) > 0
    }
    assert {(owner, span) for owner, span, _ in INDEX.hits(words, words, [every])} == tried
