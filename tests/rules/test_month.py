"""Months and years as rows and columns: every day stands in them once, under its own weekday."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rules.month import days_later, month_rows, months_later, year_columns

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
FIRST = st.integers(0, 6)


@given(DAYS, FIRST)
def test_every_day_of_the_month_stands_once_under_its_weekday(day: date, first: int) -> None:
    rows = month_rows(day, first)
    days = [one for row in rows for one in row if one]
    assert days == sorted(set(days))
    assert day in days
    assert {(one.year, one.month) for one in days} == {(day.year, day.month)}
    assert all((one.weekday() - first) % 7 == place for row in rows for place, one in enumerate(row) if one)


@given(st.integers(1, 9999), FIRST)
def test_every_day_of_the_year_stands_once_under_its_weekday(year: int, first: int) -> None:
    columns = year_columns(year, first)
    days = [one for column in columns for one in column if one]
    assert days[0] == date(year, 1, 1)
    assert days[-1] == date(year, 12, 31)
    assert all(after - before == timedelta(1) for before, after in pairwise(days))
    assert len(columns) in (53, 54)
    assert all(
        (one.weekday() - first) % 7 == row for column in columns for row, one in enumerate(column) if one
    )


@given(DAYS, st.integers(-40, 40))
def test_months_later_lands_in_that_month_and_never_off_the_calendar(day: date, months: int) -> None:
    found = months_later(day, months)
    wanted = day.year * 12 + day.month + months
    assert found == day or found.year * 12 + found.month == wanted
    assert found.day <= day.day


def test_the_last_of_a_long_month_becomes_the_last_of_a_short_one() -> None:
    assert months_later(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert months_later(date(2024, 2, 29), 12) == date(2025, 2, 28)


def test_the_ends_of_the_calendar_hold() -> None:
    assert days_later(date.max, 1) == date.max
    assert days_later(date.min, -7) == date.min
    assert months_later(date.max, 1) == date.max
