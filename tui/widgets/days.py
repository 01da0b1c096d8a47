"""How a day is written where there is little room."""

from collections.abc import Iterable
from datetime import date

from tui.wording import Words


def short_day(words: Words, day: date) -> str:
    """`Fri 2026-11-20`, « ven. 2026-11-20 »."""
    return f"{weekday(words, day)} {day.isoformat()}"


def weekday(words: Words, day: date) -> str:
    """The short name of the day of the week."""
    return words("short-weekdays").split()[day.weekday()]


def weekdays(words: Words, days: Iterable[date]) -> str:
    """The short names of several days, each once, in order: `Mon Wed Fri`."""
    return " ".join(weekday(words, day) for day in sorted(set(days)))
