"""Puts a staged journal in the place of the live one, in one go, with everybody's windows open.

Not by exchanging files: another window would go on writing into the file that lost its name. SQLite
copies the pages into the live journal inside one write transaction instead. Its first page takes the
lock; with the lock held, and before anything is decided, what is about to be replaced is backed up. So no
note can slip in between the two, and a process that is killed leaves the old journal or the new one.
"""

import os
import shutil
import sqlite3
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from storage.backup import back_up, settle
from storage.birth import connect, identify, prepare_file, use_wal
from storage.connection import PATIENCE, like
from storage.copies import BEFORE_RESTORE, DAMAGED, name_of
from storage.errors import BackupError, InputError, JournalError
from storage.faults import as_journal_errors
from storage.keys import RING
from storage.landing import scrap, sync
from storage.locations import backups_folder
from storage.soundness import Holdings
from storage.staging import Staged, for_keyed

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@dataclass(frozen=True, slots=True)
class Restored:
    """A restore that is done."""

    holds: Holdings
    """What the journal holds now."""
    before: str | None
    """Where what was replaced is kept; None when there was nothing."""


def restore(journal: str, staged: Staged, *, at: datetime) -> Restored:
    """Make the journal at `journal` hold what `staged` holds; `at` is the local moment.

    What it held is backed up first; if that journal is damaged, its bytes are set aside instead. Raises
    BackupError, JournalError and InputError; then the journal is as it was.
    """
    if os.path.exists(journal) and os.path.samefile(journal, staged.path):
        raise InputError("copy-is-journal", path=staged.path)
    staged = _of_the_same_kind(journal, staged)
    try:
        before = _into_live(journal, staged.connection, at)
    except sqlite3.DatabaseError as error:
        if (getattr(error, "sqlite_errorcode", 0) & 0xFF) not in _DAMAGE:
            with as_journal_errors(journal):
                raise
        before = _instead_of_wreck(journal, staged.connection, at)
    except OSError as error:
        raise JournalError("journal-unreadable", path=journal, reason=error.strerror or "") from None
    return Restored(staged.holds, before)


def _of_the_same_kind(journal: str, staged: Staged) -> Staged:
    # What is encrypted stays so: a restore is no way to make it plain.
    key = RING.key_for(journal)
    comes_keyed = hasattr(staged.connection, "key")
    if key is not None and not comes_keyed:
        return for_keyed(staged, key)
    if key is None and comes_keyed and _is_there(journal):
        raise InputError("copy-encrypted", path=staged.path)
    return staged


def _is_there(journal: str) -> bool:
    return os.path.exists(journal) and os.path.getsize(journal) > 0


def _into_live(journal: str, source: sqlite3.Connection, at: datetime) -> str | None:
    prepare_file(journal)
    live = connect(journal) if _is_there(journal) else like(source, journal)
    try:
        is_new = identify(live, journal) == 0
        if not is_new:
            use_wal(live)
        if not is_new and _page_size(live) != _page_size(source):
            raise InputError("copy-page-size", path=journal)
        keeper = _Keeper(journal, at, is_new=is_new)
        source.backup(live, pages=1, progress=keeper, sleep=0.01)
        use_wal(live)
        with suppress(sqlite3.Error):  # the pages are safe where they are; this only tidies
            live.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return keeper.before
    finally:
        live.close()


class _Keeper:
    """Asked after every page: gives up waiting for the lock in time, and backs up once it is held."""

    def __init__(self, journal: str, at: datetime, *, is_new: bool) -> None:
        self._journal = journal
        self._at = at
        self._kept = is_new
        self._deadline = time.monotonic() + PATIENCE
        self.before: str | None = None

    def __call__(self, status: int, remaining: int, total: int) -> None:
        del remaining, total
        if status != sqlite3.SQLITE_OK:
            if time.monotonic() > self._deadline:
                raise JournalError("journal-busy", path=self._journal)
        elif not self._kept:
            self.before = _kept(self._journal, self._at)
            self._kept = True


def _kept(journal: str, at: datetime) -> str:
    try:
        return back_up(journal, at=at, kind=BEFORE_RESTORE).path
    except JournalError as error:
        if error.kind in ("journal-corrupt", "journal-foreign", "backup-unsound"):
            return _set_aside(journal, at)
        raise


def _set_aside(journal: str, at: datetime) -> str:
    folder = backups_folder(journal)
    try:
        with scrap(folder, name_of(journal, DAMAGED, at)) as unfinished:
            shutil.copyfile(journal, unfinished)
            path = settle(unfinished, folder, lambda again: name_of(journal, DAMAGED, at, again=again))
        if os.path.exists(f"{journal}-wal"):
            with scrap(folder, name_of(journal, DAMAGED, at)) as unfinished:
                shutil.copyfile(f"{journal}-wal", unfinished)
                settle(unfinished, folder, lambda _: f"{os.path.basename(path)}-wal", fixed=True)
    except OSError as error:
        raise BackupError("backup-failed", path=folder, reason=error.strerror or "") from None
    return path


def _instead_of_wreck(journal: str, source: sqlite3.Connection, at: datetime) -> str:
    # SQLite cannot even take the lock of this file, so no window can write to it: here files are exchanged.
    before = _set_aside(journal, at)
    folder = os.path.dirname(os.path.abspath(journal))
    try:
        with scrap(folder, os.path.basename(journal)) as unfinished:
            _write_copy(source, unfinished)
            for beside in (f"{journal}-wal", f"{journal}-shm"):  # written ahead of the wreck, not of this one
                with suppress(FileNotFoundError):
                    os.unlink(beside)
            os.rename(unfinished, journal)
            sync(folder)
    except OSError as error:
        raise JournalError("journal-unreadable", path=journal, reason=error.strerror or "") from None
    return before


def _write_copy(source: sqlite3.Connection, path: str) -> None:
    target = like(source, path)
    try:
        source.backup(target)
    finally:
        target.close()
    sync(path)


def _page_size(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA page_size").fetchone()[0])
