"""A journal that can only be read, because nothing can be written beside it: a full disk, a read-only medium.

SQLite wants a small file beside a journal that is written ahead, to agree with other processes. Where it cannot
make one, and nothing waits in the file written ahead, the journal is whole in its one file and is read as that.
On the capture path: standard library only.
"""

import os
import sqlite3

MODE = "ro&immutable=1"
"""SQLite's mode for a file that it is to read as it lies there."""

_NO_FILE_BESIDE = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY_CANTINIT,
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMMAP,
}

State = tuple[int, int, int]


def can_only_be_read(path: str, error: sqlite3.Error) -> bool:
    """Whether `error` came because nothing can be written beside the journal at `path`, which is whole without."""
    length, _, ahead = state_of(path)
    whole = os.path.isfile(path) and length > 0 and ahead <= 0
    return whole and getattr(error, "sqlite_errorcode", 0) in _NO_FILE_BESIDE


def is_alone(connection: sqlite3.Connection) -> bool:
    """Whether `connection` was opened in `MODE`, and so sees nothing that others write."""
    return bool(connection.execute("PRAGMA query_only").fetchone()[0])


def state_of(path: str) -> State:
    """Length, moment of the last change in nanoseconds, length written ahead; bytes, -1 where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return -1, -1, -1
    try:
        return found.st_size, found.st_mtime_ns, os.stat(f"{path}-wal").st_size
    except OSError:
        return found.st_size, found.st_mtime_ns, -1
