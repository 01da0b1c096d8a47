"""The days a person was away: they are no gaps in a week."""

from datetime import date, datetime

from storage.database import Journal

_ADD = "INSERT INTO day_off (day, at) VALUES (?, ?) ON CONFLICT DO NOTHING"
_REMOVE = "DELETE FROM day_off WHERE day = ?"
_BETWEEN = "SELECT day FROM day_off WHERE day BETWEEN ? AND ? ORDER BY day"


class DayOffStore:
    """The days off of one journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def add(self, day: date, *, at: datetime) -> bool:
        """Mark a local day as off; whether it was not marked before."""
        return self._journal.database.execute(_ADD, [day.isoformat(), at.isoformat()]).rowcount == 1

    def remove(self, day: date) -> bool:
        """Take the mark away; whether there was one."""
        return self._journal.database.execute(_REMOVE, [day.isoformat()]).rowcount == 1

    def between(self, first: date, last: date) -> frozenset[date]:
        """The days off from `first` to `last`, both included."""
        rows = self._journal.database.execute(_BETWEEN, [first.isoformat(), last.isoformat()])
        return frozenset(date.fromisoformat(day) for (day,) in rows)
