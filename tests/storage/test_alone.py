"""A journal beside which nothing can be written, as on a full disk or a read-only medium, can still be read."""

import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.backup import back_up, reading
from storage.birth import open_journal
from storage.database import Journal
from storage.errors import JournalError
from storage.quicklog import append


@pytest.fixture
def path(tmp_path: Path) -> Path:
    journal = tmp_path / "journal.db"
    log(journal, "first")
    (tmp_path / "journal.db-shm").symlink_to("nowhere")  # SQLite follows no link, and makes no file
    return journal


def log(path: Path, text: str) -> int:
    return append(
        str(path), text, day="2026-11-20", at="2026-11-20T16:30:00-05:00", instant=1_795_210_200_000_000
    )


def texts(journal: Journal) -> list[str]:
    return [text for (text,) in journal.database.execute("SELECT text FROM note ORDER BY id")]


def test_what_is_in_it_is_read(path: Path) -> None:
    assert texts(Journal(str(path))) == ["first"]


def test_nothing_is_written_and_it_says_why(path: Path) -> None:
    with pytest.raises(JournalError, match="journal-readonly"):
        log(path, "second")
    assert texts(Journal(str(path))) == ["first"]


def test_it_can_be_backed_up_elsewhere(path: Path, tmp_path: Path) -> None:
    written = back_up(str(path), at=datetime(2026, 11, 20, tzinfo=UTC), to=str(tmp_path / "copy.db"))
    assert written.holds.notes == 1
    with reading(written.path) as copy:
        assert copy.execute("SELECT text FROM note").fetchall() == [("first",)]


def test_what_others_write_once_they_can_is_seen(path: Path, tmp_path: Path) -> None:
    journal = Journal(str(path))
    assert texts(journal) == ["first"]
    (tmp_path / "journal.db-shm").unlink()
    log(path, "second")
    assert texts(journal) == ["first", "second"]


def test_with_notes_written_ahead_it_is_refused_sooner_than_shown_without_them(path: Path) -> None:
    path.with_name("journal.db-wal").write_bytes(b"not yet taken in")
    with pytest.raises(JournalError, match="journal-unreadable"):
        open_journal(str(path))


def test_an_empty_file_taken_as_a_journal_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.touch(mode=0o644)
    log(path, "first")
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("room", [10_000, 100_000])
def test_a_journal_that_no_room_is_left_for_is_not_called_broken(tmp_path: Path, room: int) -> None:
    program = (
        "import resource, sys\nfrom storage.birth import open_journal\nfrom storage.errors import JournalError\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))\n"
        "try:\n    open_journal(sys.argv[1])\nexcept JournalError as error:\n    print(error.kind)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "journal.db")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() in {"journal-full", "journal-io"}
    with closing(open_journal(str(tmp_path / "journal.db"))[0]) as connection:
        assert connection.execute("SELECT count(*) FROM note").fetchone() == (0,)
