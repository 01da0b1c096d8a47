"""The right day, whatever the hour, the offset and the season."""

import time as system_time
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.clock import Clock, ClockError, instant

NIGHT = time(4)
DAYS = st.dates(date(1971, 1, 1), date(2200, 1, 1))
CLOCKS = st.times().map(lambda at: at.replace(microsecond=0))


def at(moment: str, day_ends: time = time()) -> Clock:
    return Clock({"CLEARDAY_NOW": moment}, day_ends)


@pytest.fixture
def toronto(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    monkeypatch.setenv("TZ", "America/Toronto")
    system_time.tzset()
    yield Clock({})
    monkeypatch.undo()
    system_time.tzset()


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-21T01:30:00-05:00", date(2026, 11, 20)),
        ("2026-11-21T03:59:59-05:00", date(2026, 11, 20)),
        ("2026-11-21T04:00:00-05:00", date(2026, 11, 21)),
        ("2027-01-01T00:10:00-05:00", date(2026, 12, 31)),
    ],
)
def test_the_small_hours_belong_to_the_day_before_when_the_day_ends_late(moment: str, day: date) -> None:
    assert at(moment, NIGHT).today() == day
    assert at(moment).today() == date.fromisoformat(moment[:10])


@given(
    day=DAYS,
    clock=CLOCKS,
    ends=st.times(max_value=time(11, 59)).map(lambda t: t.replace(second=0, microsecond=0)),
)
def test_a_time_of_a_day_belongs_to_that_day(day: date, clock: time, ends: time) -> None:
    here = at("2026-11-20T16:30:00-05:00", ends)
    moment = here.on(day, clock)
    assert here.day_of(moment) == day
    assert moment.time() == clock


@given(day=DAYS, clock=CLOCKS)
def test_with_days_that_end_at_midnight_the_calendar_is_the_journal(day: date, clock: time) -> None:
    here = at("2026-11-20T16:30:00-05:00")
    assert here.on(day, clock).date() == day


@given(st.datetimes(datetime(1970, 1, 2), datetime(9999, 12, 30)), st.integers(-14 * 60, 14 * 60))
def test_an_instant_is_the_same_whatever_the_offset(naive: datetime, minutes: int) -> None:
    from datetime import timezone

    moment = naive.replace(tzinfo=UTC)
    assert instant(moment) == instant(moment.astimezone(timezone(timedelta(minutes=minutes))))


def test_each_season_has_its_own_offset(toronto: Clock) -> None:
    assert toronto.local(date(2026, 7, 1), time(9)).isoformat() == "2026-07-01T09:00:00-04:00"
    assert toronto.local(date(2026, 1, 1), time(9)).isoformat() == "2026-01-01T09:00:00-05:00"


def test_the_hour_that_comes_twice_is_the_first_one(toronto: Clock) -> None:
    assert toronto.local(date(2026, 11, 1), time(1, 30)).isoformat() == "2026-11-01T01:30:00-04:00"


@pytest.mark.parametrize("clock", [time(1, 59), time(2), time(2, 30), time(3)])
def test_the_hour_that_never_comes_stays_on_its_day(toronto: Clock, clock: time) -> None:
    assert toronto.local(date(2026, 3, 8), clock).date() == date(2026, 3, 8)


def test_a_time_in_the_hour_that_never_comes_is_as_far_behind_the_change(toronto: Clock) -> None:
    """2:30 was kept as 1:30, before notes that were written at a quarter to two."""
    assert toronto.local(date(2026, 3, 8), time(2, 30)).isoformat() == "2026-03-08T03:30:00-04:00"


def test_where_the_clocks_change_at_midnight_the_day_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/Santiago")
    system_time.tzset()
    moment = Clock({}).local(date(2026, 9, 6), time(0, 30))
    monkeypatch.undo()
    system_time.tzset()
    assert moment.isoformat() == "2026-09-06T01:30:00-03:00"


@pytest.mark.parametrize(
    "words",
    [
        "now",
        "2026-11-20",
        "2026-11-20T16:30:00",
        "2026-11-20T25:00:00Z",
        "9999-12-31T23:00:00Z",
        "0001-01-01T00:00:00Z",
    ],
)
def test_a_clock_that_is_no_moment_with_an_offset_is_refused(words: str) -> None:
    with pytest.raises(ClockError, match=words):
        Clock({"CLEARDAY_NOW": words})
