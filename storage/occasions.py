"""What notes answer, pass on or ask for. Nothing is ever overwritten: the newest line about a note stands."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from storage.database import Journal
from storage.quicklog import INSERT_OCCASION
from storage.records import Occasion

_STANDING = (
    "SELECT kind, quote, who, link, until, at FROM occasion WHERE note = CAST(? AS INTEGER)"
    " ORDER BY julianday(at) DESC, id DESC LIMIT 1"
)


class OccasionStore:
    """The occasions of one journal's notes."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def say(self, note: int, occasion: Occasion, *, at: datetime) -> None:
        """Let `occasion` stand for a note from now on."""
        self._journal.database.execute(INSERT_OCCASION, [note, *occasion.written, at.isoformat()])

    def standing(self, notes: Iterable[int]) -> dict[int, Occasion]:
        """What stands for each of these notes; ordinary ones are left out."""
        return standing_in(self._journal.database.conn, notes)


def standing_in(connection: sqlite3.Connection, notes: Iterable[int]) -> dict[int, Occasion]:
    """As `OccasionStore.standing`, for a connection that was opened without the journal's weight."""
    found: dict[int, Occasion] = {}
    for note in notes:
        row = connection.execute(_STANDING, [note]).fetchone()
        if row is not None and row[0] != "note":
            kind, quote, who, link, until, at = row
            found[note] = Occasion(kind, quote, who, link, until, datetime.fromisoformat(at))
    return found
