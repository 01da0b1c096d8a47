"""A backup is whole, private, verified and of one moment; of the daily ones the right ones stay."""

import os
import sqlite3
import stat
import threading
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.backup import back_up, back_up_daily
from storage.copies import DAILY, MANUAL, Copy, copies_of, has_daily, name_of
from storage.errors import BackupError, InputError, JournalError
from storage.quicklog import append
from storage.rotation import outlived
from storage.sealed import is_sealed

FRIDAY = datetime(2026, 11, 20, 16, 30)


def log(path: Path, text: str) -> None:
    append(str(path), text, day="2026-11-20", at="2026-11-20T16:30:00-05:00", instant=1_795_210_200_000_000)


def texts(path: str) -> list[str]:
    connection = sqlite3.connect(path)
    found = [row[0] for row in connection.execute("SELECT text FROM note ORDER BY id")]
    connection.close()
    return found


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal.db"
    log(path, "first")
    log(path, "second")
    return path


def test_a_backup_is_one_private_file_named_for_its_moment(journal: Path) -> None:
    before = os.umask(0)
    try:
        written = back_up(str(journal), at=FRIDAY)
    finally:
        os.umask(before)
    folder = journal.parent / "backups"
    assert Path(written.path) == folder / "journal-2026-11-20T163000.db"
    assert os.listdir(folder) == ["journal-2026-11-20T163000.db"]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(os.stat(written.path).st_mode) == 0o600
    assert written.holds.notes == 2
    assert texts(written.path) == ["first", "second"]
    assert os.listdir(folder) == ["journal-2026-11-20T163000.db"]


def test_a_second_backup_of_the_same_moment_takes_another_name(journal: Path) -> None:
    paths = [back_up(str(journal), at=FRIDAY).path for _ in range(3)]
    assert [os.path.basename(path) for path in paths] == [
        "journal-2026-11-20T163000.db",
        "journal-2026-11-20T163000-2.db",
        "journal-2026-11-20T163000-3.db",
    ]
    assert [copy.path for copy in copies_of(str(journal))] == paths[::-1]


def test_a_backup_holds_one_moment_while_another_window_writes(journal: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            log(journal, "meanwhile")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(10):
            written = back_up(str(journal), at=FRIDAY)
            assert len(texts(written.path)) == written.holds.all_notes
    finally:
        stop.set()
        writer.join()


def test_a_damaged_journal_makes_no_backup_and_leaves_nothing_behind(journal: Path) -> None:
    spoil(journal)
    with pytest.raises(JournalError, match=r"journal-corrupt|backup-unsound"):
        back_up(str(journal), at=FRIDAY)
    assert os.listdir(journal.parent / "backups") == []


def spoil(journal: Path) -> None:
    """Damage the pages of a journal, the first one left alone."""
    connection = sqlite3.connect(journal)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    data = bytearray(journal.read_bytes())
    data[3 * 4096 :] = b"\xff" * (len(data) - 3 * 4096)
    journal.write_bytes(data)


def test_what_is_no_journal_makes_no_backup(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="journal-missing"):
        back_up(str(tmp_path / "none.db"), at=FRIDAY)
    assert not (tmp_path / "none.db").exists()
    (tmp_path / "text.db").write_text("dear diary, " * 200)
    with pytest.raises(JournalError, match="journal-foreign"):
        back_up(str(tmp_path / "text.db"), at=FRIDAY)


def test_a_file_that_is_there_is_never_overwritten(journal: Path, tmp_path: Path) -> None:
    taken = tmp_path / "mine.txt"
    taken.write_text("keep me")
    with pytest.raises(InputError, match="backup-exists"):
        back_up(str(journal), at=FRIDAY, to=str(taken))
    assert taken.read_text() == "keep me"


def test_a_folder_that_cannot_be_made_is_said(journal: Path) -> None:
    (journal.parent / "backups").write_text("in the way")
    with pytest.raises(BackupError, match="backup-failed"):
        back_up(str(journal), at=FRIDAY)


def test_an_encrypted_backup_shows_nothing_of_the_notes(journal: Path) -> None:
    written = back_up(str(journal), at=FRIDAY, passphrase="été 2026")
    assert written.path.endswith("journal-2026-11-20T163000.db.age")
    assert is_sealed(written.path)
    assert b"second" not in Path(written.path).read_bytes()
    assert os.listdir(journal.parent / "backups") == ["journal-2026-11-20T163000.db.age"]


def test_two_journals_in_one_folder_keep_their_backups_apart(journal: Path) -> None:
    other = journal.parent / "work.db"
    log(other, "third")
    back_up_daily(str(journal), at=FRIDAY)
    assert has_daily(str(journal), FRIDAY.date())
    assert not has_daily(str(other), FRIDAY.date())
    assert copies_of(str(other)) == []


def test_a_year_of_days_leaves_days_weeks_and_months_and_all_that_was_asked_for(journal: Path) -> None:
    asked = back_up(str(journal), at=FRIDAY - timedelta(days=300)).path
    stranger = journal.parent / "backups" / "holiday.jpg"
    stranger.write_bytes(b"not ours")
    for ago in range(60, -1, -1):
        back_up_daily(str(journal), at=FRIDAY - timedelta(days=ago))
    copies = copies_of(str(journal))
    daily = sorted({copy.at.date().isoformat() for copy in copies if copy.kind == DAILY}, reverse=True)
    assert daily == [
        *(f"2026-11-{day}" for day in (20, 19, 18, 17, 16, 15, 14)),
        "2026-11-08",
        "2026-11-01",
        "2026-10-31",
        "2026-09-30",
    ]
    assert asked in [copy.path for copy in copies]
    assert stranger.exists()


def copy(kind: str, at: datetime) -> Copy:
    return Copy(name_of("journal.db", kind, at), kind, at, 1, False, 0)


days = st.dates(date(2024, 1, 1), date(2027, 12, 31)).map(
    lambda day: datetime(day.year, day.month, day.day, 12)
)


@given(st.lists(days, unique=True), st.lists(days, unique=True))
def test_rotation_keeps_the_newest_seven_and_never_touches_what_was_asked_for(
    daily: list[datetime], asked: list[datetime]
) -> None:
    copies = [copy(DAILY, at) for at in daily] + [copy(MANUAL, at) for at in asked]
    gone = outlived(copies)
    kept = [one for one in copies if one not in gone]
    assert all(one.kind == DAILY for one in gone)
    assert {copy(DAILY, at) for at in sorted(daily)[-7:]} <= set(kept)
    assert len([one for one in kept if one.kind == DAILY]) <= 7 + 4 + 12
    assert outlived(kept) == []
