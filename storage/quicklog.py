"""The hot path: one note into the journal, on the standard library's sqlite3 alone.

Everything here is imported by `clearday add`; nothing heavier than `sqlite3` may be. An older
journal takes the slow road through `storage.database`, once.
"""

import json
import os
import sqlite3

from storage.birth import open_journal
from storage.faults import as_journal_errors
from storage.schema import FORMAT

INSERT = (
    "INSERT INTO note (uid, day, at, instant, zone, text, tags, private, changed, origin)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)

INSERT_OCCASION = (
    "INSERT INTO occasion (note, kind, quote, who, link, until, at) VALUES (?, ?, ?, ?, ?, ?, ?)"
)


def new_uid() -> str:
    """An identity for a note that no other machine gives: 128 random bits, as 32 hexadecimal digits."""
    return os.urandom(16).hex()


def append(
    path: str,
    text: str,
    *,
    day: str,
    at: str,
    instant: int,
    zone: str = "",
    tags: tuple[str, ...] = (),
    private: bool = False,
    changed: str | None = None,
    occasion: tuple[str, ...] = (),
) -> int:
    """Add one note to the journal at `path`, making the journal if it is missing; returns its number.

    `text` is kept code point for code point. `day` is the local day (YYYY-MM-DD), `at` the moment as
    ISO 8601 with its UTC offset, `instant` the same in microseconds since 1970 UTC. `occasion`:
    kind, quote, who, link and until of what it answers, passes on or asks for; none for an ordinary note. When
    this returns, the note is on disk. Raises JournalError; then nothing was written.
    """
    row = (new_uid(), day, at, instant, zone, text, json.dumps(tags), int(private), changed or at, "typed")
    connection, schema = open_journal(path)
    try:
        with as_journal_errors(path):
            if schema < FORMAT:
                _bring_up_to_date(path)
            if not occasion:
                return int(connection.execute(INSERT, row).lastrowid or 0)
            return _append_both(connection, row, occasion)
    finally:
        connection.close()


def _append_both(connection: sqlite3.Connection, row: tuple[object, ...], occasion: tuple[str, ...]) -> int:
    connection.execute("BEGIN IMMEDIATE")
    try:
        number = int(connection.execute(INSERT, row).lastrowid or 0)
        connection.execute(INSERT_OCCASION, [number, *occasion, row[8]])
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
    return number


def _bring_up_to_date(path: str) -> None:
    from storage.database import open_database

    open_database(path).close()
