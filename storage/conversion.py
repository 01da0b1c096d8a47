"""Encrypts a journal and its backups, or decrypts them: a new file in the place of the old one, whole or not at all.

Nobody else may have the journal open meanwhile. The new file is written beside the old one, brought to the
disk, read again and compared row by row before it takes the name; a process that is killed leaves
the old journal or the new one. Then the old file, which no name leads to any more, is overwritten with zeros:
whoever was waiting for it finds no database there, instead of writing into what is gone.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from storage.birth import identify, use_wal
from storage.carrying import carry, same
from storage.connection import connect_to
from storage.copies import DAMAGED, copies_of
from storage.errors import BackupError, JournalError, StorageError
from storage.faults import as_journal_errors
from storage.keys import RING
from storage.landing import clear_scraps, scrap, sync
from storage.locations import drafts_folder, snippets_folder
from storage.soundness import Holdings, holdings, is_sound

_PATIENCE = 2.0
"""Seconds to wait for other windows: a note is logged in less, and a window stays open for hours."""
_ZEROS = b"\0" * (1 << 20)


@dataclass(frozen=True, slots=True)
class Converted:
    """A journal that is of the kind that was asked for."""

    holds: Holdings
    changed: bool
    """Whether it was not before."""
    copies: int
    """Backups that were converted with it."""
    left: tuple[str, ...]
    """Backups that could not be, and are as they were."""
    plain: tuple[str, ...]
    """Files beside it that hold words in the clear: texts left by an editor, parts that were shared."""


def encrypt(journal: str, passphrase: str) -> Converted:
    """Encrypt the journal and its plain backups. Raises JournalError; then the journal is as it was."""
    path = os.path.realpath(journal)
    key = RING.key_for(path) or RING.new_key(passphrase)
    return _convert(path, key, plain=_plain_beside(path))


def decrypt(journal: str) -> Converted:
    """Make the journal and its backups plain files. Raises JournalError; then the journal is as it was."""
    return _convert(os.path.realpath(journal), None, plain=())


def _convert(path: str, key: str | None, *, plain: tuple[str, ...]) -> Converted:
    if not os.path.exists(path):
        raise JournalError("journal-missing", path=path)
    changed = RING.is_encrypted(path) != (key is not None)
    clear_scraps(os.path.dirname(path))
    with as_journal_errors(path):
        held = _exchange(path, key, ahead=True) if changed else _holdings(path)
    copies, left = _convert_copies(path, key)
    return Converted(held, changed, copies, left, plain)


def _convert_copies(path: str, key: str | None) -> tuple[int, tuple[str, ...]]:
    done = 0
    left: list[str] = []
    for copy in copies_of(path):
        if copy.sealed or RING.is_encrypted(copy.path) == (key is not None):
            continue
        if copy.kind == DAMAGED:
            left.append(copy.path)
            continue
        try:
            _exchange(copy.path, key, ahead=False)
            done += 1
        except (StorageError, sqlite3.Error, OSError, UnicodeDecodeError):
            left.append(copy.path)
    return done, tuple(left)


def _holdings(path: str) -> Holdings:
    connection = connect_to(path, mode="rw")
    try:
        return holdings(connection)
    finally:
        connection.close()


def _exchange(path: str, key: str | None, *, ahead: bool) -> Holdings:
    folder = os.path.dirname(path)
    try:
        with _alone_with(path, ahead=ahead) as source, scrap(folder, os.path.basename(path)) as unfinished:
            if identify(source, path) == 0 or not is_sound(source):
                raise JournalError("journal-corrupt", path=path)
            _write(source, unfinished, key, ahead=ahead)
            if not _is_whole(source, unfinished):
                raise BackupError("conversion-unsound", path=path)
            held = holdings(source)
            _take_place(unfinished, path)
            return held
    except OSError as error:
        raise BackupError("conversion-failed", path=path, reason=error.strerror or "") from None


@contextmanager
def _alone_with(path: str, *, ahead: bool) -> Iterator[sqlite3.Connection]:
    # Opened before and closed after SQLite is done: closing it would drop the lock.
    old = os.open(path, os.O_RDWR)
    try:
        source = connect_to(path, mode="rw", patience=_PATIENCE)
        try:
            _lock(source, path)
            yield source
            _wipe(old)
        finally:
            if ahead and os.fstat(old).st_ino == _number(path):
                source.execute("PRAGMA locking_mode = NORMAL")
                use_wal(source)
            source.close()
    finally:
        os.close(old)


def _lock(source: sqlite3.Connection, path: str) -> None:
    # Nobody but the last one to have it open can leave off writing ahead; then the lock is taken and kept.
    try:
        source.execute("PRAGMA locking_mode = EXCLUSIVE")
        left = source.execute("PRAGMA journal_mode = DELETE").fetchone()[0] == "delete"
        source.execute("BEGIN EXCLUSIVE")
        source.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        left = False
    if not left:
        raise JournalError("journal-in-use", path=path)


def _write(source: sqlite3.Connection, path: str, key: str | None, *, ahead: bool) -> None:
    if key is None:
        RING.mark(path, None)
    target = connect_to(path, key=key)
    try:
        target.execute("PRAGMA journal_mode = MEMORY")
        carry(source, target)
        target.execute(f"PRAGMA journal_mode = {'WAL' if ahead else 'DELETE'}")
    finally:
        target.close()
    sync(path)


def _is_whole(source: sqlite3.Connection, path: str) -> bool:
    written = connect_to(path, mode="ro&immutable=1")
    try:
        intact = (
            not RING.is_encrypted(path) or not written.execute("PRAGMA cipher_integrity_check").fetchall()
        )
        return intact and is_sound(written) and same(source, written)
    finally:
        written.close()


def _take_place(unfinished: str, path: str) -> None:
    os.rename(unfinished, path)
    sync(os.path.dirname(path))


def _wipe(old: int) -> None:
    found = os.fstat(old)
    if found.st_nlink:  # another name leads to it: it is somebody's copy
        return
    with suppress(OSError):
        for start in range(0, found.st_size, len(_ZEROS)):
            os.pwrite(old, _ZEROS[: found.st_size - start], start)
        os.fsync(old)


def _number(path: str) -> int:
    try:
        return os.stat(path).st_ino
    except OSError:
        return 0


def _plain_beside(path: str) -> tuple[str, ...]:
    found: list[str] = []
    for folder in (drafts_folder(path), snippets_folder(path)):
        with suppress(OSError):
            found += sorted(entry.path for entry in os.scandir(folder) if entry.is_file())
    return tuple(found)
