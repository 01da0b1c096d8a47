"""What of a passage may be repeated."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.masking import LONGEST, masked


def test_an_ordinary_passage_is_shown_as_it_is():
    assert masked("Protégé B, page 12\r\nsuite 👩🏽") == "Protégé B, page 12\r\nsuite 👩🏽"


@pytest.mark.parametrize(
    "number",
    [
        "046454286",
        "046 454 286",
        "046-454-286",
        "046.454.286",
        "4\u200b5\u200b6\u200b7\u200b8\u200b9",
        "4536 0000 1111 2222",
    ],
)
def test_no_digit_of_a_long_number_is_repeated(number: str):
    shown = masked(f"NAS {number} fin")
    assert not re.search(r"\d", shown)
    assert shown.startswith("NAS •")


def test_short_numbers_stay():
    assert masked("12 % in 2026, room 4021") == "12 % in 2026, room 4021"


def test_a_masked_rule_shows_only_the_length():
    assert masked("Snowbank-2019", whole=True) == "•••• (13 characters)"


def test_the_length_is_told_in_the_language_of_the_remark():
    assert masked("Snowbank-2019", whole=True, language="fr") == "•••• (13 caractères)"


def test_control_and_direction_characters_are_made_visible():
    assert masked("a\x1b[31m\u202eb\rc\ud800") == "a�[31m�b�c�"


@pytest.mark.parametrize(
    ("length", "shown"), [(LONGEST, "x" * LONGEST), (LONGEST + 1, "x" * (LONGEST - 1) + "…")]
)
def test_a_passage_is_cut_only_where_it_is_too_long(length: int, shown: str):
    assert masked("x" * length) == shown


def test_a_number_that_runs_over_the_cut_is_still_masked():
    shown = masked("x" * 117 + "123456789")
    assert shown == "x" * 117 + "••…"


@given(st.text())
def test_the_copy_is_short_encodable_and_free_of_long_numbers(passage: str):
    shown = masked(passage)
    assert len(shown) <= LONGEST
    shown.encode("utf-8")
    assert not re.search(r"\d{6}", shown)
