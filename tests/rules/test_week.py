"""ISO weeks, at the turn of the year above all."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.week import Week, is_working

DAYS = st.dates(date(1, 1, 8), date(9999, 12, 20))


@given(day=DAYS)
def test_a_day_lies_in_its_week_and_the_week_in_its_name(day: date) -> None:
    week = Week.of(day)
    assert day in week.days
    assert week.monday.weekday() == 0
    assert week.sunday - week.monday == timedelta(days=6)
    assert Week.named(str(week)) == week


@given(day=DAYS, weeks=st.integers(-500, 500))
def test_shifting_there_and_back_is_the_same_week(day: date, weeks: int) -> None:
    week = Week.of(date(2000, 1, 1) + (day - date(5000, 1, 1)) // 10)
    assert week.shifted(weeks).shifted(-weeks) == week
    assert (week.shifted(weeks) > week) == (weeks > 0)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 11, 20), "2026-W47"),
        (date(2026, 12, 31), "2026-W53"),
        (date(2027, 1, 1), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2019, 12, 30), "2020-W01"),
        (date(2018, 12, 31), "2019-W01"),
    ],
)
def test_the_turn_of_the_year(day: date, name: str) -> None:
    assert str(Week.of(day)) == name


@pytest.mark.parametrize("label", ["2026W47", " 2026-w47 "])
def test_other_spellings_of_a_week(label: str) -> None:
    assert Week.named(label) == Week(2026, 47)


@pytest.mark.parametrize(
    "label", ["2026-W00", "2026-W54", "2025-W53", "W47", "2026-47", "47", "", "2026-W471", "٢٠٢٦-W47"]
)
def test_what_is_no_week(label: str) -> None:
    assert Week.named(label) is None


def test_a_year_ago_is_the_week_of_its_number_and_the_last_for_a_week_53() -> None:
    assert Week(2026, 47).year_ago == Week(2025, 47)
    assert Week(2026, 53).year_ago == Week(2025, 52)


def test_notes_are_expected_from_monday_to_friday() -> None:
    assert [is_working(day) for day in Week(2026, 47).days] == [True] * 5 + [False] * 2
