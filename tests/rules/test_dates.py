"""DAY and WEEK as people type them, in English and French."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.dates import parse_clock, parse_day, parse_monday

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", FRIDAY),
        ("Today", FRIDAY),
        ("aujourd'hui", FRIDAY),
        ("aujourd’hui", FRIDAY),
        ("yesterday", date(2026, 11, 19)),
        ("hier", date(2026, 11, 19)),
        ("avant-hier", date(2026, 11, 18)),
        ("-3d", date(2026, 11, 17)),
        ("-3j", date(2026, 11, 17)),
        ("-0d", FRIDAY),
        ("2026-11-20", FRIDAY),
        ("mon", date(2026, 11, 16)),
        ("lundi", date(2026, 11, 16)),
        ("mar", date(2026, 11, 17)),
        ("mercredi", date(2026, 11, 18)),
        ("Thursday", date(2026, 11, 19)),
        ("fri", date(2026, 11, 13)),
        ("vendredi", date(2026, 11, 13)),
        ("sun", date(2026, 11, 15)),
    ],
)
def test_a_day_is_understood(words: str, day: date) -> None:
    assert parse_day(words, FRIDAY) == day


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "tomorrow",
        "monday we shipped",
        "11/12/2026",
        "2026-02-30",
        "2026-11",
        "20261120",
        "-9999999d",
        "0001-01-01",
        "9999-12-31",
        "٢٠٢٦-١١-٢٠",
        "last monday",
    ],
)
def test_what_is_no_day_is_not_guessed(words: str) -> None:
    assert parse_day(words, FRIDAY) is None


@given(
    today=st.dates(date(1970, 1, 1)),
    name=st.sampled_from(["mon", "mar", "wed", "jeu", "friday", "samedi", "sun"]),
)
def test_a_bare_weekday_is_the_latest_one_that_is_past(today: date, name: str) -> None:
    day = parse_day(name, today)
    assert day is not None
    assert timedelta(days=1) <= today - day <= timedelta(days=7)


@pytest.mark.parametrize(
    ("words", "monday"),
    [
        ("this", date(2026, 11, 16)),
        ("cette", date(2026, 11, 16)),
        ("last", date(2026, 11, 9)),
        ("dernière", date(2026, 11, 9)),
        ("-2w", date(2026, 11, 2)),
        ("-2s", date(2026, 11, 2)),
        ("2026-W47", date(2026, 11, 16)),
        ("2026w47", date(2026, 11, 16)),
        ("2026-W53", date(2026, 12, 28)),
    ],
)
def test_a_week_is_understood(words: str, monday: date) -> None:
    assert parse_monday(words, FRIDAY) == monday


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        (FRIDAY, date(2025, 11, 17)),
        (date(2026, 12, 30), date(2025, 12, 22)),  # week 53, which the year before did not have
        (date(2027, 1, 2), date(2025, 12, 22)),  # the same week, in the next calendar year
        (date(2027, 12, 31), date(2026, 12, 21)),  # week 52, though the year before had one more
    ],
)
def test_a_year_ago_is_the_week_of_that_number_or_the_last(today: date, monday: date) -> None:
    assert parse_monday("year-ago", today) == parse_monday("il-y-a-un-an", today) == monday


@pytest.mark.parametrize(
    "words",
    ["", "next", "47", "W47", "2026-W54", "9999-W52", "0001-W01", "2025-W53", "-999999w", "2026-11-20"],
)
def test_what_is_no_week_is_not_guessed(words: str) -> None:
    assert parse_monday(words, FRIDAY) is None


@pytest.mark.parametrize(
    ("words", "clock"),
    [("9:05", (9, 5, 0)), ("14h30", (14, 30, 0)), ("00:00", (0, 0, 0)), ("23:59:58", (23, 59, 58))],
)
def test_a_time_of_day_is_understood(words: str, clock: tuple[int, int, int]) -> None:
    assert parse_clock(words) == clock


@pytest.mark.parametrize("words", ["", "9", "24:00", "9:60", "9:5", "9.05", "noon", "12:00:60"])
def test_what_is_no_time_of_day_is_not_guessed(words: str) -> None:
    assert parse_clock(words) is None
