"""A stretch of days with a name: some weeks, a month, a quarter, a year that begins on April 1.

A quarter is one of the calendar's, a year is the fiscal year of the Government of Canada (Financial
Administration Act, section 2: from April 1 to the next March 31).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rules.week import Week

FISCAL_MONTH: Final = 4
"""The month in which a fiscal year begins."""

_DAYS: Final = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})", re.ASCII)
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_QUARTER: Final = re.compile(r"(\d{4})-?[qt]([1-4])", re.ASCII)
_YEAR: Final = re.compile(r"(\d{4})[-/\N{EN DASH}](\d{4})", re.ASCII)
_NOW: Final = {
    "month": ("month", 0), "mois": ("month", 0), "last-month": ("month", 1), "mois-dernier": ("month", 1),
    "quarter": ("quarter", 0), "trimestre": ("quarter", 0), "last-quarter": ("quarter", 1),
    "trimestre-dernier": ("quarter", 1),
    "year": ("year", 0), "exercice": ("year", 0), "last-year": ("year", 1), "exercice-dernier": ("year", 1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @classmethod
    def named(cls, words: str, today: date) -> "Period | None":
        """The period that `words` name, seen from `today` (`last-quarter`, `2026-Q4`, `2026-11-02..2026-11-20`…).

        None when they name none that exists.
        """
        word = words.strip().casefold()
        try:
            return _said(word, today) or _written(word)
        except (ValueError, OverflowError):
            return None

    @property
    def days(self) -> tuple[date, ...]:
        """Its days, in order."""
        return tuple(
            self.first + timedelta(days=passed) for passed in range((self.last - self.first).days + 1)
        )

    @property
    def weeks(self) -> Iterator[Week]:
        """The ISO weeks whose Thursday lies in it, so that each week belongs to one month, quarter and year."""
        week = Week.of(self.first)
        while week.monday <= self.last:
            if self.first <= week.monday + timedelta(days=3) <= self.last:
                yield week
            week = week.shifted(1)

    def __str__(self) -> str:
        return f"{self.first.isoformat()}..{self.last.isoformat()}"


def _said(word: str, today: date) -> Period | None:
    if word not in _NOW:
        return None
    kind, back = _NOW[word]
    if kind == "year":
        return _year(today.year - (today.month < FISCAL_MONTH) - back)
    length = 1 if kind == "month" else 3
    months = today.year * 12 + today.month - 1
    start = months - months % length - back * length
    return _months(start // 12, start % 12 + 1, length)


def _written(word: str) -> Period | None:
    if days := _DAYS.fullmatch(word):
        first, last = date.fromisoformat(days[1]), date.fromisoformat(days[2])
        return Period(first, last) if first <= last else None
    if quarter := _QUARTER.fullmatch(word):
        return _months(int(quarter[1]), int(quarter[2]) * 3 - 2, 3)
    if month := _MONTH.fullmatch(word):
        return _months(int(month[1]), int(month[2]), 1)
    year = _YEAR.fullmatch(word)
    return _year(int(year[1])) if year and int(year[2]) == int(year[1]) + 1 else None


def _year(starts: int) -> Period:
    return _months(starts, FISCAL_MONTH, 12)


def _months(year: int, month: int, length: int) -> Period:
    past = month - 1 + length
    return Period(date(year, month, 1), date(year + past // 12, past % 12 + 1, 1) - timedelta(days=1))
