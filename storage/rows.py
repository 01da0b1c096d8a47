"""How a row of the note table becomes a note. Apart from the stores, so that a shell search stays light."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from storage.records import Note

COLUMNS = "id, day, at, text, tags, private, version, deleted"
"""The columns, in order, of the rows read here."""


def is_rowid(number: int) -> bool:
    """Whether a row can have this number, or a version: SQLite refuses larger ones with an error of its own."""
    return 0 < number < 2**63


def note_from(row: Any) -> Note:  # noqa: ANN401 - a row of the columns in COLUMNS, as sqlite3 gives it
    """The note that a row of `COLUMNS` describes."""
    number, day, at, text, tags, private, version, deleted = row
    return Note(
        id=number,
        day=date.fromisoformat(day),
        at=datetime.fromisoformat(at),
        text=text,
        tags=tuple(json.loads(tags)),
        private=bool(private),
        version=version,
        deleted=bool(deleted),
    )


def walk(rows: Iterable[Any]) -> Iterator[Note]:
    """Notes of rows of `COLUMNS`, one at a time, so that a reader may stop early."""
    return (note_from(row) for row in rows)
