"""The notes of the journal: reading, adding, revising, setting aside.

Every change is a new version; the schema's triggers keep the old ones. A change names the version
it started from, so that two windows never overwrite each other.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from storage.database import Journal
from storage.errors import ChangedElsewhere, NoSuchNote, NoSuchVersion
from storage.records import Note, Version
from storage.rows import COLUMNS, is_rowid, note_from

_BY_DAY = f"SELECT {COLUMNS} FROM note WHERE deleted = 0 AND day BETWEEN ? AND ? ORDER BY day, instant, id"
_LAST_OF_DAY = (
    f"SELECT {COLUMNS} FROM note WHERE deleted = 0 AND day = ?"
    " ORDER BY instant DESC, id DESC LIMIT ? OFFSET ?"
)
_LATER = (
    "SELECT count(*) FROM note JOIN (SELECT day AS on_day, instant AS moment, id AS number FROM note WHERE id = ?)"
    " WHERE deleted = 0 AND day = on_day AND (instant, id) > (moment, number)"
)
_NEWEST = "SELECT text, tags FROM note WHERE deleted = 0 ORDER BY id DESC LIMIT ?"
_BY_ID = f"SELECT {COLUMNS} FROM note WHERE id = ?"
_COUNTS = "SELECT day, count(*) FROM note WHERE deleted = 0 AND day BETWEEN ? AND ? GROUP BY day"
_DAYS = "SELECT id, day FROM note WHERE deleted = 0 AND day BETWEEN ? AND ?"
_VERSIONS = (
    "SELECT note AS id, day, at, text, tags, private, version, deleted FROM note_version"
    " WHERE note = ? ORDER BY version"
)
_VERSION = _VERSIONS.replace("note = ?", "note = ? AND version = ?")
_HISTORY = _VERSIONS.replace("deleted FROM", "deleted, changed FROM")
_REVISE = (
    "UPDATE note SET day = ?, text = ?, tags = ?, private = ?, deleted = ?, changed = ?, version = version + 1"
    " WHERE id = ? AND version = ?"
)


class NoteStore:
    """The notes of one journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def between(self, first: date, last: date) -> list[Note]:
        """The notes of the local days `first` to `last`, both included, in the order they happened."""
        rows = self._journal.database.execute(_BY_DAY, [first.isoformat(), last.isoformat()])
        return [note_from(row) for row in rows]

    def last_of(self, day: date, most: int, later: int = 0) -> list[Note]:
        """The last notes of a local day but for `later` ones, at most `most`, in the order they happened."""
        rows = self._journal.database.execute(_LAST_OF_DAY, [day.isoformat(), most, later]).fetchall()
        return [note_from(row) for row in reversed(rows)]

    def later_than(self, note: int) -> int:
        """How many notes of its own day happened after a note."""
        return int(self._journal.database.execute(_LATER, [note]).fetchone()[0])

    def newest(self, most: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Text and tags of the notes logged last, at most `most`, newest first, one at a time."""
        with self._journal.database.in_passing() as database:
            for text, tags in database.execute(_NEWEST, [most]):
                yield text, tuple(json.loads(tags))

    def get(self, note: int) -> Note:
        """The current version of a note. Raises NoSuchNote; a note that was set aside counts as none."""
        found = self.find(note)
        if found.deleted:
            raise NoSuchNote(note)
        return found

    def find(self, note: int) -> Note:
        """The current version of a note, also of one that was set aside. Raises NoSuchNote."""
        row = self._journal.database.execute(_BY_ID, [note]).fetchone() if is_rowid(note) else None
        if row is None:
            raise NoSuchNote(note)
        return note_from(row)

    def versions(self, note: int) -> list[Note]:
        """Every version a note ever had, oldest first."""
        return [note_from(row) for row in self._journal.database.execute(_VERSIONS, [note])]

    def version(self, note: int, version: int) -> Note:
        """The state a note had as its version `version`. Raises NoSuchNote and NoSuchVersion."""
        number = self.find(note).id
        row = (
            self._journal.database.execute(_VERSION, [number, version]).fetchone()
            if is_rowid(version)
            else None
        )
        if row is None:
            raise NoSuchVersion(note, version)
        return note_from(row)

    def history(self, note: int) -> list[Version]:
        """Every state a note was ever in and when it was written, oldest first. Raises NoSuchNote."""
        rows = self._journal.database.execute(_HISTORY, [note]).fetchall() if is_rowid(note) else []
        if not rows:
            raise NoSuchNote(note)
        return [Version(note_from(row[:-1]), datetime.fromisoformat(row[-1])) for row in rows]

    def counts(self, first: date, last: date) -> dict[date, int]:
        """How many notes each local day from `first` to `last` has; days without any are left out."""
        rows = self._journal.database.execute(_COUNTS, [first.isoformat(), last.isoformat()])
        return {date.fromisoformat(day): count for day, count in rows}

    def days(self, first: date, last: date) -> dict[int, date]:
        """The local day of each note from `first` to `last`, both included, by number."""
        rows = self._journal.database.execute(_DAYS, [first.isoformat(), last.isoformat()])
        return {number: date.fromisoformat(day) for number, day in rows}

    def total(self) -> int:
        """How many notes the journal shows."""
        return int(
            self._journal.database.execute("SELECT count(*) FROM note WHERE deleted = 0").fetchone()[0]
        )

    def shown(self, numbers: Iterable[str]) -> set[int]:
        """Those of `numbers`, in digits, that are notes which were not set aside."""
        ask = "SELECT id FROM note WHERE deleted = 0 AND id = CAST(? AS INTEGER)"
        return {row[0] for number in numbers for row in self._journal.database.execute(ask, [number])}

    def revise(self, note: Note, *, changed: datetime) -> Note:
        """Write `note`'s day, text, tags, private and deleted as its next version; returns that version.

        `note.version` is the version the change started from. Raises ChangedElsewhere when another
        window wrote one in the meantime.
        """
        values = [
            note.day.isoformat(),
            note.text,
            json.dumps(note.tags),
            int(note.private),
            int(note.deleted),
            changed.isoformat(),
            note.id,
            note.version,
        ]
        if self._journal.database.execute(_REVISE, values).rowcount != 1:
            raise ChangedElsewhere("note-changed", note=note.id)
        return self.find(note.id)
