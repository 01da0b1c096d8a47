"""Whether a journal is whole: what SQLite finds, and how much it holds."""

import sqlite3
from dataclasses import dataclass

_HOLDS = (
    "SELECT (SELECT count(*) FROM note WHERE deleted = 0), (SELECT count(*) FROM note),"
    " (SELECT count(*) FROM note_version), (SELECT count(*) FROM week_version),"
    " (SELECT max(day) FROM note WHERE deleted = 0)"
)

_DIFFERS = (
    "SELECT 1 FROM note LEFT JOIN note_version AS kept ON kept.note = note.id AND kept.version = note.version"
    " WHERE (note.text, note.day, note.at, note.instant, note.tags, note.private, note.deleted)"
    " IS NOT (kept.text, kept.day, kept.at, kept.instant, kept.tags, kept.private, kept.deleted) LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much a journal holds; two copies of the same journal hold the same."""

    notes: int = 0
    """Notes that are shown; the next two count those that were set aside as well."""
    all_notes: int = 0
    versions: int = 0
    """Versions of all notes."""
    week_versions: int = 0
    newest: str | None = None
    """The local day of the newest note that is shown (YYYY-MM-DD); None when there is none."""


def holdings(connection: sqlite3.Connection) -> Holdings:
    """What the journal behind `connection` holds. Raises sqlite3.Error."""
    return Holdings(*connection.execute(_HOLDS).fetchone())


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether pages, indexes and references are in order and every note is as its last version says.

    SQLite keeps no checksums, so a letter that changed on the disk shows only against the history. Reads
    the whole file; raises nothing.
    """
    try:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        return found == ["ok"] and broken is None and connection.execute(_DIFFERS).fetchone() is None
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False
