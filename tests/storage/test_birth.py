"""A new journal is born without heavy imports, and is the same journal the migrations make."""

import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database, Migrations

from storage.birth import connect, give_birth, identify, prepare_file
from storage.database import migrations, open_database
from storage.errors import JournalError
from storage.faults import as_journal_errors
from storage.quicklog import INSERT, append
from storage.schema import APPLICATION_ID, FORMAT, MIGRATION_SET, MIGRATIONS


def log(path: Path | str, text: str) -> int:
    return append(
        str(path), text, day="2026-11-20", at="2026-11-20T16:30:00-05:00", instant=1_795_210_200_000_000
    )


def schema_of(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {(name, " ".join(sql.split())) for name, sql in rows}


def test_a_journal_born_by_capture_has_the_schema_the_migrations_make(tmp_path: Path) -> None:
    born = tmp_path / "born.db"
    log(born, "first")
    migrated = Database(
        sqlite3.connect(tmp_path / "migrated.db", isolation_level=None), execute_plugins=False
    )
    migrations().apply(migrated)
    connection = sqlite3.connect(born)
    assert schema_of(connection) == schema_of(migrated.conn)
    connection.close()
    migrated.close()


def test_sqlite_utils_finds_nothing_left_to_do_in_a_born_journal(tmp_path: Path) -> None:
    log(tmp_path / "journal.db", "first")
    database = open_database(str(tmp_path / "journal.db"))
    as_it_sees_it = Database(database.conn, execute_plugins=False)
    assert migrations().pending(as_it_sees_it) == []
    assert len(migrations().applied(as_it_sees_it)) == FORMAT
    database.close()


@pytest.mark.parametrize("way_in", ["capture", "desk"])
def test_a_journal_of_the_first_format_is_brought_up_to_date_with_its_notes(
    tmp_path: Path, way_in: str
) -> None:
    path = str(tmp_path / "old.db")
    with closing(connect(path)) as old:
        first = Migrations(MIGRATION_SET)

        @first(name=MIGRATIONS[0][0])
        def m001(database: Database, /) -> None:
            for statement in MIGRATIONS[0][1]:
                database.execute(statement)

        first.apply(Database(old, execute_plugins=False))
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute("PRAGMA user_version = 1")
        old.execute(
            INSERT, ["a" * 32, "2026-11-20", "2026-11-20T16:30:00-05:00", 1, "", "kept", "[]", 0, "", ""]
        )
    if way_in == "capture":
        log(path, "second")
    else:
        open_database(path).close()
    with closing(connect(path)) as new, closing(connect(str(tmp_path / "born.db"))) as born:
        give_birth(born, "born.db")
        assert {name for name, _ in schema_of(new)} >= {"act", "draft"}
        assert {one for one in schema_of(born) if one[0] in ("act", "draft")} <= schema_of(new)
        assert new.execute("SELECT text FROM note").fetchone()[0] == "kept"
        assert new.execute("PRAGMA user_version").fetchone()[0] == FORMAT


def test_a_journal_is_readable_by_its_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        log(tmp_path / "deep" / "journal.db", "first")
    finally:
        os.umask(before)
    for path in (tmp_path / "deep").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "deep").stat().st_mode) == 0o700


def test_a_journal_writes_ahead_and_says_what_it_is(tmp_path: Path) -> None:
    log(tmp_path / "journal.db", "first")
    connection = connect(str(tmp_path / "journal.db"))
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert connection.execute("PRAGMA user_version").fetchone()[0] == FORMAT
    connection.close()


def test_birth_is_harmless_when_another_process_was_faster(tmp_path: Path) -> None:
    path = str(tmp_path / "journal.db")
    log(path, "first")
    connection = connect(path)
    give_birth(connection, path)
    assert connection.execute("SELECT count(*) FROM note").fetchone()[0] == 1
    connection.close()


class Overtaken(sqlite3.Connection):
    """A connection beside which another process tries to make the journal, just as this one looks at it."""

    def execute(self, *statement: Any) -> sqlite3.Cursor:
        if statement == ("PRAGMA user_version",):
            path = super().execute("PRAGMA database_list").fetchone()[2]
            other = sqlite3.connect(path, timeout=0, isolation_level=None)
            with closing(other), suppress(sqlite3.OperationalError):  # it has to wait, or it was faster
                give_birth(other, path)
        return super().execute(*statement)


def test_a_journal_that_another_process_is_just_making_is_not_taken_for_a_foreign_file(
    tmp_path: Path,
) -> None:
    path = str(tmp_path / "race.db")
    prepare_file(path)
    with closing(sqlite3.connect(path, factory=Overtaken, isolation_level=None)) as connection:
        assert identify(connection, path) in (0, FORMAT)
    assert log(path, "kept") == 1


def test_a_foreign_database_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "foreign.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipe (name)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(JournalError, match="journal-foreign"):
        log(path, "first")
    with pytest.raises(JournalError, match="journal-foreign"):
        open_database(str(path))
    assert path.read_bytes() == before


def test_a_text_file_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("dear diary, " * 200)
    with pytest.raises(JournalError, match="journal-foreign"):
        log(path, "first")
    assert path.read_text() == "dear diary, " * 200


def test_a_newer_journal_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    log(path, "first")
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {FORMAT + 1}")
    newer.close()
    for way_in in (lambda: log(path, "second"), lambda: open_database(str(path))):
        with pytest.raises(JournalError, match="journal-newer"):
            way_in()
    check = sqlite3.connect(path)
    assert check.execute("SELECT count(*) FROM note").fetchone()[0] == 1
    check.close()


def test_a_damaged_journal_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    log(path, "first")
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(JournalError, match="journal-corrupt"):
        log(path, "second")


def test_a_folder_in_the_place_of_a_journal_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="journal-unreadable"):
        log(tmp_path, "first")


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(JournalError, match="journal-unreadable"):
        log(tmp_path / "file" / "journal.db", "first")


def test_preparing_a_file_twice_keeps_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    prepare_file(str(path))
    path.write_bytes(b"kept")
    prepare_file(str(path))
    assert path.read_bytes() == b"kept"


def test_a_read_only_journal_is_said_to_be_and_nothing_is_written(tmp_path: Path) -> None:
    log(tmp_path / "journal.db", "first")
    connection = connect(str(tmp_path / "journal.db"))
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(JournalError, match="journal-readonly"), as_journal_errors("journal.db"):
        connection.execute("DELETE FROM note")
    connection.close()


def test_a_journal_that_stays_busy_is_said_to_be(tmp_path: Path) -> None:
    log(tmp_path / "journal.db", "first")
    first, second = (connect(str(tmp_path / "journal.db")) for _ in range(2))
    second.execute("PRAGMA busy_timeout = 1")
    first.execute("BEGIN IMMEDIATE")
    with pytest.raises(JournalError, match="journal-busy"), as_journal_errors("journal.db"):
        second.execute("BEGIN IMMEDIATE")
    first.close()
    second.close()
