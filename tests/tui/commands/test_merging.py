"""`import other.db`: another machine's journal joined to this one, told line by line."""

import hashlib
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage.schema import APPLICATION_ID, FORMAT
from tests.conftest import ROOT, Ran, Run


class Machine:
    """One machine with a journal of its own."""

    def __init__(self, run: Run, path: Path) -> None:
        self._run = run
        self.path = path

    def __call__(self, *arguments: str, at: str = "") -> Ran:
        env = {"CLEARDAY_NOW": f"2026-11-20T{at}:00-05:00"} if at else {}
        return self._run("--journal", str(self.path), *arguments, env=env)

    def texts(self) -> list[str]:
        shown = json.loads(self("search", "note", "--limit", "1000", "--json").out)
        return sorted(note["text"] for note in shown)


@pytest.fixture
def machines(clearday: Run, tmp_path: Path) -> tuple[Machine, Machine]:
    """Two machines whose journals were one until this morning."""
    desktop, laptop = Machine(clearday, tmp_path / "desktop.db"), Machine(clearday, tmp_path / "laptop.db")
    assert desktop("add", "note one", at="09:00").code == 0
    assert desktop("add", "note two", at="09:05").code == 0
    assert desktop("backup", "--to", str(tmp_path / "copy.db")).code == 0
    shutil.copy(tmp_path / "copy.db", laptop.path)
    return desktop, laptop


def rewrite(machine: Machine, number: int, text: str, at: str) -> None:
    script = f"#!/bin/sh\nprintf %s '{text}' > \"$1\"\n"
    editor = machine.path.with_suffix(".editor")
    editor.write_text(script)
    editor.chmod(0o700)
    ran = machine._run(
        "--journal",
        str(machine.path),
        "edit",
        str(number),
        env={"EDITOR": str(editor), "VISUAL": str(editor), "CLEARDAY_NOW": f"2026-11-20T{at}:00-05:00"},
    )
    assert ran.code == 0, ran.err


def test_what_was_noted_and_changed_elsewhere_comes_in_and_conflicts_are_named(
    machines: tuple[Machine, Machine],
) -> None:
    desktop, laptop = machines
    rewrite(desktop, 1, "note one, at my desk", "10:00")
    rewrite(laptop, 1, "note one, on the train", "11:00")
    rewrite(laptop, 2, "note two, longer", "11:05")
    laptop("add", "note three", at="11:10")
    before = hashlib.sha256(laptop.path.read_bytes()).hexdigest()

    would = desktop("import", str(laptop.path), "--dry-run")
    assert would.out.splitlines() == [
        "! 2026-11-20 09:00  note one, on the train  (clearday history 1)",
        "~ 2026-11-20 09:05  note two, longer",
        "+ 2026-11-20 11:10  note three",
    ]
    assert "Read as a Clearday journal." in would.err
    assert desktop.texts() == ["note one, at my desk", "note two"]

    did = desktop("import", str(laptop.path))
    assert did.out == "! 2026-11-20 09:00  note one, on the train  (clearday history 1)\n"
    assert "Both are kept" in did.err
    assert desktop.texts() == ["note one, on the train", "note three", "note two, longer"]
    versions = json.loads(desktop("history", "1", "--json").out)
    assert "note one, at my desk" in json.dumps(versions)
    assert hashlib.sha256(laptop.path.read_bytes()).hexdigest() == before

    again = json.loads(desktop("import", str(laptop.path), "--json").out)
    assert (again["added"], again["changed"], again["conflicts"], again["known"]) == (0, 0, 0, 3)


def test_both_machines_come_to_the_same_whichever_takes_the_other_in(
    machines: tuple[Machine, Machine],
) -> None:
    desktop, laptop = machines
    rewrite(desktop, 1, "note one, at my desk", "12:00")
    rewrite(laptop, 1, "note one, on the train", "11:00")
    desktop("add", "note four", at="12:10")
    laptop("add", "note three", at="11:10")
    desktop("import", str(laptop.path))
    laptop("import", str(desktop.path))
    assert desktop.texts() == laptop.texts()
    assert desktop.texts() == ["note four", "note one, at my desk", "note three", "note two"]


def test_acts_of_clearing_stay_on_the_machine_where_a_person_did_them(
    machines: tuple[Machine, Machine], clearday: Run, tmp_path: Path
) -> None:
    _, laptop = machines
    assert clearday("--journal", str(laptop.path), "clear", "2", stdin="y\n").code == 0
    new = Machine(clearday, tmp_path / "new.db")
    ran = new("import", str(laptop.path))
    assert "acts of clearing, 1" in ran.err
    assert new("share", "2", "--to", "text").code == 1


def test_a_journal_in_use_is_read_with_what_is_written_ahead_of_it(machines: tuple[Machine, Machine]) -> None:
    desktop, laptop = machines
    assert laptop("day").code == 0
    with closing(sqlite3.connect(laptop.path)) as open_all_day:
        open_all_day.execute("SELECT count(*) FROM note").fetchone()
        laptop("add", "note three", at="11:10")
        assert laptop.path.with_name("laptop.db-wal").stat().st_size > 0
        desktop("import", str(laptop.path))
    assert "note three" in desktop.texts()


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (b"SQLite format 3\0" + b"\0" * 4000, "nothing was taken from it"),
        ("CREATE TABLE x (y)", "is not a Clearday journal"),
        (f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT + 1}", "newer Clearday"),
    ],
)
def test_what_is_no_journal_is_refused_in_a_sentence(
    clearday: Run, tmp_path: Path, made: bytes | str, says: str
) -> None:
    path = tmp_path / "other.db"
    if isinstance(made, bytes):
        path.write_bytes(made)
    else:
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(made)
    ran = clearday("import", str(path))
    assert (ran.code, "Traceback" in ran.err) == (3, False)
    assert says in ran.err


def test_a_moment_that_is_none_is_damage_and_not_a_crash(machines: tuple[Machine, Machine]) -> None:
    desktop, laptop = machines
    with closing(sqlite3.connect(laptop.path)) as connection:
        connection.execute("DROP TRIGGER note_version_is_final")
        connection.execute("UPDATE note_version SET at = 'noon'")
        connection.execute(
            "CREATE TRIGGER note_version_is_final BEFORE UPDATE ON note_version BEGIN\n"
            "        SELECT RAISE(ABORT, 'a version of a note never changes');\n    END"
        )
        connection.commit()
    ran = desktop("import", str(laptop.path))
    assert (ran.code, "Traceback" in ran.err, "damaged" in ran.err) == (3, False, True)


def test_a_journal_killed_while_it_takes_another_in_has_all_of_it_or_nothing(
    clearday: Run, tmp_path: Path, home: dict[str, str]
) -> None:
    other = Machine(clearday, tmp_path / "other.db")
    lines = "".join(f'{{"date": "2026-11-20", "time": "09:00", "text": "note {n}"}}\n' for n in range(3000))
    (tmp_path / "many.jsonl").write_text(lines)
    other("import", str(tmp_path / "many.jsonl"))
    for pause in (0.15, 0.3, 0.45, 0.6):
        mine = tmp_path / f"mine-{pause}.db"
        clearday("--journal", str(mine), "add", "note of mine")
        taking = subprocess.Popen(
            [sys.executable, "-m", "tui", "--journal", str(mine), "import", str(other.path)],
            cwd=ROOT,
            env=home,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            taking.wait(timeout=pause)
        except subprocess.TimeoutExpired:
            taking.send_signal(signal.SIGKILL)
            taking.wait()
        with closing(sqlite3.connect(mine)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("SELECT count(*) FROM note").fetchone()[0] in (1, 3001)
