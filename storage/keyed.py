"""Connections to encrypted journals, by SQLCipher: the same SQLite, with every page encrypted.

sqlcipher3 is an extra: whoever does not encrypt does not need it. It has exception classes of its own;
here they become sqlite3's, so that everything above goes one way for both kinds of journal.
"""

import hashlib
import sqlite3
import unicodedata
from collections.abc import Callable
from typing import Any, TypeVar

from storage.errors import JournalError

try:
    from sqlcipher3 import dbapi2
except ImportError:
    raise JournalError("no-sqlcipher") from None

_ROUNDS = 256_000
"""Of PBKDF2-HMAC-SHA512, as SQLCipher 4 has it (zetetic.net/sqlcipher/sqlcipher-api, `kdf_iter`)."""

Result = TypeVar("Result")


def key_from(passphrase: str, salt: bytes) -> str:
    """The key that SQLCipher 4 itself makes of `passphrase` and `salt`, as it is told: hexadecimal, salt last.

    Derived here, and once for each salt, because SQLCipher would do it again for every connection.
    """
    phrase = unicodedata.normalize("NFC", passphrase).encode("utf-8")
    return hashlib.pbkdf2_hmac("sha512", phrase, salt, _ROUNDS, 32).hex() + salt.hex()


def salt_in(key: str) -> bytes:
    """The salt that belongs to `key`."""
    return bytes.fromhex(key[64:])


def open_keyed(target: str, key: str, *, patience: float) -> sqlite3.Connection:
    """A connection to `target`, a path, a file: address or `:memory:`, with `key`; nothing is read yet."""
    connection = _as_sqlite3(
        lambda: KeyedConnection(
            target, timeout=patience, isolation_level=None, uri=target.startswith("file:")
        )
    )
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to stderr
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.key = key
    return connection


def key_of(connection: sqlite3.Connection) -> str | None:
    """The key that `connection` was opened with; None for a plain one."""
    return getattr(connection, "key", None)


def fits(path: str, key: str) -> bool:
    """Whether `key` opens the file at `path`. Raises sqlite3.Error when that cannot be tried."""
    connection = open_keyed(path, key, patience=15.0)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
            return False
        raise
    finally:
        connection.close()
    return True


def _as_sqlite3(work: Callable[[], Result]) -> Result:
    try:
        return work()
    except dbapi2.Error as error:
        known: type[sqlite3.Error] = getattr(sqlite3, type(error).__name__, sqlite3.DatabaseError)
        same = known(*error.args)
        same.sqlite_errorcode = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        raise same from None


class KeyedCursor(dbapi2.Cursor):  # type: ignore[misc]
    """A cursor whose errors are sqlite3's."""

    def execute(self, *given: Any) -> Any:  # noqa: ANN401, D102
        return _as_sqlite3(lambda: super(KeyedCursor, self).execute(*given))

    def executemany(self, *given: Any) -> Any:  # noqa: ANN401, D102
        return _as_sqlite3(lambda: super(KeyedCursor, self).executemany(*given))

    def executescript(self, *given: Any) -> Any:  # noqa: ANN401, D102
        return _as_sqlite3(lambda: super(KeyedCursor, self).executescript(*given))

    def fetchone(self) -> Any:  # noqa: ANN401, D102
        return _as_sqlite3(super().fetchone)

    def fetchmany(self, *given: Any) -> Any:  # noqa: ANN401, D102
        return _as_sqlite3(lambda: super(KeyedCursor, self).fetchmany(*given))

    def fetchall(self) -> Any:  # noqa: ANN401, D102
        return _as_sqlite3(super().fetchall)

    def __next__(self) -> Any:  # noqa: ANN401
        return _as_sqlite3(super().__next__)


class KeyedConnection(dbapi2.Connection):  # type: ignore[misc]
    """A connection to an encrypted journal whose errors are sqlite3's."""

    key = ""

    def cursor(self, factory: type = KeyedCursor) -> Any:  # noqa: ANN401, D102
        return _as_sqlite3(lambda: super(KeyedConnection, self).cursor(factory))

    def execute(self, *given: Any) -> Any:  # noqa: ANN401, D102
        return self.cursor().execute(*given)

    def executemany(self, *given: Any) -> Any:  # noqa: ANN401, D102
        return self.cursor().executemany(*given)

    def executescript(self, *given: Any) -> Any:  # noqa: ANN401, D102
        return self.cursor().executescript(*given)

    def commit(self) -> None:  # noqa: D102
        _as_sqlite3(super().commit)

    def rollback(self) -> None:  # noqa: D102
        _as_sqlite3(super().rollback)

    def backup(self, target: Any, **how: Any) -> None:  # noqa: ANN401, D102
        _as_sqlite3(lambda: super(KeyedConnection, self).backup(target, **how))
