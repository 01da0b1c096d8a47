"""The ISO week: one identity for a week, whatever the locale shows as its first day.

ISO 8601 year and week always go together; that is what keeps the turn of the year right.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_LABEL = re.compile(r"(\d{4})-?W(\d{2})", re.IGNORECASE | re.ASCII)


def is_working(day: date) -> bool:
    """Whether notes are expected of it: Monday to Friday."""
    return day.weekday() < 5


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """A week from Monday to Sunday, named by its ISO year and number."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Week":
        """The week that `day` lies in."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @classmethod
    def named(cls, label: str) -> "Week | None":
        """The week that `2026-W47` (or `2026W47`) names; None when it names none that exists."""
        found = _LABEL.fullmatch(label.strip())
        if not found:
            return None
        try:
            return cls.of(date.fromisocalendar(int(found[1]), int(found[2]), 1))
        except ValueError:
            return None

    @property
    def monday(self) -> date:
        """Its first day."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)

    @property
    def days(self) -> tuple[date, ...]:
        """Its seven days, Monday first."""
        return tuple(self.monday + timedelta(days=offset) for offset in range(7))

    def shifted(self, weeks: int) -> "Week":
        """The week that many weeks later, or earlier when negative. Raises OverflowError off the calendar."""
        return Week.of(self.monday + timedelta(weeks=weeks))

    @property
    def year_ago(self) -> "Week":
        """The week with its number a year earlier; week 52 for a week 53."""
        return Week.named(f"{self.year - 1:04d}-W{self.number:02d}") or Week(self.year - 1, self.number - 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.number:02d}"
