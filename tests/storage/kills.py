"""Killing a busy writer, and looking at what it left: used by a test, and for longer by a benchmark."""

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database, Migrations

from storage.quicklog import INSERT
from storage.schema import APPLICATION_ID, MIGRATION_SET, MIGRATIONS

ROOT = Path(__file__).parent.parent.parent


def kill_one(path: Path, seed: int) -> list[str]:
    """Start a busy writer on the journal at `path`, kill it after some of its lines; what it said was safe."""
    command = [sys.executable, "-m", "tests.storage.busy_writer", str(path), str(seed)]
    env = {"PATH": os.environ["PATH"], "HOME": str(path.parent)}
    writer = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    said = [writer.stdout.readline() for _ in range(random.Random(seed).randint(0, 30))]
    writer.kill()
    said += writer.stdout.readlines()
    writer.stdout.close()
    writer.wait()
    return [line.strip() for line in said if line.endswith("\n")]


def lost(path: Path, said: list[str]) -> list[str]:
    """What was said to be safe and is not in the journal at `path`; or that the journal is damaged."""
    connection = sqlite3.connect(path)
    sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    texts = {text for (text,) in connection.execute("SELECT text FROM note_version")}
    texts |= {text for (text,) in connection.execute("SELECT text FROM week_version")}
    connection.close()
    missing = [line for line in said if not _is_there(line, texts)]
    return missing if sound else ["the journal is damaged", *missing]


def _is_there(line: str, texts: set[str]) -> bool:
    kind, mark = line.split()
    if kind == "import":
        return all(f"import {mark} {n}" in texts for n in range(40))
    return f"{kind} {mark}" in texts


def half_imported(path: Path) -> list[str]:
    """Imports of which some notes are in the journal at `path` and some are not."""
    connection = sqlite3.connect(path)
    texts = [
        text for (text,) in connection.execute("SELECT text FROM note_version WHERE text LIKE 'import %'")
    ]
    connection.close()
    marks = {text.split()[1] for text in texts}
    return [mark for mark in marks if sum(text.split()[1] == mark for text in texts) != 40]


OLD_NOTES = 300
_MIGRATE = (
    "import sys; from storage.database import open_database; import storage.backup; print('now', flush=True);"
    " open_database(sys.argv[1]).close(); print('done', flush=True)"
)


def kill_migration(path: Path, seed: int) -> bool:
    """Make a journal of the first format at `path`, kill its update at a moment; whether it was not done yet."""
    _of_the_first_format(path)
    command = [sys.executable, "-c", _MIGRATE, str(path)]
    env = {"PATH": os.environ["PATH"], "HOME": str(path.parent)}
    updating = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    assert updating.stdout is not None
    updating.stdout.readline()
    try:
        updating.wait(timeout=random.Random(seed).uniform(0, 0.03))
    except subprocess.TimeoutExpired:
        updating.kill()
    done = "done" in updating.stdout.read()
    updating.stdout.close()
    updating.wait()
    return not done


def migrated_by_halves(path: Path) -> list[str]:
    """What is wrong with a journal whose update was killed: damage, notes that are gone, tables by halves."""
    with closing(sqlite3.connect(path)) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        notes = connection.execute("SELECT count(*) FROM note").fetchone()[0]
    wrong = [] if sound else ["damaged"]
    wrong += [] if notes == OLD_NOTES else [f"{notes} notes"]
    return wrong + ([] if ("act" in tables) == (version > 1) == ("draft" in tables) else ["tables by halves"])


def _of_the_first_format(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        first = Migrations(MIGRATION_SET)

        @first(name=MIGRATIONS[0][0])
        def journal(database: Database, /) -> None:
            for statement in MIGRATIONS[0][1]:
                database.execute(statement)

        first.apply(Database(connection, execute_plugins=False))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        at = "2026-11-20T16:30:00-05:00"
        connection.execute("BEGIN")
        for n in range(OLD_NOTES):
            connection.execute(INSERT, [f"{n:032x}", at[:10], at, n, "", f"note {n}", "[]", 0, at, "typed"])
        connection.execute("COMMIT")
