"""Accidents, with real processes: killed, out of room, migrated, deleted or replaced while open."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from storage.backup import back_up
from storage.copies import copies_of
from storage.database import Journal
from storage.errors import JournalError
from storage.notes import NoteStore
from storage.schema import MIGRATIONS
from tests.conftest import ROOT, Run
from tests.storage.test_backup import log, texts

FRIDAY = datetime(2026, 11, 20, 16, 30)
GOING_TO_AND_FRO = """
import sys
from datetime import datetime
from storage.backup import back_up
from storage.restore import restore
from storage.staging import staged
journal, *copies = sys.argv[1:]
print("ready", flush=True)
while True:
    for copy in copies:
        back_up(journal, at=datetime(2026, 11, 20, 16, 30), to=journal + ".d")
        with staged(copy) as held:
            restore(journal, held, at=datetime(2026, 11, 20, 16, 31))
        print("restored", flush=True)
"""
WITH_A_LATER_FORMAT = """
import sys
import storage.schema as schema
later = ("ALTER TABLE week ADD COLUMN mood TEXT", "CREATE TABLE mood (name TEXT) STRICT")
schema.MIGRATIONS = (*schema.MIGRATIONS, ("m999_mood", later))
schema.FORMAT = len(schema.MIGRATIONS)
from tui.cli import run
sys.exit(run(sys.argv[1:]))
"""


def is_whole(path: str) -> bool:
    connection = sqlite3.connect(path)
    try:
        return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    finally:
        connection.close()


def test_killed_at_any_moment_a_backup_or_restore_leaves_the_old_or_the_new_journal(tmp_path: Path) -> None:
    journal, chance = tmp_path / "journal.db", random.Random(47)
    small, large = ["few"] * 3, ["many " * 200] * 120
    for text in small:
        log(journal, text)
    first = back_up(str(journal), at=FRIDAY, to=str(tmp_path / "small.db")).path
    for text in large:
        log(journal, text)
    second = back_up(str(journal), at=FRIDAY, to=str(tmp_path / "large.db")).path
    (tmp_path / "journal.db.d").mkdir()
    command = [sys.executable, "-c", GOING_TO_AND_FRO, str(journal), first, second]
    seen = set()
    for _ in range(40):
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        for _ in range(chance.randrange(3)):
            assert process.stdout.readline() == b"restored\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.001, 0.08))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        held = texts(str(journal))
        assert held in (small, small + large)
        assert is_whole(str(journal))
        seen.add(len(held))
    assert seen == {3, 123}
    copies = [copy.path for copy in copies_of(str(journal))]
    copies += [str(path) for path in (tmp_path / "journal.db.d").glob("*.db")]
    assert copies
    assert all(texts(path) in (small, small + large) for path in copies)


def limited(size: int, *arguments: str) -> list[str]:
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))\n"
        "from tui.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    return [sys.executable, "-c", script, *arguments]


def test_a_full_disk_refuses_notes_in_one_sentence_and_loses_none_it_took(
    clearday: Run, home: dict[str, str], tmp_path: Path
) -> None:
    journal = tmp_path / "journal.db"
    assert clearday("--journal", str(journal), "add", "kept 0").code == 0
    size, kept, refused = os.path.getsize(journal), ["kept 0"], 0
    for number in range(1, 9):
        text = f"kept {number} " + "x" * 40_000
        command = limited(size + 150_000, "--journal", str(journal), "add", text)
        done = subprocess.run(command, cwd=ROOT, env=home, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            kept.append(text)
        else:
            refused += 1
            assert (done.returncode, done.stdout, done.stderr.count("\n")) == (4, "", 1)
            assert str(journal) in done.stderr
    assert refused > 0
    assert texts(str(journal)) == kept
    assert clearday("--journal", str(journal), "add", "room again").code == 0


@pytest.mark.parametrize("more", [(), ("--encrypt",)])
def test_a_full_disk_makes_no_backup_and_leaves_no_half_of_one(
    clearday: Run, home: dict[str, str], tmp_path: Path, more: tuple[str, ...]
) -> None:
    journal = tmp_path / "journal.db"
    assert clearday("--journal", str(journal), "add", "kept").code == 0
    (tmp_path / "phrase").write_text("open sesame\n")
    with open(tmp_path / "phrase") as phrase:
        done = subprocess.run(
            limited(60_000, "--journal", str(journal), "backup", *more),
            cwd=ROOT,
            env={**home, "CLEARDAY_PASSPHRASE_FD": str(phrase.fileno())},
            pass_fds=[phrase.fileno()],
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (4, "", 1)
    assert "No backup was made" in done.stderr
    assert os.listdir(tmp_path / "backups") == []
    assert texts(str(journal)) == ["kept"]


def of_format(path: Path, number: int) -> None:
    """A journal as a program that knew only the first `number` migrations made it, with one note."""
    script = (
        "import sys; import storage.schema as schema\n"
        f"schema.MIGRATIONS = schema.MIGRATIONS[:{number}]; schema.FORMAT = {number}\n"
        "from tui.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    environ = {"CLEARDAY_NOW": "2026-11-20T16:30:00-05:00", "HOME": str(path.parent), "PATH": "/usr/bin"}
    command = [sys.executable, "-c", script, "--journal", str(path), "add", "from before"]
    subprocess.run(command, cwd=ROOT, env=environ, check=True, capture_output=True)


def later(home: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITH_A_LATER_FORMAT, *arguments]
    return subprocess.run(command, cwd=ROOT, env=home, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("number", range(1, len(MIGRATIONS) + 1))
@pytest.mark.parametrize("command", [("day",), ("add", "and now")])
def test_a_journal_of_any_older_format_is_backed_up_before_it_is_migrated(
    home: dict[str, str], tmp_path: Path, number: int, command: tuple[str, ...]
) -> None:
    journal = tmp_path / "journal.db"
    of_format(journal, number)
    done = later(home, "--journal", str(journal), *command)
    assert done.returncode == 0, done.stderr
    assert texts(str(journal))[0] == "from before"
    [before] = [copy for copy in copies_of(str(journal)) if copy.kind == "before-migration"]
    assert texts(before.path) == ["from before"]
    connection = sqlite3.connect(before.path)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == number
    connection.close()
    assert later(home, "--journal", str(journal), "restore", "--yes", before.path).returncode == 0
    assert texts(str(journal)) == ["from before"]
    assert later(home, "--journal", str(journal), "day").returncode == 0


def test_without_a_backup_there_is_no_migration(home: dict[str, str], tmp_path: Path) -> None:
    journal = tmp_path / "journal.db"
    log(journal, "from before")
    (tmp_path / "backups").write_text("in the way")
    done = later(home, "--journal", str(journal), "add", "and now")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (4, "", 1)
    assert "backup that comes first could not be made" in done.stderr
    connection = sqlite3.connect(journal)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    connection.close()
    assert texts(str(journal)) == ["from before"]


@pytest.fixture
def window(tmp_path: Path) -> tuple[Path, Journal, NoteStore]:
    """A journal with one note, open in a window."""
    path = tmp_path / "journal.db"
    log(path, "acknowledged")
    journal = Journal(str(path))
    notes = NoteStore(journal)
    assert notes.total() == 1
    return path, journal, notes


@pytest.mark.parametrize("whole", [True, False])
def test_a_journal_deleted_while_open_is_rescued_and_nothing_begins_in_its_place(
    window: tuple[Path, Journal, NoteStore], whole: bool
) -> None:
    path, journal, notes = window
    for name in os.listdir(path.parent):
        if whole or name == "journal.db":
            os.unlink(path.parent / name)
    for _ in range(2):
        with pytest.raises(JournalError, match="journal-gone") as error:
            notes.total()
        assert texts(str(error.value.values["rescued"])) == ["acknowledged"]
        assert not path.exists()
    assert [copy.kind for copy in copies_of(str(path))] == ["rescued"]
    journal.close()


def test_a_journal_replaced_while_open_is_rescued_and_the_new_one_used(
    window: tuple[Path, Journal, NoteStore], tmp_path: Path
) -> None:
    path, journal, notes = window
    log(path, "written ahead")
    assert notes.total() == 2
    new = ["another", "and another", "and a third"]
    for text in new:
        log(tmp_path / "new.db", text)
    os.replace(tmp_path / "new.db", path)
    with pytest.raises(JournalError, match="journal-replaced") as error:
        notes.total()
    assert texts(str(error.value.values["rescued"])) == ["acknowledged", "written ahead"]
    assert notes.total() == 3
    assert texts(str(path)) == new
    journal.close()


def test_what_cannot_be_rescued_yet_stays_open_until_it_can(
    window: tuple[Path, Journal, NoteStore],
) -> None:
    path, journal, notes = window
    os.unlink(path)
    (path.parent / "backups").write_text("in the way")
    with pytest.raises(JournalError, match="journal-lost"):
        notes.total()
    (path.parent / "backups").unlink()
    with pytest.raises(JournalError, match="journal-gone") as error:
        notes.total()
    assert texts(str(error.value.values["rescued"])) == ["acknowledged"]
    journal.close()
