"""Takes a file that somebody wants back and makes sure, in memory, that it is a whole journal.

Nothing of it is trusted: it has to be sound, of a format that is known, and to hold the very tables and
triggers of that format, and no trigger or view besides. An older one is brought up to date here, before
it takes anybody's place. The file itself is only read.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from storage import schema
from storage.birth import identify
from storage.carrying import carry
from storage.connection import connect_to
from storage.database import bring_up_to_date
from storage.errors import InputError, JournalError
from storage.images import in_keyed_memory, in_memory
from storage.sealed import is_sealed, unseal
from storage.soundness import Holdings, holdings, is_sound


@dataclass(frozen=True, slots=True)
class Staged:
    """A verified journal in memory, ready to take the place of another."""

    connection: sqlite3.Connection
    path: str
    """The file it came from."""
    holds: Holdings


@contextmanager
def staged(path: str, *, passphrase: str | None = None) -> Iterator[Staged]:
    """The journal that the file at `path` holds; gone from memory afterwards.

    `passphrase` opens an encrypted one. Raises InputError when it is unreadable, no journal, damaged,
    newer than this program knows, or the passphrase is wrong.
    """
    connection = in_memory(unseal(path, passphrase)) if passphrase is not None else _read(path)
    try:
        yield Staged(connection, path, _checked(connection, path))
    finally:
        connection.close()


def _read(path: str) -> sqlite3.Connection:
    if is_sealed(path):
        raise InputError("copy-sealed", path=path)
    # With nothing written ahead of it the file is all there is, and reading must leave nothing beside it.
    alone = not os.path.exists(f"{path}-wal")
    try:
        file = connect_to(path, mode=f"ro{'&immutable=1' if alone else ''}")
        try:
            return _copied(file)
        finally:
            file.close()
    except sqlite3.Error as error:
        raise _of_sqlite(error, path) from None


def _copied(file: sqlite3.Connection) -> sqlite3.Connection:
    key = getattr(file, "key", None)
    held = in_memory() if key is None else in_keyed_memory(key)
    try:
        file.backup(held)
    except sqlite3.Error:
        held.close()
        raise
    return held


def for_keyed(staged: Staged, key: str) -> Staged:
    """The same, so that it can take the place of a journal that is encrypted. The old connection is closed."""
    held = in_keyed_memory(key)
    carry(staged.connection, held)
    staged.connection.close()
    return Staged(held, staged.path, staged.holds)


def _checked(connection: sqlite3.Connection, path: str) -> Holdings:
    try:
        number = identify(connection, path)
        if number == 0:
            raise InputError("copy-foreign", path=path)
        if not is_sound(connection):
            raise InputError("copy-damaged", path=path)
        if not _has_schema(connection, number):
            raise InputError("copy-foreign", path=path)
        if number < schema.FORMAT:
            bring_up_to_date(connection)
        return holdings(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _of_sqlite(error, path) from None
    except JournalError as error:
        raise InputError(error.kind.replace("journal-", "copy-"), **error.values) from None


def _of_sqlite(error: Exception, path: str) -> InputError:
    foreign = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB
    return InputError("copy-foreign" if foreign else "copy-damaged", path=path)


def _has_schema(connection: sqlite3.Connection, number: int) -> bool:
    model = in_memory()
    try:
        for _, statements in schema.MIGRATIONS[:number]:
            for statement in statements:
                model.execute(statement)
        expected, found = _objects(model), _objects(connection)
    finally:
        model.close()
    return expected <= found and all(_is_idle(kind, sql) for kind, _, sql in found - expected)


def _is_idle(kind: str, sql: str) -> bool:
    # A stray table or index does nothing by itself; a trigger, a view or a virtual table may.
    return kind in ("table", "index") and not sql.upper().startswith("CREATE VIRTUAL")


def _objects(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows}
