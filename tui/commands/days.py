"""DAY and WEEK on the command line, understood or refused with the forms that are."""

from datetime import date

from rules.dates import parse_day, parse_monday
from rules.week import Week
from tui.sayings import UsageError
from tui.wording import Words


def the_day(words_given: str, today: date, words: Words) -> date:
    """The day meant. Raises UsageError."""
    day = parse_day(words_given, today)
    if day is None:
        raise UsageError(words("no-such-day", words=words_given))
    return day


def the_week(words_given: str, today: date, words: Words) -> Week:
    """The week meant. Raises UsageError."""
    monday = parse_monday(words_given, today)
    if monday is None:
        raise UsageError(words("no-such-week", words=words_given))
    return Week.of(monday)
