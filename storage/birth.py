"""Makes a new journal file, on the standard library alone.

The first note a person ever logs must not wait for heavy imports, so this road runs the same
statements as the migrations and writes the same record of them. A test holds the two together.
"""

import errno
import os
import sqlite3
import time
from contextlib import suppress

from storage.alone import MODE, can_only_be_read
from storage.connection import PATIENCE, connect_to
from storage.errors import JournalError
from storage.faults import as_journal_errors
from storage.place import identity_of
from storage.schema import APPLICATION_ID, FORMAT, MIGRATION_SET, MIGRATIONS

# As sqlite-utils 4.2 creates it, so that it finds nothing left to do.
_RECORD = (
    'CREATE TABLE "_sqlite_migrations" (\n   "id" INTEGER PRIMARY KEY,\n   "migration_set" TEXT,\n'
    '   "name" TEXT,\n   "applied_at" TEXT\n)',
    'CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"\n'
    '    ON "_sqlite_migrations" ("migration_set", "name")',
)


def open_journal(path: str) -> tuple[sqlite3.Connection, int]:
    """A connection to the journal at `path`, made with mode 0600 when it is missing, and its schema number.

    Raises JournalError for a file that is unreadable, foreign, newer or corrupt.
    """
    try:
        prepare_file(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise JournalError("journal-unreadable", path=path, reason=reason) from None
    while True:
        before = identity_of(path)
        try:
            return _opened(path)
        except JournalError:
            # Encrypted or decrypted while this one waited: what it waited for has no name any more.
            if identity_of(path) == before:
                raise


def _opened(path: str) -> tuple[sqlite3.Connection, int]:
    with as_journal_errors(path):
        connection, schema = connect_and_identify(path)
        try:
            return connection, schema or give_birth(connection, path)
        except (sqlite3.Error, JournalError):
            connection.close()
            raise


def connect_and_identify(path: str, *, mode: str = "") -> tuple[sqlite3.Connection, int]:
    """A connection as `connect` makes it, and what `identify` says; one that only reads where it has to.

    Raises JournalError and sqlite3.Error.
    """
    try:
        return _identified(connect(path, mode=mode), path)
    except sqlite3.OperationalError as error:
        if not can_only_be_read(path, error):
            raise
    connection = connect(path, mode=MODE)
    connection.execute("PRAGMA query_only = ON")
    return _identified(connection, path)


def _identified(connection: sqlite3.Connection, path: str) -> tuple[sqlite3.Connection, int]:
    try:
        return connection, identify(connection, path)
    except (sqlite3.Error, JournalError):
        connection.close()
        raise


def prepare_file(path: str) -> None:
    """Create the folder (0700) and an empty file (0600) at `path` where they are missing. Raises OSError.

    An empty file that somebody made there is taken, and nobody else can read it from then on.
    """
    folder = os.path.dirname(os.path.abspath(path))
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except FileExistsError:  # a file has the folder's name
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), folder) from None
    if not os.path.exists(path):
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    elif os.path.isfile(path) and not os.path.getsize(path):
        with suppress(PermissionError):  # somebody else's: doctor says who can read it
            os.chmod(path, 0o600)


def connect(path: str, *, mode: str = "") -> sqlite3.Connection:
    """A connection with explicit transactions, foreign keys on, waiting up to `PATIENCE` seconds.

    `mode` is SQLite's, as in `connect_to`. The key of an encrypted journal is asked for. Raises JournalError
    without one that fits.
    """
    connection = connect_to(path, mode=mode)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def identify(connection: sqlite3.Connection, path: str) -> int:
    """The schema number of the journal behind `connection`: 0 for an empty file.

    Raises JournalError for a database that is not a journal, or one made by a newer Clearday.
    """
    application, version, tables = _at_one_moment(connection)
    if application == APPLICATION_ID:
        if version > FORMAT:
            raise JournalError("journal-newer", path=path, found=version, known=FORMAT)
        return version
    if application or version or tables:
        raise JournalError("journal-foreign", path=path)
    return 0


def _at_one_moment(connection: sqlite3.Connection) -> tuple[int, int, int]:
    # Read one after the other, a journal that another process is just making has no name yet and has
    # tables already, and looks foreign.
    if connection.in_transaction:
        return _marks(connection)
    connection.execute("BEGIN")
    try:
        return _marks(connection)
    finally:
        connection.rollback()  # does nothing where SQLite went back by itself, so that its own error is told


def _marks(connection: sqlite3.Connection) -> tuple[int, int, int]:
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application or version:
        return application, version, 0
    # Asked last: it makes SQLite remember the tables, and an older journal's are about to change.
    return 0, 0, int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


def give_birth(connection: sqlite3.Connection, path: str) -> int:
    """Fill an empty database with the newest schema; harmless when another process was faster.

    Returns the schema number. Raises JournalError when the other process was no Clearday.
    """
    connection.execute("BEGIN EXCLUSIVE")
    try:
        if identify(connection, path) == 0:
            _create(connection)
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
    use_wal(connection)
    return FORMAT


def _create(connection: sqlite3.Connection) -> None:
    for statement in _RECORD:
        connection.execute(statement)
    for name, statements in MIGRATIONS:
        for statement in statements:
            connection.execute(statement)
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES (?, ?, strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00')",
            (MIGRATION_SET, name),
        )
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")


def use_wal(connection: sqlite3.Connection) -> None:
    """Ask for writing ahead, which lets others read meanwhile; waits up to `PATIENCE` seconds."""
    # Changing the journal mode does not wait for other writers as everything else does: ask again.
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                return  # the journal works without it; the next to open it asks again
            time.sleep(0.01)
        else:
            return
