"""Where every connection to a journal file, its copies included, is made: plain, or encrypted by its key.

On the capture path: SQLCipher is loaded for an encrypted file alone. Within one process a file must never
be open through both libraries: neither sees the other's locks.
"""

import os
import sqlite3
from contextlib import suppress
from urllib.parse import quote

from storage.errors import JournalError
from storage.keys import RING

PATIENCE = 15.0
"""Seconds that a writer waits for another before it gives up; nothing is ever dropped silently."""


def connect_to(
    path: str, *, mode: str = "", key: str | None = None, patience: float = PATIENCE
) -> sqlite3.Connection:
    """A connection with explicit transactions to the file at `path`; its key is asked for if need be.

    `mode` is SQLite's, `rw`, or `ro&immutable=1`; otherwise the file is made when it is missing. `key` is for
    an empty file that is to be encrypted. Raises JournalError without a key that fits, and sqlite3.Error.
    """
    if key is not None:
        return _new_keyed(path, key, patience)
    known = RING.knows(path)
    connection = _open(path, mode, patience)
    if known and _is_no_database(connection):
        # A number that a file had is given to the next: this is another file than the one looked at.
        connection.close()
        RING.forget(path)
        connection = _open(path, mode, patience)
    return connection


def like(source: sqlite3.Connection, path: str) -> sqlite3.Connection:
    """A connection to the empty file at `path`, to be encrypted with the key of `source` if that is."""
    return connect_to(path, key=getattr(source, "key", None))


def _new_keyed(path: str, key: str, patience: float) -> sqlite3.Connection:
    from storage.keyed import open_keyed, salt_in

    RING.mark(path, salt_in(key))
    return open_keyed(path, key, patience=patience)


def _open(path: str, mode: str, patience: float) -> sqlite3.Connection:
    target = f"file:{quote(os.fsencode(os.path.abspath(path)))}?mode={mode}" if mode else path
    try:
        key = RING.key_for(path)
    except JournalError as error:
        error.values.setdefault("path", path)
        raise
    if key is None:
        return sqlite3.connect(target, uri=bool(mode), timeout=patience, isolation_level=None)
    from storage.keyed import open_keyed

    return open_keyed(target, key, patience=patience)


def _is_no_database(connection: sqlite3.Connection) -> bool:
    try:
        with suppress(sqlite3.OperationalError):  # busy, for one: whoever uses the connection meets it
            connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.DatabaseError as error:
        return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB
    return False
