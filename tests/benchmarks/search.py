"""`clearday search` for two words at 10,000 and 100,000 notes, against a bare Python that inserts one row,
and the query itself against raw FTS5.

Run: python -m tests.benchmarks.search
"""

import os
import sqlite3
import tempfile

from storage.search import NoteSearch, Term
from tests.benchmarks.capture import BARE, TEXT, fill
from tests.benchmarks.stopwatch import cpu_of, report, seconds

RAW = (
    "SELECT note.id, note.text FROM note_text JOIN note ON note.id = note_text.rowid"
    ' WHERE note_text MATCH \'"people" "4711"\' AND note.deleted = 0 ORDER BY rank LIMIT 50'
)


def main() -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as folder:
        env = {"HOME": folder, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        floor = cpu_of(["-c", BARE, f"{folder}/bare.db", TEXT], env)
        rows = [("bare Python, sqlite3, one row", floor)]
        for size in (10_000, 100_000):
            path = f"{folder}/{size}.db"
            fill(path, size)
            command = ["-m", "tui", "--journal", path, "search", "people", "4711"]
            rows.append((f"clearday search, {size:,} notes", cpu_of(command, env)))
        report("Search (CPU time of the whole process)", rows, floor)
        queries(path)


def queries(path: str) -> None:
    """Print our query beside raw FTS5 on the journal at `path`."""
    connection = sqlite3.connect(path)
    search = NoteSearch(connection)
    terms = (Term("people"), Term("4711"))
    raw = seconds(lambda: connection.execute(RAW).fetchall(), 50)
    ours = seconds(lambda: list(search.find(terms)), 50)
    report("The query itself", [("raw FTS5", raw), ("ours", ours)], raw)


if __name__ == "__main__":
    main()
