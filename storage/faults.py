"""Turns what SQLite reports about a file into the journal's own errors.

SQLite's messages are matched where its result codes are too coarse to say what a person should do.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from storage.errors import JournalError

_KINDS = {
    sqlite3.SQLITE_NOTADB: "journal-foreign",
    sqlite3.SQLITE_CORRUPT: "journal-corrupt",
    sqlite3.SQLITE_CANTOPEN: "journal-unreadable",
    sqlite3.SQLITE_PERM: "journal-unreadable",
    sqlite3.SQLITE_READONLY: "journal-readonly",
    sqlite3.SQLITE_BUSY: "journal-busy",
    sqlite3.SQLITE_LOCKED: "journal-busy",
    sqlite3.SQLITE_PROTOCOL: "journal-busy",  # too many at once to agree on who reads
    sqlite3.SQLITE_FULL: "journal-full",
    sqlite3.SQLITE_IOERR: "journal-io",
    sqlite3.SQLITE_IOERR_SHMSIZE: "journal-full",  # no room for the file beside it
}


@contextmanager
def as_journal_errors(path: str) -> Iterator[None]:
    """Raise JournalError for what SQLite cannot do with the journal at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise _of_sqlite(error, path) from None


def _of_sqlite(error: sqlite3.Error, path: str) -> JournalError:
    code = getattr(error, "sqlite_errorcode", None) or 0
    return JournalError(_KINDS.get(code) or _KINDS.get(code & 0xFF, "journal-broken"), path=path)
