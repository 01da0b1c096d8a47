"""Few stretches of digits are worth the phone library's time, and none that it would know is passed over."""

from itertools import islice

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from phonenumbers import Leniency, PhoneNumberMatcher

from rules.identifiers.contacts import may_be_phone, phone_number

NEAR = st.text(st.sampled_from("0123456789 113-().+x#"), max_size=24)
NUMBER = st.from_regex(
    r"(\+?1{1,3}[ -]?)?\(?[2-9]\d{2}\)?[ .-]?[2-9]\d{2}[ .-]?\d{4}|310-\d{4} \d\d?", fullmatch=True
)


@given(st.one_of(NEAR, NUMBER, st.tuples(NEAR, NUMBER, NEAR).map("".join)))
@example("111801.-213072 -7\n9 8")
@example("4x416967111" + "4169671111")
def test_no_number_that_the_library_knows_is_passed_over(near: str) -> None:
    if any(PhoneNumberMatcher(near, "CA", leniency=Leniency.VALID)):
        assert may_be_phone(near)


@pytest.mark.parametrize(
    "near",
    ["1" * 20, "1 1 1 1 1 1 1 1 1 1", "123 123 123 123 123", "4111 1111 1111 1111", "2026-11-24"],
)
def test_digits_that_make_no_number_are_not_shown_to_the_library(near: str) -> None:
    assert not may_be_phone(near)


def test_a_number_behind_a_long_run_of_digits_is_found() -> None:
    text = "1 " * 50_000 + "call 613 721 9044 after five"
    assert [text[start:end] for start, end in phone_number(text)] == ["613 721 9044"]


def test_a_list_of_numbers_is_read_as_far_as_is_asked() -> None:
    numbers = (f"{area}-721-{line}" for area in (416, 613, 819) for line in range(1000, 9000))
    assert len(list(islice(phone_number("\n".join(numbers)), 1000))) == 1000
