"""A journal that is open on one thread: statements, and several of them all or none.

What the journal needs at every start is this little of a connection; sqlite-utils, which takes as long to load as
everything else of a command, is there for the migrations alone.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

_FEW = 16
"""Pages."""
Values = Sequence[object] | Mapping[str, object]


class Opened:
    """A connection to the journal, and the transactions on it. Every store works through one of these."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`connection`: one with explicit transactions, as `storage.connection` makes it."""
        self.conn = connection

    def execute(self, statement: str, values: Values = ()) -> sqlite3.Cursor:
        """Run one statement, `values` bound; kept at once where no transaction is open. Raises sqlite3.Error."""
        return self.conn.execute(statement, values)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Keep all that is run within, or nothing of it where an error ends it; one may stand in another."""
        inner = self.conn.in_transaction
        self.conn.execute("SAVEPOINT inner_part" if inner else "BEGIN")
        try:
            yield
            self.conn.execute("RELEASE inner_part" if inner else "COMMIT")
        except BaseException:
            # SQLite may have taken everything back already: then there is nothing left to do.
            if self.conn.in_transaction:
                self._take_back(inner=inner)
            raise

    def _take_back(self, *, inner: bool) -> None:
        if inner:
            self.conn.execute("ROLLBACK TO inner_part")
            self.conn.execute("RELEASE inner_part")
        else:
            self.conn.execute("ROLLBACK")

    @contextmanager
    def in_passing(self) -> Iterator["Opened"]:
        """Hold few pages of what is read within: a long way through the journal that nobody goes again soon."""
        (usual,) = self.conn.execute("PRAGMA cache_size").fetchone()
        self.conn.execute(f"PRAGMA cache_size = {_FEW}")
        try:
            yield self
        finally:
            self.conn.execute(f"PRAGMA cache_size = {usual}")

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()
