"""Going back to a copy: verified first, in one go, what is replaced kept, open windows none the worse."""

import os
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from storage.backup import back_up
from storage.database import Journal, open_database
from storage.errors import InputError
from storage.notes import NoteStore
from storage.restore import Restored, restore
from storage.staging import staged
from tests.storage.test_backup import log, spoil, texts

FRIDAY = datetime(2026, 11, 20, 16, 30)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal.db"
    log(path, "first")
    log(path, "second")
    return path


def bring_back(journal: Path, file: str, passphrase: str | None = None) -> Restored:
    with staged(file, passphrase=passphrase) as copy:
        return restore(str(journal), copy, at=FRIDAY)


def test_a_restored_journal_is_what_it_was_and_what_it_replaced_is_kept(journal: Path) -> None:
    copy = back_up(str(journal), at=FRIDAY).path
    log(journal, "third")
    done = bring_back(journal, copy)
    assert texts(str(journal)) == ["first", "second"]
    assert done.before is not None
    assert done.before.endswith(".before-restore.db")
    assert texts(done.before) == ["first", "second", "third"]
    bring_back(journal, done.before)
    assert texts(str(journal)) == ["first", "second", "third"]


def test_open_windows_see_the_restored_journal_and_can_write_on(journal: Path) -> None:
    copy = back_up(str(journal), at=FRIDAY).path
    log(journal, "third")
    window = Journal(str(journal))
    notes = NoteStore(window)
    stamp = window.database.execute("PRAGMA data_version").fetchone()
    assert notes.total() == 3
    bring_back(journal, copy)
    assert notes.total() == 2
    assert window.database.execute("PRAGMA data_version").fetchone() != stamp
    log(journal, "after")
    assert notes.total() == 3
    window.close()


def test_a_note_that_another_window_adds_while_restoring_is_either_kept_or_refused(journal: Path) -> None:
    copy = back_up(str(journal), at=FRIDAY).path
    log(journal, "third")
    outcome: list[str] = []

    class Nosy(sqlite3.Connection):
        """While the lock is held and the copy of what is replaced is made, somebody else tries to write."""

        def backup(
            self,
            target: sqlite3.Connection,
            *,
            pages: int = -1,
            progress: Callable[[int, int, int], object] | None = None,
            name: str = "main",
            sleep: float = 0.25,
        ) -> None:
            def watched(status: int, remaining: int, total: int) -> None:
                assert progress is not None
                progress(status, remaining, total)
                if not outcome:
                    other = sqlite3.connect(journal, timeout=0)
                    with pytest.raises(sqlite3.OperationalError, match="locked"):
                        other.execute("UPDATE note SET text = 'x', version = version + 1")
                    other.close()
                    outcome.append("refused")

            super().backup(target, pages=pages, progress=watched, name=name, sleep=sleep)

    nosy = sqlite3.connect(":memory:", factory=Nosy)
    with staged(copy) as held:
        held.connection.backup(nosy)
        done = restore(str(journal), type(held)(nosy, held.path, held.holds), at=FRIDAY)
    nosy.close()
    assert outcome == ["refused"]
    assert done.before is not None
    assert texts(done.before) == ["first", "second", "third"]


def test_a_missing_journal_comes_back_private(journal: Path, tmp_path: Path) -> None:
    copy = back_up(str(journal), at=FRIDAY).path
    new = tmp_path / "elsewhere" / "journal.db"
    assert bring_back(new, copy).before is None
    assert texts(str(new)) == ["first", "second"]
    assert new.stat().st_mode & 0o077 == 0
    log(new, "third")
    assert len(texts(str(new))) == 3


@pytest.mark.parametrize("wreck", [spoil, lambda path: path.write_bytes(os.urandom(50_000))])
def test_a_wreck_is_set_aside_byte_for_byte_and_replaced(journal: Path, wreck: object) -> None:
    copy = back_up(str(journal), at=FRIDAY).path
    assert callable(wreck)
    wreck(journal)
    bytes_before = journal.read_bytes()
    done = bring_back(journal, copy)
    assert done.before is not None
    assert done.before.endswith(".damaged.db")
    assert Path(done.before).read_bytes() == bytes_before
    assert texts(str(journal)) == ["first", "second"]
    log(journal, "third")
    database = open_database(str(journal))
    assert [tuple(row) for row in database.execute("PRAGMA integrity_check")] == [("ok",)]
    database.close()


def test_a_copy_is_only_read(journal: Path) -> None:
    copy = back_up(str(journal), at=FRIDAY).path
    before = Path(copy).read_bytes()
    os.chmod(copy, 0o400)
    bring_back(journal, copy)
    assert Path(copy).read_bytes() == before
    assert sorted(name for name in os.listdir(os.path.dirname(copy)) if name.endswith(("wal", "shm"))) == []


def test_a_live_journal_can_be_restored_with_what_it_wrote_ahead(journal: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    log(other, "of the other")
    window = sqlite3.connect(other)
    window.execute("SELECT count(*) FROM note").fetchone()
    log(other, "written ahead")
    assert os.path.getsize(f"{other}-wal") > 0
    bring_back(journal, str(other))
    window.close()
    assert texts(str(journal)) == ["of the other", "written ahead"]


def test_the_passphrase_opens_an_encrypted_copy_and_no_other_does(journal: Path) -> None:
    copy = back_up(str(journal), at=FRIDAY, passphrase="right").path
    log(journal, "third")
    with pytest.raises(InputError, match="copy-sealed"):
        bring_back(journal, copy)
    with pytest.raises(InputError, match="copy-not-unsealed"):
        bring_back(journal, copy, "wrong")
    assert len(texts(str(journal))) == 3
    bring_back(journal, copy, "right")
    assert len(texts(str(journal))) == 2


def altered(copy: str, statement: str) -> None:
    connection = sqlite3.connect(copy)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("CREATE TRIGGER eat AFTER INSERT ON note BEGIN DELETE FROM week; END", "copy-foreign"),
        ("CREATE VIEW peek AS SELECT text FROM note", "copy-foreign"),
        ("CREATE VIRTUAL TABLE other USING fts5 (x)", "copy-foreign"),
        ("DROP TRIGGER note_version_is_final", "copy-foreign"),
        ("PRAGMA application_id = 7", "copy-foreign"),
        ("PRAGMA user_version = 99", "copy-newer"),
        ("DELETE FROM note", ""),
    ],
)
def test_a_copy_that_does_more_or_less_than_a_journal_is_refused(
    journal: Path, statement: str, kind: str
) -> None:
    copy = back_up(str(journal), at=FRIDAY).path
    altered(copy, statement)
    if not kind:
        bring_back(journal, copy)
        assert texts(str(journal)) == []
        return
    with pytest.raises(InputError, match=kind):
        bring_back(journal, copy)
    assert len(texts(str(journal))) == 2


@pytest.mark.parametrize("kept", [0, 1, 100, 4096, 20_000, 90_000])
def test_a_truncated_copy_is_refused(journal: Path, kept: int) -> None:
    copy = back_up(str(journal), at=FRIDAY).path
    Path(copy).write_bytes(Path(copy).read_bytes()[:kept])
    with pytest.raises(InputError, match=r"copy-damaged|copy-foreign"):
        bring_back(journal, copy)
    assert len(texts(str(journal))) == 2


def test_no_flipped_bit_brings_back_anything_but_a_whole_journal(journal: Path) -> None:
    copy = back_up(str(journal), at=FRIDAY).path
    whole = Path(copy).read_bytes()
    refused = 0
    for position in range(0, len(whole), 1499):
        spoilt = bytearray(whole)
        spoilt[position] ^= 0xFF
        Path(copy).write_bytes(spoilt)
        try:
            bring_back(journal, copy)
        except InputError:
            refused += 1
        database = open_database(str(journal))
        assert [tuple(row) for row in database.execute("PRAGMA integrity_check")] == [("ok",)]
        assert [row[0] for row in database.execute("SELECT text FROM note ORDER BY id")] == [
            "first",
            "second",
        ]
        database.close()
    assert refused > 0


def test_a_journal_is_not_its_own_copy(journal: Path) -> None:
    with pytest.raises(InputError, match="copy-is-journal"):
        bring_back(journal, str(journal))
