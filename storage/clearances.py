"""What a person cleared, and the ledger of what left afterwards, to the letter."""

import json
from collections.abc import Mapping
from datetime import datetime

from storage.database import Journal
from storage.records import ALT, MARKS, Clearance, Shared

_INSERT = "INSERT INTO clearance (source, cleared_at, packs, answers) VALUES (?, ?, ?, ?)"
_INSERT_FINGERPRINT = "INSERT INTO clearance_fingerprint (clearance, platform, fingerprint) VALUES (?, ?, ?)"
_FIND = """
    SELECT clearance.id, source, cleared_at, packs, answers
    FROM clearance_fingerprint JOIN clearance ON clearance.id = clearance_fingerprint.clearance
    WHERE fingerprint = ? AND platform = ? ORDER BY clearance.id DESC LIMIT 1
"""
_LAST = (
    "SELECT id, source, cleared_at, packs, answers FROM clearance WHERE source = ? ORDER BY id DESC LIMIT 1"
)
_MOMENTS = "SELECT cleared_at FROM clearance WHERE source = ? ORDER BY id"
_SHARED = (
    "INSERT INTO shared (clearance, source, platform, part, parts, route, at, text, link)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_LINES = "SELECT source, platform, part, parts, route, at, text, link, clearance, id FROM shared"
_LEDGER = f"{_LINES} WHERE source = ? ORDER BY id"
_WHOLE_LEDGER = f"{_LINES} ORDER BY id"
_PAGE = f"{_LINES} WHERE id < ? ORDER BY id DESC LIMIT ?"
_SAID_OF_FIRST = f"{_LINES} WHERE part = 1 AND route IN (?, ?) ORDER BY id"
_PARTS_LEFT = "SELECT count(*) FROM shared WHERE route NOT IN (?, ?) AND route NOT GLOB ?"
_LARGEST_ID = 2**63 - 1
_WAS_SHARED = "SELECT 1 FROM shared WHERE clearance = ? AND source = ? LIMIT 1"


class ClearanceStore:
    """The clearances and the ledger of one journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def add(
        self,
        source: str,
        *,
        cleared_at: datetime,
        packs: tuple[tuple[str, str], ...],
        answers: tuple[tuple[str, str], ...],
        fingerprints: Mapping[str, str],
    ) -> Clearance:
        """Record one act of clearing, for every platform in `fingerprints` (platform id to fingerprint)."""
        database = self._journal.database
        with database.atomic():
            values = [source, cleared_at.isoformat(), json.dumps(packs), json.dumps(answers)]
            number = int(database.execute(_INSERT, values).lastrowid or 0)
            for platform, fingerprint in fingerprints.items():
                database.execute(_INSERT_FINGERPRINT, [number, platform, fingerprint])
        return Clearance(number, source, cleared_at, packs, answers)

    def find(self, fingerprint: str, platform: str) -> Clearance | None:
        """The newest clearance that holds for exactly this fingerprint on this platform."""
        row = self._journal.database.execute(_FIND, [fingerprint, platform]).fetchone()
        return None if row is None else _clearance(row)

    def last(self, source: str) -> Clearance | None:
        """The newest clearance ever given to `source`, whether or not it still holds."""
        row = self._journal.database.execute(_LAST, [source]).fetchone()
        return None if row is None else _clearance(row)

    def first_cleared(self, source: str, since: datetime | None) -> datetime | None:
        """When `source` was first cleared at `since` or later, or ever; None when it was not."""
        rows = self._journal.database.execute(_MOMENTS, [source]).fetchall()
        moments = (datetime.fromisoformat(row[0]) for row in rows)
        return next((at for at in moments if since is None or at >= since), None)

    def record(self, clearance: Clearance, shared: Shared) -> None:
        """Add a line to the ledger: this part left, under this clearance."""
        place = [shared.source, shared.platform, shared.part, shared.parts]
        how = [shared.route, shared.at.isoformat(), shared.text, shared.link]
        self._journal.database.execute(_SHARED, [clearance.id, *place, *how])

    def was_shared(self, clearance: Clearance, source: str) -> bool:
        """Whether anything of `source` left under this clearance."""
        found = self._journal.database.execute(_WAS_SHARED, [clearance.id, source]).fetchone()
        return found is not None

    def ledger(self, source: str | None = None) -> list[Shared]:
        """What left of `source`, or of everything, oldest first."""
        database = self._journal.database
        rows = database.execute(_WHOLE_LEDGER) if source is None else database.execute(_LEDGER, [source])
        return [_shared(row) for row in rows]

    def ledger_page(self, before: int | None, most: int) -> list[Shared]:
        """The newest lines, or those before the line numbered `before`, newest first; `most` of them."""
        past = _LARGEST_ID if before is None else before
        return [_shared(row) for row in self._journal.database.execute(_PAGE, [past, most])]

    def said_of_first_parts(self) -> list[Shared]:
        """What people said of the first part of each text: posted, or not after all; oldest first."""
        return [_shared(row) for row in self._journal.database.execute(_SAID_OF_FIRST, MARKS)]

    def parts_left(self) -> int:
        """How many parts left, without what people said of them and without descriptions of pictures."""
        row = self._journal.database.execute(_PARTS_LEFT, [*MARKS, f"{ALT}*"]).fetchone()
        return int(row[0])


def _shared(row: tuple[str, str, int, int, str, str, str, str, int, int]) -> Shared:
    source, platform, part, parts, route, at, text, link, clearance, number = row
    return Shared(
        source, platform, part, parts, route, datetime.fromisoformat(at), text, link, clearance, number
    )


def _clearance(row: tuple[int, str, str, str, str]) -> Clearance:
    number, source, cleared_at, packs, answers = row
    return Clearance(
        number,
        source,
        datetime.fromisoformat(cleared_at),
        tuple((pack, version) for pack, version in json.loads(packs)),
        tuple((rule, answer) for rule, answer in json.loads(answers)),
    )
