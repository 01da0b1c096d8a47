"""`backup`, `restore` and `doctor` as a person or a script meets them."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Ran, Run
from tests.storage.test_backup import spoil, texts
from tests.tui.commands.test_prompts import Talk
from tests.tui.commands.test_prompts import talk as talk  # noqa: PLC0414 - a fixture, to be found here


@pytest.fixture
def journal(clearday: Run, tmp_path: Path) -> Path:
    """The journal in its usual place, with two notes."""
    assert clearday("add", "first").code == 0
    assert clearday("add", "second").code == 0
    return tmp_path / ".local" / "share" / "clearday" / "journal.db"


def listed(clearday: Run) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(clearday("backup", "--list", "--json").out)
    return found


def sealed(home: dict[str, str], phrase: str, *arguments: str) -> Ran:
    """Runs the command with a passphrase on a file descriptor."""
    ours, theirs = os.pipe()
    os.write(theirs, f"{phrase}\n".encode())
    os.close(theirs)
    done = subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**home, "CLEARDAY_PASSPHRASE_FD": str(ours)},
        pass_fds=[ours],
        text=True,
    )
    os.close(ours)
    return Ran(done.returncode, done.stdout, done.stderr)


def test_a_backup_says_where_it_is_and_how_much_it_holds(clearday: Run, journal: Path) -> None:
    ran = clearday("backup")
    path = journal.parent / "backups" / "journal-2026-11-20T163000.db"
    assert ran.code == 0
    assert "2 notes" in ran.out
    assert str(path) in ran.out
    told = json.loads(clearday("backup", "--to", str(journal.parent / "mine.db"), "--json").out)
    assert told == {
        "path": str(journal.parent / "mine.db"),
        "notes": 2,
        "verified": True,
        "encrypted": False,
    }
    [only] = listed(clearday)
    assert only["path"] == str(path)
    assert (only["kind"], only["at"], only["encrypted"]) == ("manual", "2026-11-20T16:30:00", False)
    assert "asked for" in clearday("backup", "--list").out


def test_without_a_journal_there_is_nothing_to_back_up_and_none_is_made(
    clearday: Run, tmp_path: Path
) -> None:
    ran = clearday("backup")
    assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1)
    assert clearday("backup", "--list").code == 0
    assert list(tmp_path.iterdir()) == []


def test_the_day_is_backed_up_once_by_use_and_never_by_capture(clearday: Run, journal: Path) -> None:
    assert not (journal.parent / "backups").exists()
    for _ in range(2):
        assert clearday("day").err == ""
    [daily] = listed(clearday)
    assert daily["kind"] == "daily"
    tomorrow = {"CLEARDAY_NOW": "2026-11-21T09:00:00-05:00"}
    assert clearday("day", env=tomorrow).code == 0
    assert [copy["at"] for copy in listed(clearday)] == ["2026-11-21T09:00:00", "2026-11-20T16:30:00"]


def test_a_backup_that_fails_is_said_once_and_stops_nothing(clearday: Run, journal: Path) -> None:
    (journal.parent / "backups").write_text("in the way")
    ran = clearday("day")
    assert ran.code == 0
    assert "second" in ran.out
    assert ran.err.count("\n") == 1
    assert "No backup was made" in ran.err
    assert clearday("backup").code == 4


def test_restoring_shows_what_changes_and_does_nothing_unasked(clearday: Run, journal: Path) -> None:
    copy = json.loads(clearday("backup", "--json").out)["path"]
    clearday("add", "third", "--on", "2026-11-19")
    ran = clearday("restore", copy)
    assert ran.code == 3
    assert "Now: 3 notes, the newest of 2026-11-20." in ran.err
    assert "After: 2 notes, the newest of 2026-11-20." in ran.err
    assert "--yes" in ran.err
    assert len(texts(str(journal))) == 3
    told = json.loads(clearday("restore", copy, "--yes", "--json").out)
    assert told["notes"] == 2
    assert texts(told["before"]) == ["first", "second", "third"]
    assert texts(str(journal)) == ["first", "second"]


@pytest.mark.parametrize(("typed", "code", "left"), [(b"y\n", 0, 2), (b"n\n", 1, 3), (b"\n", 1, 3)])
def test_on_a_terminal_a_restore_is_asked_about(
    talk: Talk, clearday: Run, journal: Path, typed: bytes, code: int, left: int
) -> None:
    copy = json.loads(clearday("backup", "--json").out)["path"]
    clearday("add", "third")
    assert talk("restore", copy, answers=(typed,))[0] == code
    assert len(texts(str(journal))) == left


def test_what_is_no_backup_is_refused_in_one_sentence(clearday: Run, journal: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear diary, " * 400)
    for file in ("letter.txt", "missing.db", "."):
        ran = clearday("restore", str(tmp_path / file), "--yes")
        assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert len(texts(str(journal))) == 2


def test_an_encrypted_backup_goes_and_comes_back_with_its_passphrase(
    clearday: Run, home: dict[str, str], journal: Path
) -> None:
    made = sealed(home, "très long secret", "backup", "--encrypt", "--json")
    told = json.loads(made.out)
    assert told["encrypted"] is True
    assert told["path"].endswith(".db.age")
    assert stat.S_IMODE(os.stat(told["path"]).st_mode) == 0o600
    assert os.listdir(journal.parent / "backups") == [os.path.basename(told["path"])]
    clearday("add", "third")
    assert sealed(home, "wrong", "restore", told["path"], "--yes").code == 3
    assert len(texts(str(journal))) == 3
    assert sealed(home, "très long secret", "restore", told["path"], "--yes").code == 0
    assert len(texts(str(journal))) == 2


@pytest.mark.parametrize(("again", "code"), [(b"secret\n", 0), (b"slip\n", 3)])
def test_on_a_terminal_the_passphrase_is_asked_twice_and_not_shown(
    talk: Talk, clearday: Run, journal: Path, again: bytes, code: int
) -> None:
    ended, screen = talk("backup", "--encrypt", answers=(b"secret\n", again))
    assert ended == code
    assert "secret" not in screen
    assert len(listed(clearday)) == (1 if code == 0 else 0)


def test_a_passphrase_nobody_can_give_is_said(clearday: Run, home: dict[str, str], journal: Path) -> None:
    ran = clearday("backup", "--encrypt")
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert sealed(home, "", "backup", "--encrypt").code == 3
    assert clearday("backup", "--encrypt", env={"CLEARDAY_PASSPHRASE_FD": "99"}).code == 3
    assert clearday("backup", "--encrypt", env={"CLEARDAY_PASSPHRASE_FD": "x"}).code == 3
    assert not (journal.parent / "backups").exists()


def test_without_the_package_encryption_names_what_to_install(
    clearday: Run, home: dict[str, str], journal: Path
) -> None:
    script = (
        "import sys, importlib.util as u; real = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'pyrage' else real(name, *a)\n"
        "from tui.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", script, "backup", "--encrypt"]
    done = subprocess.run(command, cwd=ROOT, env=home, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
    assert "clearday[encrypt]" in done.stderr


def checks(ran: Ran) -> dict[str, bool]:
    """Whether every line about each subject is as it should be."""
    found: dict[str, bool] = {}
    for check in json.loads(ran.out)["checks"]:
        assert check["message"]
        found[check["check"]] = found.get(check["check"], True) and check["ok"]
    return found


def test_doctor_looks_at_everything(clearday: Run, journal: Path) -> None:
    ran = clearday("doctor", "--json")
    assert ran.code == 0
    assert json.loads(ran.out)["ok"] is True
    assert set(checks(ran)) == {
        *("journal", "wal", "encryption", "backups", "permissions", "disk"),
        *("settings", "packs", "reader", "clipboard", "terminal", "clock"),
    }
    assert checks(clearday("doctor", "--json", env={"LANG": "fr_CA.UTF-8"})) == checks(ran)


@pytest.mark.parametrize("wreck", [spoil, lambda path: path.write_bytes(b"no journal at all " * 900)])
def test_doctor_gives_the_way_back_from_a_wreck_and_it_works(
    clearday: Run, journal: Path, wreck: object
) -> None:
    copy = json.loads(clearday("backup", "--json").out)["path"]
    newer = {"CLEARDAY_NOW": "2026-11-20T17:00:00-05:00"}
    bad = Path(json.loads(clearday("backup", "--json", env=newer).out)["path"])
    bad.write_bytes(bad.read_bytes()[:5000])
    assert callable(wreck)
    wreck(journal)
    ran = clearday("doctor")
    assert ran.code == 4
    assert f"clearday restore {copy}" in ran.out
    assert clearday("restore", copy, "--yes").code == 0
    assert texts(str(journal)) == ["first", "second"]
    assert clearday("doctor").code == 0


def test_doctor_speaks_without_a_journal_and_makes_none(clearday: Run, tmp_path: Path) -> None:
    ran = clearday("doctor")
    assert ran.code == 4
    assert "clearday add" in ran.out
    assert list(tmp_path.iterdir()) == []


def test_doctor_speaks_of_a_newer_and_a_foreign_journal(clearday: Run, journal: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(journal)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    ran = clearday("doctor")
    assert (ran.code, "newer Clearday" in ran.out) == (4, True)
    assert clearday("--journal", str(tmp_path), "doctor").code == 4


def test_doctor_finds_what_is_old_open_or_wrong(clearday: Run, journal: Path) -> None:
    clearday("backup")
    os.chmod(journal.parent / "backups", 0o755)
    settings = journal.parent.parent.parent.parent / ".config" / "clearday" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('platforms = ["mastodn"]\n')
    later = {"CLEARDAY_NOW": "2027-12-01T09:00:00-05:00"}
    ran = clearday("doctor", "--json", env=later)
    assert ran.code == 1
    wrong = {name for name, ok in checks(ran).items() if not ok}
    assert wrong == {"backups", "permissions", "settings", "packs"}
    back = clearday("doctor", "--json", env={"CLEARDAY_NOW": "2026-01-05T09:00:00-05:00"})
    assert checks(back)["clock"] is False


def test_a_damaged_journal_is_said_once_by_whatever_meets_it_first(clearday: Run, tmp_path: Path) -> None:
    path = tmp_path / "torn.db"
    clearday("--journal", str(path), "add", "first")
    path.write_bytes(path.read_bytes()[:5000])
    for command in (["day"], ["week"], ["export"], ["undo"]):
        ran = clearday("--journal", str(path), *command)
        assert (ran.code, ran.out) == (4, "")
        assert len(ran.err.splitlines()) == 1
