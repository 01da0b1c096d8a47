"""A period by name, and the weeks that belong to it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.period import Period

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("month", "2026-11-01", "2026-11-30"),
        ("last-month", "2026-10-01", "2026-10-31"),
        ("quarter", "2026-10-01", "2026-12-31"),
        ("trimestre-dernier", "2026-07-01", "2026-09-30"),
        ("year", "2026-04-01", "2027-03-31"),
        ("last-year", "2025-04-01", "2026-03-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2026-t1", "2026-01-01", "2026-03-31"),
        ("2019-2020", "2019-04-01", "2020-03-31"),
        ("2026-11-02..2026-11-20", "2026-11-02", "2026-11-20"),
    ],
)
def test_a_period_is_understood(words: str, first: str, last: str) -> None:
    assert Period.named(words, FRIDAY) == Period(date.fromisoformat(first), date.fromisoformat(last))


def test_a_fiscal_year_begins_on_the_first_of_april() -> None:
    assert str(Period.named("year", date(2026, 3, 31))) == "2025-04-01..2026-03-31"
    assert str(Period.named("year", date(2026, 4, 1))) == "2026-04-01..2027-03-31"


@pytest.mark.parametrize(
    "words", ["", "2026-13", "2026-Q5", "2026-2028", "someday", "9999-12", "2026-11-20..2026-11-02"]
)
def test_what_names_no_period_is_none(words: str) -> None:
    assert Period.named(words, FRIDAY) is None


@given(st.integers(1990, 2090))
def test_every_week_belongs_to_one_month_of_its_year_and_none_is_left_out(year: int) -> None:
    months = [Period.named(f"{year}-{month:02d}", FRIDAY) for month in range(1, 13)]
    weeks = [week for month in months if month for week in month.weeks]
    assert len(set(weeks)) == len(weeks)
    assert weeks == sorted(weeks)
    assert all(later.monday - week.monday == timedelta(7) for week, later in pairwise(weeks))
