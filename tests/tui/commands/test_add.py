"""`clearday add` keeps what it is given, or says in one sentence why not."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Ran, Run


def notes(clearday: Run, day: str = "today") -> list[dict[str, object]]:
    ran = clearday("day", day, "--json")
    assert ran.code == 0, ran.err
    listed: list[dict[str, object]] = json.loads(ran.out)
    return listed


def one_sentence(ran: Ran) -> str:
    assert "Traceback" not in ran.err
    assert ran.out == ""
    [line] = ran.err.splitlines()
    return line


def test_every_word_is_kept(clearday: Run) -> None:
    assert clearday("add", "Friday we shipped: the beta is live").code == 0
    [note] = notes(clearday)
    assert note["text"] == "Friday we shipped: the beta is live"
    assert note["day"] == "2026-11-20"
    assert note["at"] == "2026-11-20T16:30:00-05:00"


@pytest.mark.parametrize(
    "text",
    [
        "March: the march of progress",
        "now: done",
        "5pm. tea",
        "Sat. in on a demo",
        "2026-01-01T10:00:00-08:00 new year",
        'it\'s #1 (really) & "quoted" $HOME `x` *bold*',
        "  spaces around  ",
        "-5 degrees",
        "ligature ﬁ, é as e\u0301, 👩‍👩‍👧 and \u202ertl",
    ],
)
def test_no_word_is_read_as_anything_else(clearday: Run, text: str) -> None:
    assert clearday("add", "--", text).code == 0
    assert [note["text"] for note in notes(clearday)] == [text]


def test_loose_words_are_joined_and_options_may_stand_among_them(clearday: Run) -> None:
    assert clearday("add", "met", "the", "--tag", "forms", "team", "at", "noon").code == 0
    [note] = notes(clearday)
    assert (note["text"], note["tags"]) == ("met the team at noon", ["forms"])


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (["--", "--help", "was", "-x"], "--help was -x"),
        (["--tag", "forms", "--", "--tag", "b"], "--tag b"),
        (["shipped", "it", "--", "finally", "--private"], "shipped it -- finally --private"),
        (["--", "a", "--", "b"], "a -- b"),
        (["--", "--", "b"], "-- b"),
    ],
)
def test_no_word_after_two_dashes_is_taken_for_an_option_or_lost(
    clearday: Run, line: list[str], text: str
) -> None:
    """`add -- --help` showed the help, and a dash between words went missing."""
    assert clearday("add", *line).code == 0
    assert [(note["text"], note["private"]) for note in notes(clearday)] == [(text, False)]


def test_stdin_is_kept_to_the_byte(clearday: Run) -> None:
    data = "first\r\n\tsecond\r\n\n  é\u2028end \n"
    assert clearday("add", stdin=data).code == 0
    assert clearday("add", "-", stdin=data).code == 0
    assert [note["text"] for note in notes(clearday)] == [data, data]


def test_day_time_tags_and_privacy_are_read_from_their_options_only(clearday: Run) -> None:
    added = clearday(
        "add", "dentist", "--on", "hier", "--at", "9:05", "--tag", "#self", "--private", "--json"
    )
    assert json.loads(added.out) == {
        "id": 1,
        "day": "2026-11-19",
        "at": "2026-11-19T09:05:00-05:00",
        "text": "dentist",
        "tags": ["self"],
        "private": True,
        "state": "draft",
    }
    assert notes(clearday) == []
    assert len(notes(clearday, "yesterday")) == 1


def test_a_day_some_days_ago_may_begin_with_a_dash(clearday: Run) -> None:
    assert clearday("add", "x", "--on", "-3d").code == 0
    assert len(notes(clearday, "-3d")) == 1


def test_it_says_what_it_understood(clearday: Run) -> None:
    ran = clearday("add", "x", "--on", "mon", "--at", "9:05")
    assert (ran.out, ran.err) == ("", "Kept as note 1, Monday 16 November 2026, 09:05.\n")


def test_it_speaks_french(clearday: Run) -> None:
    ran = clearday("add", "x", "--on", "lundi", env={"LANG": "fr_CA.UTF-8"})
    assert ran.err == "Note 1 gardée, lundi 16 novembre 2026, 16:30.\n"


@pytest.mark.parametrize(
    ("arguments", "stdin", "says"),
    [
        (["add", ""], b"", "empty"),
        (["add", "   "], b"", "empty"),
        (["add"], b"", "empty"),
        (["add"], b" \r\n\t", "empty"),
        (["add"], b"caf\xe9", "UTF-8"),
        (["add"], b"a\0b", "NUL"),
        (["add", "x", "--on", "someday"], b"", "someday"),
        (["add", "x", "--on", "2026-02-30"], b"", "2026-02-30"),
        (["add", "x", "--at", "25:00"], b"", "25:00"),
        (["add", "x", "--tag", "two words"], b"", "two words"),
        (["add", "x", "--colour", "red"], b"", "--colour"),
        (["ad", "x"], b"", "Did you mean add"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_one_sentence(
    clearday: Run, arguments: list[str], stdin: bytes, says: str
) -> None:
    ran = clearday(*arguments, stdin=stdin)
    assert ran.code == 3
    assert says in one_sentence(ran)
    assert notes(clearday) == []


def test_words_that_are_not_utf8_are_refused(home: dict[str, str]) -> None:
    command = [os.fsencode(sys.executable), b"-m", b"tui", b"add", b"caf\xe9"]
    done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env=home)
    assert done.returncode == 3
    assert b"UTF-8" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_wrong_clock_is_said(clearday: Run) -> None:
    for now in ("yesterday", "2026-11-20", "2026-11-20T16:30:00"):
        ran = clearday("add", "x", env={"CLEARDAY_NOW": now})
        assert ran.code == 3
        assert now in one_sentence(ran)


def test_a_journal_that_cannot_be_used_is_said_and_left_alone(clearday: Run, tmp_path: Path) -> None:
    foreign = tmp_path / "letter.txt"
    foreign.write_text("Dear all, " * 500)
    for path in (foreign, tmp_path):
        ran = clearday("--journal", str(path), "add", "x")
        assert ran.code == 4
        assert str(path) in one_sentence(ran)
    assert foreign.read_text() == "Dear all, " * 500


def test_twenty_adds_started_together_keep_twenty_notes(home: dict[str, str], clearday: Run) -> None:
    command = [sys.executable, "-m", "tui", "add"]
    running = [
        subprocess.Popen([*command, f"note {n}"], cwd=ROOT, env=home, stderr=subprocess.PIPE)
        for n in range(20)
    ]
    said = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0] * 20, said
    assert {note["text"] for note in notes(clearday)} == {f"note {n}" for n in range(20)}


def test_a_slow_add_overlapped_by_a_fast_one_keeps_both(home: dict[str, str], clearday: Run) -> None:
    slow = subprocess.Popen([sys.executable, "-m", "tui", "add"], cwd=ROOT, env=home, stdin=subprocess.PIPE)
    assert slow.stdin is not None
    slow.stdin.write(b"slow ")
    slow.stdin.flush()
    assert clearday("add", "fast").code == 0
    slow.communicate(b"and steady", timeout=60)
    assert {note["text"] for note in notes(clearday)} == {"fast", "slow and steady"}


def test_killed_writers_leave_a_sound_journal_with_every_note_they_confirmed(
    home: dict[str, str], clearday: Run, tmp_path: Path
) -> None:
    script = (
        "import sys; from storage.quicklog import append\n"
        "for n in range(100_000):\n"
        "    append(sys.argv[1], f'note {n}', day='2026-11-20', at='2026-11-20T16:30:00-05:00', instant=n)\n"
        "    print(n, flush=True)\n"
    )
    path = str(tmp_path / "killed.db")
    writer = subprocess.Popen(
        [sys.executable, "-c", script, path], cwd=ROOT, env=home, stdout=subprocess.PIPE
    )
    assert writer.stdout is not None
    confirmed = [int(writer.stdout.readline()) for _ in range(40)]
    writer.kill()
    confirmed += [int(line) for line in writer.stdout.read().split()]
    writer.stdout.close()
    writer.wait()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    kept = {text for (text,) in connection.execute("SELECT text FROM note")}
    connection.close()
    assert {f"note {n}" for n in confirmed} <= kept
    assert clearday("--journal", path, "add", "after").code == 0


def test_capture_imports_nothing_heavy(home: dict[str, str]) -> None:
    script = (
        "import sys; from tui.cli import run; code = run(['add', 'quick', '--on', 'hier', '--tag', 'a'])\n"
        "print(code, *sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=ROOT, env=home)
    code, *modules = done.stdout.decode().split()
    heavy = {
        "textual",
        "rich",
        "sqlite_utils",
        "dateutil",
        "pyperclip",
        "click",
        "dataclasses",
        "pathlib",
        "tomllib",
    }
    assert code == "0"
    assert not heavy & set(modules)


def test_the_small_hours_go_to_the_day_the_settings_say(clearday: Run, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('day-ends = "04:00"\n')
    late = {"CLEARDAY_NOW": "2026-11-21T01:30:00-05:00", "CLEARDAY_CONFIG": str(config)}
    assert "Friday 20 November 2026, 01:30" in clearday("add", "home late", env=late).err
    assert (
        "Thursday 19 November 2026, 02:00"
        in clearday("add", "earlier", "--on", "hier", "--at", "2:00", env=late).err
    )
    [note] = json.loads(clearday("day", "today", "--json", env=late).out)
    assert (note["day"], note["at"]) == ("2026-11-20", "2026-11-21T01:30:00-05:00")
    [note] = json.loads(clearday("day", "2026-11-19", "--json", env=late).out)
    assert note["at"] == "2026-11-20T02:00:00-05:00"
