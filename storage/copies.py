"""The backups of a journal: what their names say, and which are there.

A name tells the journal, the local moment and the kind, so that listing reads no file:
`journal-2026-11-20T163000.db` was asked for by a person, `….daily.db` was not. `.age` at the end
means encrypted.
"""

import os
import re
from dataclasses import dataclass
from datetime import date, datetime

from storage.locations import backups_folder

MANUAL = "manual"
DAILY = "daily"
"""The only kind that is made without being asked for day after day, and the only one ever rotated away."""
BEFORE_MIGRATION = "before-migration"
BEFORE_RESTORE = "before-restore"
RESCUED = "rescued"
"""Taken from a journal that was deleted or replaced while it was open."""
DAMAGED = "damaged"
"""Not a backup but the bytes of a damaged journal, set aside before a restore took its place."""

_NAME = (
    r"-(?P<at>\d{4}-\d\d-\d\dT\d{6})(?:-(?P<again>\d{1,9}))?"
    r"(?:\.(?P<kind>daily|before-migration|before-restore|rescued|damaged))?\.db(?P<sealed>\.age)?"
)


@dataclass(frozen=True, slots=True)
class Copy:
    """One file in the backups folder."""

    path: str
    kind: str
    """`manual`, `daily`, `before-migration`, `before-restore`, `rescued` or `damaged`."""
    at: datetime
    """The local moment in its name, without an offset."""
    again: int
    """1, or 2, 3… for the second, the third of that moment and kind."""
    sealed: bool
    """Encrypted with a passphrase."""
    size: int
    """Bytes."""


def copies_of(journal: str) -> list[Copy]:
    """The backups of the journal at `journal`, newest first; other files are passed over. Raises OSError."""
    folder = backups_folder(journal)
    pattern = re.compile(re.escape(_stem(journal)) + _NAME, re.ASCII)
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        return []
    found = (_copy(folder, pattern.fullmatch(name)) for name in names)
    return sorted((copy for copy in found if copy), key=age_of, reverse=True)


def age_of(copy: Copy) -> tuple[datetime, int, str]:
    """What a newer copy has more of."""
    return copy.at, copy.again, copy.path


def has_daily(journal: str, day: date) -> bool:
    """Whether the backup that is made by itself is there for the local `day`. One listing. Raises OSError."""
    return any(copy.kind == DAILY and copy.at.date() == day for copy in copies_of(journal))


def name_of(journal: str, kind: str, at: datetime, *, sealed: bool = False, again: int = 1) -> str:
    """The name of a backup; `again` is 2, 3… when the names before it are taken."""
    repeated = f"-{again}" if again > 1 else ""
    middle = "" if kind == MANUAL else f".{kind}"
    return f"{_stem(journal)}-{at:%Y-%m-%dT%H%M%S}{repeated}{middle}.db{'.age' if sealed else ''}"


def _stem(journal: str) -> str:
    return os.path.splitext(os.path.basename(journal))[0]


def _copy(folder: str, named: re.Match[str] | None) -> Copy | None:
    if named is None:
        return None
    path = os.path.join(folder, named.string)
    try:
        at = datetime.fromisoformat(named["at"])  # strptime would load the names of months for it
        size = os.stat(path).st_size
    except (ValueError, OSError):
        return None
    return Copy(path, named["kind"] or MANUAL, at, int(named["again"] or 1), bool(named["sealed"]), size)
