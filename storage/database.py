"""Opens the journal: pragmas, migrations through sqlite-utils, one connection a thread.

Strangers' sqlite-utils plugins are kept out (`execute_plugins=False`): they would run inside the
journal.
"""

import sqlite3
import threading
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from storage.alone import State, is_alone, state_of
from storage.birth import open_journal, use_wal
from storage.errors import BackupError, JournalError
from storage.faults import as_journal_errors
from storage.opened import Opened
from storage.place import Place, forget_ahead, identity_of
from storage.schema import FORMAT, MIGRATION_SET, MIGRATIONS

if TYPE_CHECKING:
    from storage.lean import Database, Migrations


def open_database(path: str) -> Opened:
    """The journal at `path`, up to date; made with mode 0600 when it is missing.

    An older one is backed up before it is changed. Raises JournalError for a file that is unreadable,
    foreign, newer or corrupt, and for an older one that cannot be backed up.
    """
    connection, schema = open_journal(path)
    try:
        with as_journal_errors(path):
            if schema < FORMAT:
                _back_up_first(connection, path)
                bring_up_to_date(connection)
            use_wal(connection)  # a backup that somebody copied into place is not written ahead yet
    except JournalError:
        connection.close()
        raise
    return Opened(connection)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Apply the migrations that are missing: all or none, and once, however many windows ask for it."""
    from storage.lean import Database  # an older journal is rare, and loading the library takes a while

    database = Database(connection, execute_plugins=False)
    database.execute("BEGIN IMMEDIATE")
    try:
        migrations().apply(database)
        database.execute(f"PRAGMA user_version = {FORMAT}")
        database.execute("COMMIT")
    except BaseException:
        database.rollback()
        raise


def _back_up_first(connection: sqlite3.Connection, path: str) -> None:
    from storage.backup import copy_of
    from storage.copies import BEFORE_MIGRATION

    try:
        copy_of(connection, path, at=moment_of(connection), kind=BEFORE_MIGRATION)
    except BackupError as error:
        reason = error.values.get("reason", "")
        raise JournalError("journal-not-backed-up", path=path, reason=reason) from None


def moment_of(connection: sqlite3.Connection) -> datetime:
    """The local moment by SQLite's clock, for what happens where nobody hands in the time."""
    row = connection.execute("SELECT strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')").fetchone()
    return datetime.fromisoformat(row[0])


def migrations() -> "Migrations":
    """The journal's migrations, in order, as sqlite-utils applies and records them."""
    from storage.lean import Migrations

    known = Migrations(MIGRATION_SET)
    for name, statements in MIGRATIONS:
        known(name=name)(_runner(statements))
    return known


def _runner(statements: tuple[str, ...]) -> Callable[["Database"], None]:
    def run(database: "Database", /) -> None:
        for statement in statements:
            database.execute(statement)

    return run


class Journal:
    """One journal file, with a connection for each thread that uses it.

    SQLite connections belong to the thread that opened them; the app asks from worker threads.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._local = threading.local()
        self._place = Place(path)

    @property
    def database(self) -> Opened:
        """This thread's connection, opened on first use. Raises JournalError.

        So it does when the file was deleted or replaced since: SQLite would write on into what has no name.
        """
        self._leave_if_outdated()
        database: Opened | None = getattr(self._local, "database", None)
        if database is not None:
            self._leave_if_moved(database)
            self._local.ahead = identity_of(f"{self.path}-wal")
            return database
        self._place.must_not_be_lost()
        before = state_of(self.path)
        database = self._local.database = open_database(self.path)
        self._local.alone = before if is_alone(database.conn) else None
        self._local.identity = identity_of(self.path)
        self._local.ahead = identity_of(f"{self.path}-wal")
        return database

    def must_be_in_place(self) -> None:
        """Raise JournalError when the file that this thread has open was deleted or replaced."""
        database: Opened | None = getattr(self._local, "database", None)
        if database is not None:
            self._leave_if_moved(database)
        self._place.must_not_be_lost()

    def _leave_if_outdated(self) -> None:
        # A connection to a journal that could only be read does not see what others write once they can.
        read_as: State | None = getattr(self._local, "alone", None)
        if read_as not in (None, state_of(self.path)):
            self.close()

    def _leave_if_moved(self, database: Opened) -> None:
        if identity_of(self.path) == self._local.identity:
            return
        moved = self._place.moved(database.conn, self._local.identity, at=moment_of(database.conn))
        if moved.kind != "journal-lost":  # then what the connection holds is all there is: keep it
            self.close()
            forget_ahead(self.path, self._local.ahead)
        raise moved

    def close(self) -> None:
        """Close this thread's connection; the next use opens another."""
        database: Opened | None = getattr(self._local, "database", None)
        if database is not None:
            database.close()
            self._local.database = self._local.alone = None
