"""Texts that were edited for one platform. Nothing is ever overwritten: the newest line stands."""

from datetime import datetime

from storage.database import Journal
from storage.records import Variant

_INSERT = "INSERT INTO variant (source, platform, text, basis, at) VALUES (?, ?, ?, ?, ?)"
_NEWEST = """
    SELECT source, platform, text, basis, at FROM variant
    WHERE id IN (SELECT max(id) FROM variant WHERE source = ? GROUP BY platform) ORDER BY platform
"""
_HISTORY = (
    "SELECT source, platform, text, basis, at FROM variant"
    " WHERE source = ? AND platform = ? AND text IS NOT NULL ORDER BY id"
)


class VariantStore:
    """The variants of one journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def write(self, variant: Variant) -> None:
        """Let `variant` stand in the place of its source on its platform."""
        values = [variant.source, variant.platform, variant.text, variant.basis, variant.at.isoformat()]
        self._journal.database.execute(_INSERT, values)

    def end(self, source: str, platform: str, at: datetime) -> None:
        """Let the source itself stand again on `platform`."""
        self._journal.database.execute(_INSERT, [source, platform, None, "", at.isoformat()])

    def standing(self, source: str) -> dict[str, Variant]:
        """The variants of `source` that stand, by platform."""
        rows = self._journal.database.execute(_NEWEST, [source]).fetchall()
        return {row[1]: _variant(row) for row in rows if row[2] is not None}

    def history(self, source: str, platform: str) -> list[Variant]:
        """Every variant there ever was of `source` for `platform`, oldest first."""
        return [_variant(row) for row in self._journal.database.execute(_HISTORY, [source, platform])]


def _variant(row: tuple[str, str, str, str, str]) -> Variant:
    source, platform, text, basis, at = row
    return Variant(source, platform, text, basis, datetime.fromisoformat(at))
