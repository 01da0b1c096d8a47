"""The last part of a stretch: evened out with the one before it where it would be left over nearly empty."""

import pytest

from rules.cuts import Cutter
from tests.rules.profiles import PROFILES

FORTY = PROFILES["gccollab-wire"].tuned(limit=40)


def cut(text: str) -> list[str]:
    """`text` in parts of at most forty characters, without a number."""
    return [text[start:end] for start, end in Cutter(text, FORTY, "").cut(0, len(text))]


def words(*lengths: int) -> str:
    """One word of each length."""
    return " ".join("x" * length for length in lengths)


def test_the_last_two_parts_share_what_would_leave_one_nearly_empty() -> None:
    assert cut(words(9, 9, 9, 9, 5)) == [words(9, 9), words(9, 9, 5)]


def test_only_the_last_two_parts_are_evened_out() -> None:
    assert cut(words(9, 9, 9, 9, 9, 9, 9, 9, 5)) == [words(9, 9, 9, 9), words(9, 9), words(9, 9, 5)]


@pytest.mark.parametrize(("last", "stays"), [(20, True), (16, True), (15, False)])
def test_a_last_part_of_two_fifths_of_the_one_before_it_stays(last: int, stays: bool) -> None:
    first = words(9, 9, 9, 10)
    assert len(first) == 40
    assert (cut(f"{first} {words(last)}")[0] == first) is stays


def test_a_sentence_end_is_worth_a_little_unevenness() -> None:
    assert cut("We met two teams. They asked for one form. Fine.") == [
        "We met two teams.",
        "They asked for one form. Fine.",
    ]


def test_a_better_place_that_leaves_too_long_a_last_part_is_passed_by() -> None:
    first = "Xxxxxxxxx. " + "Y" * 29
    assert cut(f"{first} {words(11)}") == [first, words(11)]


def test_a_better_place_that_leaves_too_long_a_part_before_it_is_passed_by() -> None:
    assert cut(f"{words(40)} yyy. Zz") == [words(40), "yyy. Zz"]
