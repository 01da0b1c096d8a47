"""DAY and WEEK as a person types them: a small grammar of our own, English and French, today passed in.

A bare weekday is the latest one that is past, because a journal looks back. Nothing is guessed: what
the grammar does not know is not a day, and no date is ever read out of a note's words. This module
is on the capture path and imports nothing but the standard library.
"""

import re
from datetime import date, timedelta

_TODAY = {"today", "aujourd'hui", "aujourd’hui", "aujourdhui", "auj"}
_YESTERDAY = {"yesterday", "hier"}
_BEFORE_YESTERDAY = {"avant-hier"}
_WEEKDAYS = (
    ("mon", "monday", "lun", "lundi"),
    ("tue", "tues", "tuesday", "mar", "mardi"),
    ("wed", "wednesday", "mer", "mercredi"),
    ("thu", "thur", "thurs", "thursday", "jeu", "jeudi"),
    ("fri", "friday", "ven", "vendredi"),
    ("sat", "saturday", "sam", "samedi"),
    ("sun", "sunday", "dim", "dimanche"),
)
_THIS_WEEK = {"this", "cette", "courante"}
_LAST_WEEK = {"last", "dernière", "derniere", "passée", "passee"}

_YEAR_AGO = {"year-ago", "il-y-a-un-an"}

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DAYS_AGO = re.compile(r"-(\d{1,7})[dj]", re.ASCII)
_WEEKS_AGO = re.compile(r"-(\d{1,6})[ws]", re.ASCII)
_ISO_WEEK = re.compile(r"(\d{4})-?w(\d{2})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})(?:[:h](\d{2}))(?::(\d{2}))?", re.ASCII)

_YEARS = range(1000, 9999)  # a week at either end of the calendar has no week before or after it


def parse_day(words: str, today: date) -> date | None:
    """The day that `words` name, seen from `today`; None when they name none."""
    word = _folded(words)
    if word in _TODAY:
        return today
    if word in _YESTERDAY:
        return _days_before(today, 1)
    if word in _BEFORE_YESTERDAY:
        return _days_before(today, 2)
    if ago := _DAYS_AGO.fullmatch(word):
        return _days_before(today, int(ago[1]))
    if _ISO_DAY.fullmatch(word):
        return _iso_day(word)
    return _past_weekday(word, today)


def parse_monday(words: str, today: date) -> date | None:
    """The Monday of the week that `words` name, seen from `today`; None when they name none."""
    word = _folded(words)
    monday = today - timedelta(days=today.weekday())
    if word in _THIS_WEEK:
        return monday
    if word in _LAST_WEEK:
        return _days_before(monday, 7)
    if word in _YEAR_AGO:
        year, number, _ = today.isocalendar()
        return _iso_monday(year - 1, number) or _iso_monday(year - 1, number - 1)
    if ago := _WEEKS_AGO.fullmatch(word):
        return _days_before(monday, 7 * int(ago[1]))
    if named := _ISO_WEEK.fullmatch(word):
        return _iso_monday(int(named[1]), int(named[2]))
    return None


def parse_clock(words: str) -> tuple[int, int, int] | None:
    """Hour, minute and second that `words` name (`9:05`, `14h30`, `14:30:10`); None when they name none."""
    found = _CLOCK.fullmatch(words.strip())
    if not found:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _folded(words: str) -> str:
    return words.strip().casefold().replace("’", "'")


def _days_before(day: date, count: int) -> date | None:
    try:
        earlier = day - timedelta(days=count)
    except OverflowError:
        return None
    return earlier if earlier.year >= _YEARS.start else None


def _iso_day(word: str) -> date | None:
    try:
        return _of_our_time(date.fromisoformat(word))
    except ValueError:
        return None


def _iso_monday(year: int, number: int) -> date | None:
    try:
        return _of_our_time(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def _of_our_time(day: date) -> date | None:
    return day if day.year in _YEARS else None


def _past_weekday(word: str, today: date) -> date | None:
    for weekday, names in enumerate(_WEEKDAYS):
        if word in names:
            return _days_before(today, (today.weekday() - weekday - 1) % 7 + 1)
    return None
