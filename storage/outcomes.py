"""What became of the things a person meant to do next. The notes that name them are never touched."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import cast

from storage.database import Journal
from storage.records import Outcome, OutcomeKind

_SET = (
    "INSERT INTO outcome (note, outcome, day, at) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (note) DO UPDATE SET outcome = excluded.outcome, day = excluded.day, at = excluded.at"
)
_UNSET = "DELETE FROM outcome WHERE note = ?"
_GET = "SELECT note, outcome, day FROM outcome WHERE note = ?"


class OutcomeStore:
    """The outcomes of one journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def record(self, note: int, outcome: OutcomeKind, *, day: date, at: datetime) -> None:
        """Record what became of `note` on the local day `day`; a later word replaces an earlier one."""
        self._journal.database.execute(_SET, [note, outcome, day.isoformat(), at.isoformat()])

    def forget(self, note: int) -> bool:
        """Open `note` again; whether it had an outcome."""
        return self._journal.database.execute(_UNSET, [note]).rowcount == 1

    def of(self, notes: Iterable[int]) -> dict[int, Outcome]:
        """The outcomes of those `notes` that have one."""
        rows = (self._journal.database.execute(_GET, [note]).fetchone() for note in notes)
        return {
            note: Outcome(note, cast("OutcomeKind", kind), date.fromisoformat(day))
            for note, kind, day in filter(None, rows)
        }
