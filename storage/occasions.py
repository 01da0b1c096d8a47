"""What notes answer, pass on or ask for. Nothing is ever overwritten: the newest line about a note stands."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from storage.database import Journal
from storage.quicklog import INSERT_OCCASION
from storage.records import Occasion

_SAID = "SELECT kind, quote, who, link, until, at FROM occasion WHERE note = CAST(? AS INTEGER)"
_STANDING = f"{_SAID} ORDER BY julianday(at) DESC, id DESC LIMIT 1"
_HISTORY = f"{_SAID} ORDER BY julianday(at), id"
_STANDING_ID = (
    "SELECT id FROM occasion WHERE note = CAST(? AS INTEGER) ORDER BY julianday(at) DESC, id DESC LIMIT 1"
)
_LINE = "SELECT kind, quote, who, link, until, at FROM occasion WHERE id = ?"


class OccasionStore:
    """The occasions of one journal's notes."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def say(self, note: int, occasion: Occasion, *, at: datetime) -> int:
        """Let `occasion` stand for a note from now on; the number of its line."""
        before = self.line(self.standing_line(note))
        # A clock that was ahead, here or on another machine, must not keep the new line from standing.
        moment = max(at, before.at) if before.at else at
        row = [note, *occasion.written, moment.isoformat()]
        return int(self._journal.database.execute(INSERT_OCCASION, row).lastrowid or 0)

    def standing_line(self, note: int) -> int:
        """The number of the line that stands for a note; 0 where nothing was ever said of it."""
        row = self._journal.database.execute(_STANDING_ID, [note]).fetchone()
        return int(row[0]) if row else 0

    def line(self, number: int) -> Occasion:
        """What the line `number` says; an ordinary note for 0."""
        row = self._journal.database.execute(_LINE, [number]).fetchone()
        return _occasion(row) if row else Occasion("note")

    def history(self, note: int) -> list[Occasion]:
        """Everything that was ever said of a note, ordinary again included, in the order it was said."""
        return [_occasion(row) for row in self._journal.database.execute(_HISTORY, [note])]

    def standing(self, notes: Iterable[int]) -> dict[int, Occasion]:
        """What stands for each of these notes; ordinary ones are left out."""
        return standing_in(self._journal.database.conn, notes)


def standing_in(connection: sqlite3.Connection, notes: Iterable[int]) -> dict[int, Occasion]:
    """As `OccasionStore.standing`, for a connection that was opened without the journal's weight."""
    found: dict[int, Occasion] = {}
    for note in notes:
        row = connection.execute(_STANDING, [note]).fetchone()
        if row is not None and row[0] != "note":
            found[note] = _occasion(row)
    return found


def _occasion(row: Any) -> Occasion:  # noqa: ANN401 - a row of the columns in _SAID, as sqlite3 gives it
    kind, quote, who, link, until, at = row
    return Occasion(kind, quote, who, link, until, datetime.fromisoformat(at))
