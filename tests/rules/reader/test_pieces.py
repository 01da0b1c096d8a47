"""Texts are cut into the likeliest pieces, whatever they are made of."""

from functools import cache
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.reader.pieces import START, Pieces

KNOWN = ["", "", "", "", START, START + "the", START + "the" + "re", "re", "r", "e", START + "t", "h"]
SCORES: dict[str, float] = {
    START: -3, START + "th": -1, START + "the": -1, "e": -4, "h": -5, "t": -5, ".": -2, "e.": -5, "..": -3, ".(": -4,
}  # fmt: skip
"""Of these one piece has a letter and a sign; no piece is less likely than its parts."""
PIECES = Pieces(KNOWN, [0, 0, 0, 0, -3, -1, -2, -2, -4, -4, -5, -4], 3)


def said(text: str) -> list[str]:
    return [KNOWN[number] for number in PIECES.cut(text)]


def test_the_likeliest_cut_wins() -> None:
    assert said("there the") == [START + "there", START + "the"]


def test_what_no_piece_covers_is_unknown() -> None:
    assert PIECES.cut("ж") == [4, 3]


def test_invisible_signs_and_compatible_letters_are_read_as_what_they_look_like() -> None:
    assert PIECES.cut("th\u200bere") == PIECES.cut("there") == PIECES.cut("ｔｈｅｒｅ")


def test_blanks_of_every_kind_separate_words() -> None:
    assert PIECES.cut("the\u00a0the\n\tthe") == PIECES.cut("the the the")


@given(st.text())
def test_any_text_is_cut_and_each_number_is_a_piece(text: str) -> None:
    assert all(0 <= number < len(KNOWN) for number in PIECES.cut(text))


def test_a_word_without_end_takes_time_that_grows_with_it() -> None:
    assert len(PIECES.cut("e" * 100_000)) > 90_000


@cache
def likeliest(word: str) -> float:
    """The score of the likeliest cut, of all the cuts there are."""
    unknown = min(SCORES.values()) - 10
    cuts = (
        likeliest(word[:at]) + SCORES.get(word[at:], unknown if at == len(word) - 1 else -inf)
        for at in range(len(word))
    )
    return max(cuts, default=0.0)


def signs_known() -> Pieces:
    return Pieces(list(SCORES), list(SCORES.values()), len(SCORES))


@given(st.text("the.(-", min_size=1, max_size=9))
def test_words_of_letters_and_signs_are_cut_the_likeliest_way_too(word: str) -> None:
    scores = [*SCORES.values(), min(SCORES.values()) - 10]
    assert sum(scores[number] for number in signs_known().cut(word)) == likeliest(START + word)


@pytest.mark.parametrize(
    ("text", "cuts"), [("het het", 1), ("het. het.. het.( het", 1), ("het.(het.het" + 9 * ".het", 2)]
)
def test_a_word_is_cut_once_whatever_signs_stand_beside_it(text: str, cuts: int) -> None:
    pieces = signs_known()
    once = pieces.cut(text)
    assert pieces.cuts == cuts
    assert pieces.cut(text) == once
    assert pieces.cuts == cuts
