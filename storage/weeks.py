"""The weekly notes as saved. Every save is a version, kept by the schema's triggers."""

from datetime import datetime

from storage.database import Journal
from storage.errors import ChangedElsewhere
from storage.records import SavedWeek, WeekVersion
from storage.rows import is_rowid

_GET = "SELECT id, text, base, version FROM week WHERE id = ?"
_GET_VERSION = "SELECT week, text, base, version FROM week_version WHERE week = ? AND version = ?"
_VERSIONS = "SELECT week, text, base, version, changed FROM week_version WHERE week = ? ORDER BY version"
_INSERT = "INSERT INTO week (id, text, base, changed) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
_UPDATE = (
    "UPDATE week SET text = ?, base = ?, changed = ?, version = version + 1 WHERE id = ? AND version = ?"
)


class WeekStore:
    """The weekly notes of one journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def get(self, week: str) -> SavedWeek | None:
        """The week as last saved, or None when it never was."""
        row = self._journal.database.execute(_GET, [week]).fetchone()
        return None if row is None else SavedWeek(*row)

    def version(self, week: str, version: int) -> SavedWeek | None:
        """The week as it was saved as its version `version`, or None when there is no such version."""
        asked = [week, version]
        row = self._journal.database.execute(_GET_VERSION, asked).fetchone() if is_rowid(version) else None
        return None if row is None else SavedWeek(*row)

    def versions(self, week: str) -> list[WeekVersion]:
        """Every version of a week, oldest first; none when it was never saved."""
        rows = self._journal.database.execute(_VERSIONS, [week]).fetchall()
        return [WeekVersion(SavedWeek(*row[:4]), datetime.fromisoformat(row[4])) for row in rows]

    def save(self, week: SavedWeek, *, changed: datetime) -> SavedWeek:
        """Save a week as its next version; `week.version` is the one it started from, 0 for a new week.

        Saving what is already there changes nothing. Raises ChangedElsewhere when another window
        saved in the meantime.
        """
        before = self.get(week.id)
        if before is not None and (before.text, before.base) == (week.text, week.base):
            return before
        if self._write(week, changed.isoformat()) != 1:
            raise ChangedElsewhere("week-changed", week=week.id)
        return SavedWeek(week.id, week.text, week.base, week.version + 1)

    def _write(self, week: SavedWeek, changed: str) -> int:
        database = self._journal.database
        if week.version == 0:
            return database.execute(_INSERT, [week.id, week.text, week.base, changed]).rowcount
        return database.execute(_UPDATE, [week.text, week.base, changed, week.id, week.version]).rowcount
