"""When a sheet beside a pack begins to say something else, as some of its rows count on some days only."""

from contextlib import suppress
from datetime import date, timedelta

_DAYS = {"first", "last"}
"""The columns that tell on which days a row counts, both ends included."""
_OF_PERIODS = "title-en"
"""What a calendar has: its periods are all kept with the pack, whatever the day."""


def turning_days(text: str) -> set[date]:
    """The days from which a list says something else: each `first` of its rows, and the day after each `last`.

    From a row that cannot be read on there are none: whoever reads the sheet for what it says is told of it.
    """
    columns = {column.strip(' "') for column in text.partition("\n")[0].split(",")}
    return set() if _DAYS.isdisjoint(columns) or _OF_PERIODS in columns else _turns(text)


def _turns(text: str) -> set[date]:
    from rules.sheet import SheetError, sheet_rows  # CSV, which few starts need

    turns: set[date] = set()
    with suppress(SheetError, OverflowError):
        for row in sheet_rows(text):
            first, last = row.maybe_day("first"), row.maybe_day("last")
            turns.update(day for day in (first, last and last + timedelta(days=1)) if day)
    return turns
