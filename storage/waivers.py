"""The register of waivers: what a person decided about a passage, why, when and until when."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from storage.database import Journal
from storage.errors import NoSuchWaiver
from storage.records import Waiver

_COLUMNS = "id, key, rule, source, reason, author, given, until, ended"
_INSERT = "INSERT INTO waiver (key, rule, source, reason, author, given, until) VALUES (?, ?, ?, ?, ?, ?, ?)"
_ALL = f"SELECT {_COLUMNS} FROM waiver ORDER BY id"
_STANDING = (
    "SELECT key, reason FROM waiver"
    " WHERE ended IS NULL AND (until IS NULL OR until >= ?) AND key IN ({keys}) ORDER BY id"
)
_END = "UPDATE waiver SET ended = ? WHERE id = ? AND ended IS NULL"
_AT_ONCE = 500


class WaiverStore:
    """The waivers of one journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def add(self, waivers: Iterable[Waiver]) -> list[Waiver]:
        """Enter them, all or none; each with the number it was given."""
        database = self._journal.database
        with database.atomic():
            return [replace(waiver, id=self._insert(waiver)) for waiver in waivers]

    def _insert(self, waiver: Waiver) -> int:
        until = waiver.until.isoformat() if waiver.until else None
        bound = [waiver.key, waiver.rule, waiver.source, waiver.reason, waiver.author]
        return int(
            self._journal.database.execute(_INSERT, [*bound, waiver.given.isoformat(), until]).lastrowid or 0
        )

    def standing(self, keys: Iterable[str], today: date) -> dict[str, str]:
        """The reason for each of `keys` that one stands for on `today`; the newest where there are several."""
        asked = list(keys)
        found: dict[str, str] = {}
        for first in range(0, len(asked), _AT_ONCE):
            some = asked[first : first + _AT_ONCE]
            statement = _STANDING.format(keys=", ".join("?" * len(some)))
            found |= dict(self._journal.database.execute(statement, [today.isoformat(), *some]))
        return found

    def register(self) -> list[Waiver]:
        """Every waiver ever given, oldest first."""
        return [_waiver(row) for row in self._journal.database.execute(_ALL)]

    def end(self, number: int, at: datetime) -> None:
        """Take one back; it stays in the register. Raises NoSuchWaiver where none with that number stands."""
        if not self._journal.database.execute(_END, [at.isoformat(), number]).rowcount:
            raise NoSuchWaiver(number)


def _waiver(row: tuple[int, str, str, str, str, str, str, str | None, str | None]) -> Waiver:
    number, key, rule, source, reason, author, given, until, ended = row
    return Waiver(
        number,
        key,
        rule,
        source,
        reason,
        author,
        datetime.fromisoformat(given),
        date.fromisoformat(until) if until else None,
        datetime.fromisoformat(ended) if ended else None,
    )
