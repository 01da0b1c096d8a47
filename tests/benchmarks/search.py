"""`clearday search` for two words at 10,000 and 100,000 notes, against a bare Python that inserts one row,
and the query itself against raw FTS5: two words that one note holds, and a word that every note holds.

Run: python -m tests.benchmarks.search
"""

import os
import sqlite3
import tempfile
from itertools import islice

from storage.search import NoteSearch, Term
from tests.benchmarks.capture import BARE, TEXT, fill
from tests.benchmarks.stopwatch import cpu_of, report, seconds

RAW = (
    "SELECT note.id, note.text FROM note_text JOIN note ON note.id = note_text.rowid"
    " WHERE note_text MATCH ? AND note.deleted = 0 ORDER BY rank LIMIT 50"
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
    """Print our query beside raw FTS5 on the journal at `path`, 50 notes of each."""
    connection = sqlite3.connect(path)
    search = NoteSearch(connection)
    for words, times in ((("people", "4711"), 50), (("people",), 5)):
        asked = " ".join(f'"{word}"' for word in words)
        terms = [Term(word) for word in words]
        raw = seconds(lambda asked=asked: connection.execute(RAW, [asked]).fetchall(), times)  # type: ignore[misc]
        ours = seconds(lambda terms=terms: list(islice(search.find(terms), 50)), times)  # type: ignore[misc]
        report(f"The query itself, {' '.join(words)}", [("raw FTS5", raw), ("ours", ours)], raw)


if __name__ == "__main__":
    main()
