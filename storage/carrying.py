"""Carries a whole journal from one connection into an empty one of another kind, and compares the two.

SQLite's own copy goes page by page, and pages that are encrypted differ; this goes row by row.
"""

import hashlib
import sqlite3

_OBJECTS = (
    "SELECT type, name, sql FROM main.sqlite_master WHERE sql IS NOT NULL AND substr(name, 1, 7) <> 'sqlite_'"
)
_KINDS = "SELECT name, type FROM pragma_table_list WHERE schema = 'main'"
_MARKS = ("application_id", "user_version")


def carry(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Make the empty database behind `target` hold all that `source` holds. Raises sqlite3.Error."""
    target.execute("PRAGMA foreign_keys = OFF")
    target.execute("BEGIN")
    kinds, objects = _kinds(source), _objects(source)
    for name in (name for kind, name, _ in objects if kind == "table" and kinds[name] == "table"):
        target.execute(next(sql for kind, found, sql in objects if kind == "table" and found == name))
        _rows(source, target, name)
    _sequence(source, target)
    for name, sql in ((name, sql) for kind, name, sql in objects if kinds.get(name) == "virtual"):
        target.execute(sql)
        target.execute(f'INSERT INTO "{name}" ("{name}") VALUES (\'rebuild\')')
    for order in ("index", "trigger", "view"):
        for sql in (sql for kind, _, sql in objects if kind == order):
            target.execute(sql)
    for mark in _MARKS:
        target.execute(f"PRAGMA {mark} = {_mark(source, mark)}")
    target.execute("COMMIT")


def same(one: sqlite3.Connection, other: sqlite3.Connection) -> bool:
    """Whether both hold the same marks, tables, triggers and rows, to the byte. Raises sqlite3.Error."""
    return _print(one) == _print(other)


def _print(connection: sqlite3.Connection) -> tuple[object, ...]:
    kinds, objects = _kinds(connection), _objects(connection)
    tables = sorted(name for name, kind in kinds.items() if kind == "table" and name != "sqlite_schema")
    return (
        [_mark(connection, mark) for mark in _MARKS],
        sorted(objects),
        [(name, *_digest(connection, name)) for name in tables],
    )


def _digest(connection: sqlite3.Connection, table: str) -> tuple[int, int]:
    # A sum, so that the order in which rows come does not matter.
    count = total = 0
    for row in connection.execute(f'SELECT * FROM "{table}"'):
        count += 1
        total += int.from_bytes(hashlib.sha256(repr(row).encode("utf-8", "surrogatepass")).digest(), "big")
    return count, total % 2**256


def _rows(source: sqlite3.Connection, target: sqlite3.Connection, name: str) -> None:
    rows = source.execute(f'SELECT * FROM "{name}"')
    blanks = ", ".join("?" * len(rows.description))
    target.executemany(f'INSERT INTO "{name}" VALUES ({blanks})', rows)


def _sequence(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    if _kinds(source).get("sqlite_sequence"):
        target.execute("DELETE FROM sqlite_sequence")
        target.executemany(
            "INSERT INTO sqlite_sequence VALUES (?, ?)", source.execute("SELECT * FROM sqlite_sequence")
        )


def _kinds(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute(_KINDS).fetchall())


def _objects(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    kinds = _kinds(connection)
    found = connection.execute(_OBJECTS).fetchall()
    return [row for row in found if kinds.get(row[1]) != "shadow"]


def _mark(connection: sqlite3.Connection, mark: str) -> int:
    return int(connection.execute(f"PRAGMA {mark}").fetchone()[0])
