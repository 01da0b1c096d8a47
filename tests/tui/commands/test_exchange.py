"""`import` and `export`: what they say, what they write, and what they leave alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

JRNL = (
    "[2026-11-19 09:12] Form tests start.\n\n[2026-11-19 10:30] A call with the vendor, long: "
    + "words " * 30
    + "\n"
)


@pytest.fixture
def journal(clearday: Run) -> Run:
    for day, text in (
        ("2026-11-18", "One."),
        ("2026-11-19", "Deux\tlignes.\r\nÉcrites 🎉"),
        ("2026-11-20", "Three."),
    ):
        assert clearday("add", text, "--on", day, "--at", "09:12", "--tag", "forms").code == 0
    assert clearday("add", "dentist", "--private").code == 0
    assert clearday("week", "--save").code == 0
    assert clearday("clear", "1", stdin="y\n").code in (0, 1)
    return clearday


def elsewhere(run: Run, tmp_path: Path, *arguments: str) -> str:
    """The same command on another journal, which is there alone."""
    done = run("--journal", str(tmp_path / "elsewhere" / "journal.db"), *arguments)
    assert done.code == 0, done.err
    return done.out


def test_a_journal_moves_house_and_loses_nothing(journal: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    said = journal("export", "--to", str(copy)).err
    assert "Clearday JSON: 4 notes." in said
    assert "private" in said
    assert copy.stat().st_mode & 0o777 == 0o600
    elsewhere(journal, tmp_path, "import", str(copy))
    assert elsewhere(journal, tmp_path, "export") == copy.read_text("utf-8")
    for command in (["day", "2026-11-20", "--json"], ["week", "--format", "json"]):
        assert elsewhere(journal, tmp_path, *command) == journal(*command).out


@pytest.mark.parametrize("form", ["markdown", "jrnl", "jrnl-json", "dayone", "jsonl"])
def test_every_format_goes_out_and_back_without_a_note_twice(journal: Run, tmp_path: Path, form: str) -> None:
    place = tmp_path / ("copy" if form == "markdown" else "copy.txt")
    ran = journal("export", "--format", form, "--to", str(place))
    assert ran.code == 0
    assert "3 notes" in ran.err
    assert "1 private note was left out" in ran.err
    again = json.loads(journal("import", str(place), "--json").out)
    assert (again["format"], again["read"], again["known"], again["conflicts"]) == (form, 3, 3, 0)
    moved = json.loads(elsewhere(journal, tmp_path, "import", str(place), "--json"))
    assert (moved["added"], moved["left_out"]) == (3, {})
    assert "dentist" not in elsewhere(journal, tmp_path, "export")


def test_one_journal_through_two_formats_is_there_once(journal: Run, tmp_path: Path) -> None:
    for form in ("jrnl", "dayone", "jsonl", "jrnl-json"):
        journal("export", "--format", form, "--to", str(tmp_path / form))
        elsewhere(journal, tmp_path, "import", str(tmp_path / form))
    assert len(json.loads(elsewhere(journal, tmp_path, "export"))["notes"]) == 3


def test_private_notes_go_out_when_asked(journal: Run) -> None:
    ran = journal("export", "--format", "jsonl", "--private")
    assert "dentist" in ran.out
    assert "left out" not in ran.err


def test_a_span_of_days_is_all_that_goes_out(journal: Run) -> None:
    lines = journal("export", "--format", "jsonl", "--from", "2026-11-19", "--to-day", "thu").out.splitlines()
    assert [json.loads(line)["text"] for line in lines] == ["Deux\tlignes.\r\nÉcrites 🎉"]
    whole = json.loads(journal("export", "--from", "2026-11-20").out)
    assert [note["versions"][-1]["text"] for note in whole["notes"]] == ["Three.", "dentist"]
    assert [week["id"] for week in whole["weeks"]] == ["2026-W47"]


def test_a_copy_replaces_nothing_unasked_and_never_the_journal(journal: Run, tmp_path: Path) -> None:
    taken = tmp_path / "taken.json"
    taken.write_text("mine")
    ran = journal("export", "--to", str(taken))
    assert (ran.code, taken.read_text()) == (3, "mine")
    assert "--force" in ran.err
    assert journal("export", "--to", str(taken), "--force").code == 0
    path = json.loads(journal("locate", "--json").out)["journal"]
    ran = journal("export", "--to", path, "--force")
    assert ran.code == 3
    assert "the journal itself" in ran.err
    assert journal("doctor").code == 0


def test_markdown_wants_a_folder(journal: Run) -> None:
    ran = journal("export", "--format", "markdown")
    assert (ran.code, ran.out) == (3, "")
    assert "--to FOLDER" in ran.err


def test_a_dry_run_names_each_change_and_makes_none(clearday: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text(JRNL)
    clearday("add", "Form tests start.", "--on", "2026-11-19", "--at", "09:12")
    ran = clearday("import", str(path), "--dry-run")
    known, new = ran.out.splitlines()
    assert known == "= 2026-11-19 09:12  Form tests start."
    assert new.startswith("+ 2026-11-19 10:30  A call with the vendor, long: words")
    assert new.endswith("…")
    assert "Read as jrnl text." in ran.err
    assert "1 would be added, 1 are already here" in ran.err
    assert len(json.loads(clearday("day", "2026-11-19", "--json").out)) == 1
    assert "1 added, 1 already here" in clearday("import", str(path)).err


def test_a_conflict_is_named_and_ours_stays(journal: Run, tmp_path: Path) -> None:
    folder = tmp_path / "days"
    journal("export", "--format", "markdown", "--to", str(folder))
    file = folder / "2026-11-20.md"
    file.write_text(file.read_text("utf-8").replace("Three.", "Three, edited."), "utf-8")
    ran = journal("import", str(folder))
    assert ran.out == "! 2026-11-20 09:12  Three, edited.  (clearday history 3)\n"
    assert "1 in conflict" in ran.err
    assert "Three." in journal("day", "2026-11-20").out


def test_what_stays_behind_is_said(clearday: Run, tmp_path: Path) -> None:
    entry = {
        "uuid": "A",
        "creationDate": "2026-11-20T14:12:00Z",
        "timeZone": "America/Toronto",
        "text": "One.",
    }
    path = tmp_path / "Journal.json"
    path.write_text(json.dumps({"metadata": {"version": "1.0"}, "entries": [{**entry, "photos": [{}, {}]}]}))
    assert "photos, 2" in clearday("import", str(path)).err
    ran = clearday("import", str(path), env={"LANG": "fr_CA.UTF-8"})
    assert "Lu comme JSON de Day One." in ran.err
    assert "photos, 2" in ran.err


def test_a_bad_file_is_named_in_one_sentence_and_brings_nothing_in(clearday: Run, tmp_path: Path) -> None:
    path = tmp_path / "j.txt"
    path.write_text("[2026-11-19 09:12] Good.\n[2026-11-31 09:12] Bad.\n")
    ran = clearday("import", str(path))
    assert (ran.code, ran.out) == (3, "")
    assert f"{path}, line 2" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert json.loads(clearday("export").out)["notes"] == []


def test_clearing_done_elsewhere_does_not_count_in_a_journal_with_notes_of_its_own(
    clearday: Run, tmp_path: Path, home: dict[str, str]
) -> None:
    from tui.opening import open_desk

    there = open_desk(home, journal=str(tmp_path / "there.db"))
    there.log("Five people finished the form.")
    there.clear(there.subject("1"), {})
    copy = tmp_path / "copy.json"
    there.exchange.take_out("clearday", str(copy))
    clearday("add", "Mine.")
    assert "acts of clearing, 1" in clearday("import", str(copy)).err
    assert clearday("share", "2", "--to", "x").code == 1
    elsewhere(clearday, tmp_path, "import", str(copy))
    assert "Five people" in elsewhere(clearday, tmp_path, "share", "1", "--to", "x", "--print")


def test_hostile_words_reach_a_file_and_not_the_list(clearday: Run, tmp_path: Path) -> None:
    clearday("add", stdin="a\x1b[31mred\u202e")
    path = tmp_path / "copy.jsonl"
    clearday("export", "--format", "jsonl", "--to", str(path))
    assert json.loads(path.read_text("utf-8"))["text"] == "a\x1b[31mred\u202e"
    out = clearday("import", str(path), "--dry-run").out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_progress_is_for_terminals_and_many_notes_only(home: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"date": "2026-11-20", "text": f"{n}"}) + "\n" for n in range(2100)))
    command = [sys.executable, "-m", "tui", "import", str(path)]
    quiet = subprocess.run(command, cwd=ROOT, env=home, capture_output=True, check=True)
    assert b"of 2,100" not in quiet.stderr
    ours, theirs = os.openpty()
    try:
        env = {**home, "CLEARDAY_JOURNAL": str(tmp_path / "other.db")}
        subprocess.run(command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stderr=theirs, check=True)
        os.close(theirs)
        shown = os.read(ours, 65536)
    finally:
        os.close(ours)
    assert b"2,100 of 2,100 notes" in shown
