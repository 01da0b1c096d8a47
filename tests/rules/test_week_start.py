"""Where a week begins on the screen; its name is ISO 8601's wherever one lives."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.week_start import days_around, first_weekday

TABLE = (Path(__file__).parents[2] / "rules" / "week_starts.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("locale", "first"),
    [
        ("en_CA.UTF-8", 6),
        ("fr_CA", 6),
        ("en-US", 6),
        ("fr_FR.UTF-8", 0),
        ("en_GB.UTF-8", 0),
        ("en_AU", 0),
        ("mi_NZ.utf8", 0),
        ("ar_EG.UTF-8", 5),
        ("dv_MV", 4),
        ("de_CH@euro", 0),
        ("zh_Hant_HK", 6),
        ("C.UTF-8", 0),
        ("C", 0),
        ("", 0),
        ("fr", 0),
        ("en_CA; rm -rf", 0),
    ],
)
def test_a_locale_says_where_a_week_begins(locale: str, first: int) -> None:
    assert first_weekday(locale, TABLE) == first


@given(st.dates(date(1, 1, 8), date(9999, 12, 24)), st.integers(0, 6))
def test_a_week_on_the_screen_is_the_seven_days_from_its_first(day: date, first: int) -> None:
    days = days_around(day, first)
    assert day in days
    assert days[0].weekday() == first
    assert [one.toordinal() - days[0].toordinal() for one in days] == list(range(7))


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize("first", range(7))
def test_the_ends_of_the_calendar_are_no_trap(day: date, first: int) -> None:
    assert day in days_around(day, first)
