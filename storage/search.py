"""Full-text search over the notes. What a person types is always words to find, never a syntax error."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from storage.records import Note
from storage.rows import COLUMNS, walk

_DAYS = "note.deleted = 0 AND note.day BETWEEN :first AND :last"
# Their numbers alone: all that hold a common word have to be sorted, and few of them are looked at.
_BY_WORDS = (
    "SELECT note.id FROM note_text JOIN note ON note.id = note_text.rowid"
    f" WHERE note_text MATCH :words AND {_DAYS} ORDER BY note_text.rank, note.instant DESC"
)
_BY_NUMBER = f"SELECT {COLUMNS} FROM note WHERE id = ? AND deleted = 0"
_BY_DAYS = f"SELECT {COLUMNS} FROM note WHERE {_DAYS} ORDER BY note.day DESC, note.instant DESC"
_NEWEST = f"SELECT id FROM note WHERE {_DAYS}"
_IN_WORDS = "id IN (SELECT rowid FROM note_text WHERE note_text MATCH :words)"

Kind = Literal["private", "cleared"]
"""What the journal itself tells of a note: that it is private, or was cleared once, whether that still holds or not."""
_KINDS: Final[dict[Kind, str]] = {
    "private": "private = 1",
    "cleared": "'note:' || id IN (SELECT source FROM clearance)",
}


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase to find; with `prefix`, the last word may go on."""

    text: str
    prefix: bool = False


class NoteSearch:
    """Finds notes by their words and days, best match first, accents and case folded."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`connection`: to a journal; of this thread."""
        self._connection = connection

    def find(self, terms: Sequence[Term], first: date = date.min, last: date = date.max) -> Iterator[Note]:
        """Notes that hold every term, from day `first` to `last`, best match first; newest first without terms."""
        days = {"first": first.isoformat(), "last": last.isoformat()}
        if not terms:
            return walk(self._connection.execute(_BY_DAYS, days))
        words = " ".join(_quoted(term) for term in terms)
        numbers = self._connection.execute(_BY_WORDS, {"words": words, **days})
        return (note for number in numbers for note in walk(self._connection.execute(_BY_NUMBER, number)))

    def newest(
        self,
        terms: Sequence[Term],
        first: date = date.min,
        last: date = date.max,
        kinds: Sequence[Kind] = (),
    ) -> list[int]:
        """The numbers of the notes that `find` gives, the newest first; of one of `kinds`, where any are named."""
        ask, given = [_NEWEST], {"first": first.isoformat(), "last": last.isoformat()}
        if terms:
            ask.append(_IN_WORDS)
            given["words"] = " ".join(_quoted(term) for term in terms)
        if kinds:
            ask.append(f"({' OR '.join(_KINDS[kind] for kind in kinds)})")
        rows = self._connection.execute(
            f"{' AND '.join(ask)} ORDER BY day DESC, instant DESC, id DESC", given
        )
        return [number for (number,) in rows]

    def numbered(self, number: int) -> Note | None:
        """The note with this number; None where it was set aside meanwhile."""
        return next(walk(self._connection.execute(_BY_NUMBER, [number])), None)


def _quoted(term: Term) -> str:
    # Inside double quotes FTS5 knows no operators; a quote is written twice.
    inside = term.text.replace('"', '""')
    return f'"{inside}"*' if term.prefix else f'"{inside}"'
