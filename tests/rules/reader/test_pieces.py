"""Texts are cut into the likeliest pieces, whatever they are made of."""

from hypothesis import given
from hypothesis import strategies as st

from rules.reader.pieces import START, Pieces

KNOWN = ["", "", "", "", START, START + "the", START + "the" + "re", "re", "r", "e", START + "t", "h"]
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
