"""Makes a backup: SQLite's own copy of one moment of the journal, verified before it gets its name.

Other windows may go on writing meanwhile. The copy is read again from the disk (an encrypted one
decrypted again), found sound and counted against the journal before anybody is told that it is there.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from storage.birth import connect_and_identify
from storage.connection import connect_to, like
from storage.copies import DAILY, MANUAL, copies_of, name_of
from storage.errors import BackupError, InputError, JournalError
from storage.faults import as_journal_errors
from storage.images import image_of, in_memory
from storage.landing import clear_scraps, land, scrap, sync
from storage.locations import backups_folder
from storage.rotation import outlived
from storage.sealed import seal, unseal
from storage.soundness import Holdings, holdings, is_sound

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@dataclass(frozen=True, slots=True)
class Written:
    """A backup that was made and verified."""

    path: str
    kind: str
    holds: Holdings
    sealed: bool = False


def back_up(
    journal: str, *, at: datetime, kind: str = MANUAL, to: str | None = None, passphrase: str | None = None
) -> Written:
    """Back up the journal file `journal` as it is at this moment; `at` is the local moment for its name.

    `to` is a file that does not exist yet, or a folder; otherwise it is the folder beside the journal.
    With a `passphrase` it is encrypted. Raises JournalError when the journal is missing or cannot be
    read, BackupError when the copy cannot be made or is not sound, InputError when `to` is taken; then
    nothing was left behind.
    """
    with reading(journal) as source:
        return copy_of(source, journal, at=at, kind=kind, to=to, passphrase=passphrase)


def back_up_daily(journal: str, *, at: datetime) -> Written:
    """Make the backup of the day and clear away those that had their time. Raises as `back_up` does."""
    written = back_up(journal, at=at, kind=DAILY)
    clear_scraps(backups_folder(journal))
    for copy in outlived(copies_of(journal)):
        with suppress(OSError):
            os.unlink(copy.path)
    return written


@contextmanager
def reading(journal: str) -> Iterator[sqlite3.Connection]:
    """A connection to a journal that has to be there, of any format known. Raises JournalError."""
    if not os.path.exists(journal):
        raise JournalError("journal-missing", path=journal)
    with as_journal_errors(journal):
        connection, schema = connect_and_identify(journal, mode="rw")
        try:
            if schema == 0:
                raise JournalError("journal-missing", path=journal)
            yield connection
        finally:
            connection.close()


def copy_of(
    source: sqlite3.Connection,
    journal: str,
    *,
    at: datetime,
    kind: str,
    to: str | None = None,
    passphrase: str | None = None,
) -> Written:
    """Back up the journal that `source` is connected to, which may have lost its name `journal` meanwhile."""
    if passphrase is not None and hasattr(source, "key"):
        raise InputError("backup-encrypted-already", path=journal)
    folder, names = _places(journal, kind, at, to, sealed=passphrase is not None)
    with _as_backup_errors(journal, folder), scrap(folder, names(1)) as unfinished:
        held = _fill_sealed(source, unfinished, passphrase) if passphrase else _fill(source, unfinished)
        path = settle(unfinished, folder, names, fixed=_is_file(to))
    return Written(path, kind, held, passphrase is not None)


def settle(unfinished: str, folder: str, names: Callable[[int], str], *, fixed: bool = False) -> str:
    """Give a finished file the first free name of `names`, or the only one when `fixed`; returns its path."""
    for again in count(1):
        path = os.path.join(folder, names(again))
        try:
            land(unfinished, path)
        except FileExistsError:
            if fixed:
                raise InputError("backup-exists", path=path) from None
        else:
            return path
    raise AssertionError  # pragma: no cover - count() does not end


def _is_file(to: str | None) -> bool:
    return to is not None and not os.path.isdir(to)


def _places(
    journal: str, kind: str, at: datetime, to: str | None, *, sealed: bool
) -> tuple[str, Callable[[int], str]]:
    if to is not None and _is_file(to):
        if os.path.lexists(to):
            raise InputError("backup-exists", path=to)
        return os.path.dirname(os.path.abspath(to)), lambda _: os.path.basename(to)
    folder = to or backups_folder(journal)
    return folder, lambda again: name_of(journal, kind, at, sealed=sealed, again=again)


def _fill(source: sqlite3.Connection, path: str) -> Holdings:
    target = like(source, path)
    try:
        target.execute("PRAGMA synchronous = OFF")  # it is brought to the disk once, before it is read again
        target.execute("PRAGMA journal_mode = MEMORY")
        held = _copied(source, target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file that needs no other beside it
    finally:
        target.close()
    sync(path)
    written = connect_to(path, mode="ro&immutable=1")
    try:
        _verify(written, held)
    finally:
        written.close()
    return held


def _fill_sealed(source: sqlite3.Connection, path: str, passphrase: str) -> Holdings:
    target = in_memory()
    try:
        held = _copied(source, target)
        image = image_of(target)
    finally:
        target.close()
    with open(path, "wb") as file:
        file.write(seal(image, passphrase))
        file.flush()
        os.fsync(file.fileno())
    written = in_memory(unseal(path, passphrase))
    try:
        _verify(written, held)
    finally:
        written.close()
    return held


def _copied(source: sqlite3.Connection, target: sqlite3.Connection) -> Holdings:
    # One transaction around both, so that what is counted is what is copied.
    source.execute("BEGIN")
    try:
        held = holdings(source)
        source.backup(target)
    finally:
        source.rollback()
    return held


def _verify(written: sqlite3.Connection, held: Holdings) -> None:
    if not is_sound(written) or holdings(written) != held:
        raise BackupError("backup-unsound")


@contextmanager
def _as_backup_errors(journal: str, folder: str) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        # Without a code it was Python that could not read a text, which is damage as well.
        if (getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF) in _DAMAGE:
            raise JournalError("journal-corrupt", path=journal) from None
        raise BackupError("backup-failed", path=folder, reason=str(error)) from None
    except OSError as error:
        raise BackupError("backup-failed", path=folder, reason=error.strerror or "") from None
    except BackupError as error:
        if error.kind == "backup-unsound":
            raise BackupError("backup-unsound", path=journal) from None
        raise
