"""How a journal is, told even when it cannot be opened: what a check-up needs, and nothing changed by asking."""

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from storage.backup import reading
from storage.copies import DAMAGED, copies_of
from storage.errors import JournalError, StorageError
from storage.soundness import Holdings, holdings, is_sound

_TRIED = 5
"""How many copies are read, newest first, to find one that can be brought back."""


@dataclass(frozen=True, slots=True)
class Health:
    """A journal as it was found: sound and with so much in it, or unusable and why."""

    fault: JournalError | None = None
    """Why it cannot be used; None when it is sound."""
    holds: Holdings | None = None
    """What it holds; None when it cannot be used."""
    first: datetime | None = None
    """When anything was first written to it, and last; None when nothing was."""
    last: datetime | None = None
    ahead: int = 0
    """Bytes written ahead of it and not yet taken in."""


def examine(journal: str) -> Health:
    """Look at the journal, all of it. Raises nothing."""
    try:
        with reading(journal) as connection:
            if not is_sound(connection):
                return Health(JournalError("journal-corrupt", path=journal))
            first, last = _span(connection)
            return Health(None, holdings(connection), first, last, _ahead(journal))
    except JournalError as error:
        return Health(error)
    except UnicodeDecodeError:
        return Health(JournalError("journal-corrupt", path=journal))
    except OSError as error:
        return Health(JournalError("journal-unreadable", path=journal, reason=error.strerror or ""))


def newest_good_copy(journal: str) -> str | None:
    """The newest backup that can be brought back; an encrypted one is taken at its word. Raises nothing."""
    from storage.staging import staged

    with suppress(OSError):
        for copy in [copy for copy in copies_of(journal) if copy.kind != DAMAGED][:_TRIED]:
            if copy.sealed:
                return copy.path
            with suppress(StorageError), staged(copy.path):
                return copy.path
    return None


def _span(connection: sqlite3.Connection) -> tuple[datetime | None, datetime | None]:
    rows = connection.execute("SELECT changed FROM note_version")
    moments: list[datetime] = []
    for (changed,) in rows:
        with suppress(ValueError, TypeError):
            moments.append(datetime.fromisoformat(changed))
    # Offsets change with the seasons, so that these are compared as moments, not as text.
    aware = [moment for moment in moments if moment.tzinfo]
    return (min(aware), max(aware)) if aware else (None, None)


def _ahead(journal: str) -> int:
    try:
        return os.stat(f"{journal}-wal").st_size
    except OSError:
        return 0
