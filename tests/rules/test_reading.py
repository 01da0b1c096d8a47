"""The stretches that no phrase may cross."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.reading import read


def sentences(text: str) -> list[str]:
    reading = read(text)
    return [" ".join(reading.tokens.words[slice(*window)]) for window in reading.sentences]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One day. Then more.", ["one day", "then more"]),
        ("prose that wraps\nover two lines", ["prose that wraps over two lines"]),
        ("- one\n- two\n  still two", ["one", "two still two"]),
        ("1. un\n2) deux", ["1 un", "2 deux"]),
        ("# Title\ntext", ["title", "text"]),
        ("one\r\n\r\ntwo", ["one", "two"]),
        ("said\n> quoted", ["said", "quoted"]),
        ("M. Roy est là, p. ex. lundi", ["m roy est la p ex lundi"]),
        ("", []),
        ("…", []),
    ],
)
def test_sentences(text: str, found: list[str]):
    assert sentences(text) == found


def test_a_link_alone_after_a_sentence_belongs_to_it():
    reading = read("It opens Monday. https://www.canada.ca/x\nOther words.")
    assert reading.linked(reading.sentences[0])
    assert not reading.linked(reading.sentences[-1])


@given(st.text(alphabet="ab.!? \n\r-#>1)é«»\ud800`"))
def test_sentences_hold_every_word_once_in_order(text: str):
    reading = read(text)
    held = [word for window in reading.sentences for word in range(*window)]
    assert held == list(range(len(reading.tokens.words)))


@pytest.mark.parametrize("sign", ["`", "«", "“", "```\n", "https://", "\n- ", "#"])
def test_a_large_paste_of_one_sign_is_read_whole(sign: str):
    text = sign * (100_000 // len(sign)) + " word"
    assert read(text).tokens.words[-1] == "word"


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("(S//NF) Four people met.", True),
        ("See https://example.org/a and http://example.org.", False),
        ("(S//NF) See https://example.org/a", True),
        ("x:////y", True),
        ("and/or", False),
        ("(CUI) Four people met.", True),
        ("(a) Four people (of TS) met", False),
    ],
)
def test_what_could_hold_a_portion_mark_has_two_slashes_or_a_bracket_of_capitals(text: str, there: bool):
    assert read(text).portions is there
