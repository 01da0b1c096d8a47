"""Words and their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.folding import fold
from rules.tokens import _APART, _WORD, tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l’appel d'offres", ["l", "appel", "d", "offres"]),
        ("solicitor\u2011client", ["solicitor", "client"]),
        ("SECRET//CEO", ["secret", "ceo"]),
        ("demandeur·se(s)", ["demandeur"]),
        ("« Protégé\u202fB »", ["protege", "b"]),
        ("Straße", ["strasse"]),
        ("lʼavis", ["l", "avis"]),
        ("", []),
        ("--- …", []),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, words: list[str]):
    assert tokenise(text).words == words


def test_capitals_survive_beside_the_lower_case_word():
    assert tokenise("Protégé B").cased == ["Protege", "B"]


@pytest.mark.parametrize(
    "text", ["Protége\u0301 B", "a\u200bb SE\u200bCRET", "ﬁche 👩🏽‍💻 é\r\nİİ fin", "\ud800 mot \udfff"]
)
def test_each_place_holds_the_word_accents_included(text: str):
    tokens = tokenise(text)
    for word, start, end in zip(tokens.cased, tokens.starts, tokens.ends, strict=True):
        assert fold(text[start:end]).text == word


@given(st.text())
def test_places_are_in_order_apart_and_inside_the_text(text: str):
    tokens = tokenise(text)
    places = [place for pair in zip(tokens.starts, tokens.ends, strict=True) for place in pair]
    assert all(start < end for start, end in zip(tokens.starts, tokens.ends, strict=True))
    assert all(0 <= place <= len(text) for place in places)
    assert tokens.starts == sorted(tokens.starts)


@given(st.text(alphabet="abc1 .-_*·"))
def test_the_short_way_to_plain_words_loses_none_that_is_spaced_out(text: str):
    assert tokenise(text).cased == [_APART.sub("", found[0]) for found in _WORD.finditer(text)]


@given(st.text() | st.text(alphabet="aÀßև1 .-_*·\u00a0\n"))
def test_words_in_lower_case_are_the_words_as_written_letter_for_letter(text: str):
    tokens = tokenise(text)
    assert tokens.words == [word.casefold() for word in tokens.cased]
    assert len(tokens.words) == len(tokens.starts) == len(tokens.ends)


@pytest.mark.parametrize(
    "text", ["l’avis d’un a b c dé", "S E C R E T", "ß.ß.ß.ß", "a b c d1", "x l-a-b-c-d"]
)
def test_words_are_the_same_whichever_way_they_are_cut(text: str):
    assert tokenise(text).cased == [_APART.sub("", found[0]) for found in _WORD.finditer(fold(text).text)]
