"""A month and a year as rows and columns of days, beginning with whichever weekday weeks begin with."""

from calendar import Calendar, monthrange
from datetime import date, timedelta


def month_rows(day: date, first: int) -> tuple[tuple[date | None, ...], ...]:
    """The weeks of the month `day` lies in, seven days each from weekday `first` (0 for Monday).

    None stands for the days of other months.
    """
    rows = Calendar(first).monthdayscalendar(day.year, day.month)
    return tuple(tuple(day.replace(day=number) if number else None for number in row) for row in rows)


def year_columns(year: int, first: int) -> tuple[tuple[date | None, ...], ...]:
    """The weeks of a year, 53 or 54 columns of seven days from weekday `first`; None for days of other years."""
    start = date(year, 1, 1)
    blank = (start.weekday() - first) % 7
    days: list[date | None] = [None] * blank
    days += [start + timedelta(days=number) for number in range((date(year, 12, 31) - start).days + 1)]
    days += [None] * (-len(days) % 7)
    return tuple(tuple(days[begin : begin + 7]) for begin in range(0, len(days), 7))


def months_later(day: date, months: int) -> date:
    """The same day that many months later, earlier when negative; the last of a month that is too short for it.

    Stays at `day` where the calendar ends.
    """
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if not date.min.year <= year <= date.max.year:
        return day
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_later(day: date, days: int) -> date:
    """The day that many days later, earlier when negative; `day` itself where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
