"""A difference spells both texts again, whatever they are, and stays small where they are alike."""

from hypothesis import given
from hypothesis import strategies as st

from rules.word_diff import MOST_COMPARED, Piece, word_diff

TEXTS = st.text(st.sampled_from("ab é\n.,x"), max_size=60)


def spelled(pieces: tuple[Piece, ...], left_out: str) -> str:
    return "".join(piece.text for piece in pieces if piece.change != left_out)


@given(before=TEXTS, after=TEXTS)
def test_a_difference_spells_both_texts(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert spelled(pieces, "added") == before
    assert spelled(pieces, "removed") == after
    assert all(piece.text for piece in pieces)


def test_one_changed_word_is_one_word() -> None:
    assert word_diff("Five people finished the form.", "Five people completed the form.") == (
        Piece("same", "Five people "),
        Piece("removed", "finished"),
        Piece("added", "completed"),
        Piece("same", " the form."),
    )


def test_a_text_beside_itself_is_the_same_and_nothing_beside_nothing_is_nothing() -> None:
    assert word_diff("Same.", "Same.") == (Piece("same", "Same."),)
    assert word_diff("", "") == ()


def test_a_change_at_both_ends_of_a_large_text_is_told_line_by_line() -> None:
    lines = "\n".join(f"Line {number} of the minutes, as it was." for number in range(MOST_COMPARED // 2))
    pieces = word_diff(f"Old first.\n{lines}\nOld last.", f"New first.\n{lines}\nNew last.")
    assert max(len(piece.text) for piece in pieces if piece.change == "same") > 0.9 * len(lines)


def test_two_large_texts_without_lines_are_one_removal_and_one_addition() -> None:
    before, after = "x " * 500_000 + "a", "a " + "y " * 500_000
    assert {piece.change for piece in word_diff(before, after)} <= {"removed", "added"}
