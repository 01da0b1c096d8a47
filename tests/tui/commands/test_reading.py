"""`day`, `search`, `week`, `import`, `locate`, `doctor`: what they show, and what they say when they cannot."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run


@pytest.fixture
def journal(clearday: Run) -> Run:
    for day, at, text in [
        ("2026-11-16", "09:05", "Form tests start today. #forms"),
        ("2026-11-18", "09:40", "Five people finished the form. #forms"),
        ("2026-11-18", "11:00", "La réunion d'équipe a été courte."),
        ("2026-11-20", "10:00", "Next: screen readers. #next"),
    ]:
        assert clearday("add", text, "--on", day, "--at", at).code == 0
    assert clearday("add", "dentist", "--private").code == 0
    return clearday


def test_a_day_without_notes_says_how_to_add_one_to_that_day(clearday: Run) -> None:
    assert clearday("day").err == "No notes yet. Add one with: clearday add what you did\n"
    assert "clearday add --on 2026-11-18 what you did" in clearday("day", "wed").err


def test_a_day_lists_its_notes_in_order(journal: Run) -> None:
    ran = journal("day", "wed")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "Wednesday 18 November 2026",
        "2  09:40  Five people finished the form. #forms",
        "3  11:00  La réunion d'équipe a été courte.",
    ]


@pytest.mark.parametrize(
    "fault", ['packs = ["department.toml"]', "quiet = 5", 'quiet = ["no-such-rule"]', "= nothing"]
)
def test_a_fault_in_the_settings_keeps_nobody_from_their_notes(
    journal: Run, tmp_path: Path, fault: str
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f"{fault}\n", "utf-8")
    (tmp_path / "department.toml").write_text("id = 7\n", "utf-8")
    ran = journal("day", "wed", "--config", str(config))
    assert "Five people finished the form." in ran.out
    assert ran.code == 3
    told = ran.err.splitlines()
    assert str(tmp_path) in told[0]
    assert told[1].startswith("Your notes are shown all the same")
    assert len(told) == 2
    assert journal("day", "wed", "--json", "--config", str(config)).out == ""


def test_an_empty_day_is_an_empty_list_and_teaches(journal: Run) -> None:
    assert json.loads(journal("day", "-300d", "--json").out) == []
    assert "clearday add" in journal("day", "-300d").err


def test_a_day_that_is_none_is_said(journal: Run) -> None:
    ran = journal("day", "someday")
    assert (ran.code, ran.out) == (3, "")
    assert "someday" in ran.err


def test_search_finds_words_without_accents_tags_and_days(journal: Run) -> None:
    def found(*words: str) -> list[int]:
        return [note["id"] for note in json.loads(journal("search", *words, "--json").out)]

    assert found("reunion") == [3]
    assert set(found("tag:forms")) == {1, 2}
    assert found("form*", "from:2026-11-17") == [2]
    assert found('"tests start"') == [1]
    assert len(found("form*", "--limit", "1")) == 1
    assert found("nothing AND (") == []


def test_search_finds_people_and_states_and_tells_where_the_match_stands(journal: Run) -> None:
    journal("add", "Thanks @Farida for the réunion notes.")
    journal("add", "Farida highly recommends Deloitte; mail farida@example.ca. Highly recommend Deloitte.")

    def found(*words: str) -> list[int]:
        return [note["id"] for note in json.loads(journal("search", *words, "--json").out)]

    assert found("@farida") == found("person:Farida") == [6]
    assert found("state:held") == [7]
    assert found("state:private") == [5]
    [note, *_] = json.loads(journal("search", "@farida", "reunion", "--json").out)
    assert [note["text"][start:end] for start, end in note["matches"]] == ["réunion"]
    assert "@Farida" in journal("search", "state:draft", "@farida").out


def test_search_in_a_pipe_marks_nothing(journal: Run) -> None:
    assert "\x1b" not in journal("search", "form").out


def test_a_search_from_the_shell_loads_neither_the_app_nor_the_rules(
    journal: Run, home: dict[str, str]
) -> None:
    script = (
        "import sys; from tui.cli import run; run(['search', 'form', 'tag:forms', '@nobody'])\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=ROOT, env=home)
    heavy = {"textual", "rich", "sqlite_utils", "dateutil", "rules.review", "markdown_it", "tomllib"}
    assert not heavy & set(done.stdout.decode().split())


@pytest.mark.parametrize(
    ("filter_", "takes"),
    [
        ("from:someday", "yesterday"),
        ("à:someday", "yesterday"),
        ("state:helt", "held"),
        ("tag:!!", "letters"),
    ],
)
def test_a_filter_that_is_not_understood_is_refused_and_said_how_to_write(
    journal: Run, filter_: str, takes: str
) -> None:
    for ran in (journal("search", "form", filter_), journal("search", "form", filter_, "--json")):
        assert (ran.code, ran.out) == (3, "")
        assert filter_ in ran.err
        assert takes in ran.err


def test_search_counts(journal: Run) -> None:
    assert "2 notes found." in journal("search", "form").err


def test_a_week_is_rolled_up_by_workstream_without_private_notes(journal: Run) -> None:
    week = json.loads(journal("week", "--format", "json").out)
    assert (week["week"], week["from"], week["to"], week["state"]) == (
        "2026-W47",
        "2026-11-16",
        "2026-11-22",
        "draft",
    )
    assert [section["title"] for section in week["sections"]] == ["Forms", "Also this week", "Next"]
    assert week["sections"][0]["lines"] == [
        {"text": "Form tests start today. #forms", "notes": [1]},
        {"text": "Five people finished the form. #forms", "notes": [2]},
    ]
    assert week["gaps"] == ["2026-11-17", "2026-11-19"]
    assert "dentist" not in json.dumps(week)


@pytest.mark.parametrize(
    ("form", "start"), [("markdown", "# Week 47"), ("html", "<!DOCTYPE html>"), ("text", "Week 47")]
)
def test_a_week_has_other_forms(journal: Run, form: str, start: str) -> None:
    ran = journal("week", "this", "--format", form)
    assert ran.code == 0
    assert ran.out.startswith(start)
    assert "Five people finished the form." in ran.out
    assert "dentist" not in ran.out


def test_a_saved_week_keeps_its_text_and_takes_in_new_notes(journal: Run) -> None:
    journal("week", "--save")
    journal("add", "Late find. #forms")
    week = journal("week").out
    assert "Late find. #forms" in week
    assert week.count("Five people finished") == 1


def test_a_week_that_is_none_is_said(journal: Run) -> None:
    ran = journal("week", "2025-W53")
    assert (ran.code, ran.out) == (3, "")
    assert "2025-W53" in ran.err


def test_importing_brings_each_note_in_once(clearday: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.jsonl"
    record = {"date": "2019-03-04", "time": "08:47", "text": "New month.\nThree lines a day."}
    path.write_text(json.dumps(record) + "\n" + json.dumps({**record, "time": "09:00"}) + "\n")
    assert "2 would be added" in clearday("import", str(path), "--dry-run").err
    assert json.loads(clearday("day", "2019-03-04", "--json").out) == []
    assert "2 added, 0 already here" in clearday("import", str(path)).err
    assert "0 added, 2 already here" in clearday("import", str(path)).err
    [first, _] = json.loads(clearday("day", "2019-03-04", "--json").out)
    assert (first["text"], first["at"]) == ("New month.\nThree lines a day.", "2019-03-04T08:47:00-05:00")


def test_a_bad_line_brings_nothing_in(clearday: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.jsonl"
    path.write_text('{"date": "2019-03-04", "text": "good"}\n{"date": "soon", "text": "bad"}\n')
    ran = clearday("import", str(path))
    assert ran.code == 3
    assert "line 2" in ran.err
    assert json.loads(clearday("day", "2019-03-04", "--json").out) == []


def test_locate_tells_paths_and_makes_none(clearday: Run, tmp_path: Path) -> None:
    paths = json.loads(clearday("locate", "--json").out)
    assert set(paths) == {
        "journal",
        "settings",
        "templates",
        "snippets",
        "drafts",
        "backups",
        "learned",
        "cache",
    }
    assert list(tmp_path.iterdir()) == []


def test_doctor_finds_a_journal_that_others_can_read(journal: Run) -> None:
    path = json.loads(journal("locate", "--json").out)["journal"]
    assert journal("doctor").code == 0
    os.chmod(path, 0o644)
    ran = journal("doctor")
    assert ran.code == 1
    assert f"chmod 600 {path}" in ran.out


def test_doctor_asks_for_no_change_to_what_is_no_file(clearday: Run, tmp_path: Path) -> None:
    """`chmod 600` on a folder shuts its owner out, and through a link to /dev/null it spoils the system's."""
    (tmp_path / "folder.db").mkdir(mode=0o755)
    ran = clearday("--journal", str(tmp_path / "folder.db"), "doctor")
    assert ran.code == 4
    assert "chmod 600" not in ran.out


def test_a_closed_pipe_ends_quietly(journal: Run, home: dict[str, str], tmp_path: Path) -> None:
    big = tmp_path / "big.jsonl"
    text = "word " * 400
    big.write_text(
        "".join(json.dumps({"date": "2019-03-04", "text": f"{n} {text}"}) + "\n" for n in range(200))
    )
    assert journal("import", str(big)).code == 0
    reader = subprocess.Popen(
        [sys.executable, "-m", "tui", "search", "word", "--limit", "200"],
        cwd=ROOT,
        env=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert reader.stdout is not None
    assert reader.stderr is not None
    reader.stdout.readline()
    reader.stdout.close()
    said = reader.stderr.read()
    reader.stderr.close()
    assert reader.wait(timeout=60) == 0
    assert said == b""


def test_controls_in_a_note_never_reach_the_terminal(clearday: Run) -> None:
    clearday("add", stdin="a\x1b[31mred\x07\u202eevil\x9b")
    ran = clearday("day")
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    assert "\x9b" not in ran.out
    assert json.loads(clearday("day", "--json").out)[0]["text"] == "a\x1b[31mred\x07\u202eevil\x9b"


def test_the_app_without_a_terminal_says_so(clearday: Run) -> None:
    ran = clearday()
    assert (ran.code, ran.out) == (3, "")
    assert "terminal" in ran.err


def test_a_broken_settings_file_is_named_with_line_and_key(clearday: Run, home: dict[str, str]) -> None:
    path = Path(json.loads(clearday("locate", "--json").out)["settings"])
    path.parent.mkdir(parents=True)
    path.write_text('language = "en"\nplatform = ["x"]\n')
    ran = clearday("day")
    assert ran.code == 3
    assert f"{path}, line 2" in ran.err
    assert "platforms" in ran.err
    assert clearday("add", "words are kept whatever the settings say").code == 0


def test_a_settings_file_that_is_not_there_is_said_to_be_missing(clearday: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "confg.toml")
    ran = clearday("--config", path, "locate")
    assert (ran.code, path in ran.err) == (0, True)
    assert clearday("--config", path, "config", "set", "language", "en").err.count("no settings file") == 0
    assert "no settings file" not in clearday("--config", path, "locate").err


def test_a_platform_in_the_settings_that_does_not_exist_is_named(clearday: Run, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('language = "fr"\nplatforms = ["mastodn"]\n')
    ran = clearday("--config", str(path), "day")
    assert ran.code == 3
    assert "ligne 2" in ran.err
    assert "mastodon" in ran.err


def test_help_lists_every_command(clearday: Run) -> None:
    from tui.cli import COMMANDS

    ran = clearday("--help")
    assert ran.code == 0
    assert all(f"\n  {name}" in ran.out for name in COMMANDS)
    for name in COMMANDS:
        assert clearday(name, "--help").code == 0


def test_a_search_that_has_to_read_notes_says_how_far_it_read_and_how_to_go_on(
    clearday: Run, tmp_path: Path
) -> None:
    """In a journal of 100,000 notes `search state:held` said nothing for minutes."""
    start = datetime(2026, 11, 20, 15, tzinfo=UTC) - timedelta(hours=2004)
    lines = [
        {"at": (start + timedelta(hours=n)).isoformat(), "text": f"Person {n} finished."} for n in range(2005)
    ]
    lines[1]["text"] = lines[2000]["text"] = "Our word for the lab: password: Tr0ub4dor&3."
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert clearday("import", str(tmp_path / "many.jsonl")).code == 0
    ran = clearday("search", "state:held")
    assert [line.split()[0] for line in ran.out.splitlines()] == ["2001"]
    assert (
        "Only the newest 2,000 of 2,005 notes that may be meant were looked into, back to 2026-08-29."
        in ran.err
    )
    assert "To go on add to:2026-08-29; --all looks into every note." in ran.err
    further = clearday("search", "state:held", "to:2026-08-29", "--json")
    assert ([note["id"] for note in json.loads(further.out)], further.err) == ([2], "")
    everything = clearday("search", "state:held", "--all")
    assert [line.split()[0] for line in everything.out.splitlines()] == ["2001", "2"]
    assert everything.err == "2 notes found.\n"
    assert "looked into" in clearday("search", "state:held", "--json").err
