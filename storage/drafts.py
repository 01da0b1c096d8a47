"""Words that are being written, on disk before anybody keeps them, so that no crash takes them.

A draft belongs to the window it is written in while that window lives; the next one to come may take
what a dead window left. Nothing but this module reads drafts: they are in no search, week or export.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from storage.database import Journal
from storage.owners import lives, this_window
from storage.records import Draft

_KEEP = "INSERT OR REPLACE INTO draft (source, owner, text, version, day, at, private) VALUES (?, ?, ?, ?, ?, ?, ?)"
_DROP = "DELETE FROM draft WHERE source = ? AND owner = ?"
_LEFT = "SELECT owner, source, text, version, day, at, private FROM draft WHERE source = ? ORDER BY at DESC"
_ALL = "SELECT source, owner FROM draft ORDER BY at"
_CLAIM = "UPDATE OR IGNORE draft SET owner = ? WHERE source = ? AND owner = ?"


class DraftStore:
    """The drafts of one journal, as one window sees them."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._owner = this_window()

    def keep(self, draft: Draft) -> None:
        """Write this window's draft for its source, in place of the one before. A lone surrogate becomes `?`."""
        text = draft.text.encode("utf-8", "replace").decode("utf-8")
        day = draft.day.isoformat() if draft.day else ""
        values = [
            draft.source,
            self._owner,
            text,
            draft.version,
            day,
            draft.at.isoformat(),
            int(draft.private),
        ]
        self._journal.database.execute(_KEEP, values)

    def drop(self, source: str) -> None:
        """Forget this window's draft for `source`, if it has one."""
        self._journal.database.execute(_DROP, [source, self._owner])

    def take(self, source: str) -> Draft | None:
        """The newest draft for `source` that a dead window left; it is this window's from now on."""
        for owner, *row in self._journal.database.execute(_LEFT, [source]).fetchall():
            if not lives(owner) and self._claim(source, owner):
                return _draft(row)
        return None

    def waiting(self) -> list[str]:
        """The sources for which dead windows left drafts, each once, oldest first."""
        rows = self._journal.database.execute(_ALL).fetchall()
        return list(dict.fromkeys(source for source, owner in rows if not lives(owner)))

    def _claim(self, source: str, owner: str) -> bool:
        # One statement, so that of two windows that start at once only one gets the words.
        return self._journal.database.execute(_CLAIM, [self._owner, source, owner]).rowcount == 1


def _draft(row: Sequence[Any]) -> Draft:
    source, text, version, day, at, private = row
    meant = date.fromisoformat(day) if day else None
    return Draft(source, text, version, meant, datetime.fromisoformat(at), bool(private))
