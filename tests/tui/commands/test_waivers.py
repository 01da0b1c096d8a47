"""`clearday waivers` and `rules heard`: reasons that stand for words, and a rule that can be made quieter."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.conftest import Run

HELD = "Highly recommend Deloitte for this kind of work."
RULE = "vendor-endorsement"
REASON = f"{RULE}=It quotes a published report."


def test_a_reason_given_once_opens_the_note_and_the_week(clearday: Run) -> None:
    clearday("add", HELD)
    assert json.loads(clearday("day", "--json").out)[0]["state"] == "held"
    assert clearday("waivers", "give", "1", "--reason", REASON).code == 0
    assert json.loads(clearday("day", "--json").out)[0]["state"] == "draft"
    assert clearday("clear", "1").code == 0
    assert clearday("clear", "this").code in (0, 3)
    cleared = clearday("clear", "2026-W47")
    assert cleared.code == 0
    assert "published report" in cleared.err


def test_a_reason_given_at_clearing_stands_while_its_sentence_does(clearday: Run) -> None:
    clearday("add", f"{HELD} We met.")
    clearday("clear", "1", "--reason", REASON)
    clearday("add", f"Today: {HELD} We did not meet.")
    assert clearday("clear", "2").code == 1
    clearday("add", f"We did not meet. {HELD}")
    assert clearday("clear", "3").code == 0


def test_what_was_waived_is_in_the_clearance(clearday: Run) -> None:
    clearday("add", HELD)
    clearday("waivers", "give", "1", "--reason", REASON)
    clearday("clear", "1")
    shared = json.loads(clearday("share", "1", "--to", "x", "--json").out)
    assert shared["clearance"]["answers"] == [{"rule": RULE, "answer": "It quotes a published report."}]


def test_a_stop_takes_no_reason(clearday: Run) -> None:
    clearday("add", "The deck is PROTECTED B, so I keep it closed.")
    ran = clearday("waivers", "give", "1", "--reason", "security-marking=It is fine.")
    assert (ran.code, ran.out) == (3, "")
    assert "stops this text" in ran.err


def test_the_register_says_what_each_is_worth(clearday: Run) -> None:
    clearday("add", HELD)
    clearday("add", HELD.replace("Deloitte", "Accenture"))
    clearday("waivers", "give", "1", "--reason", REASON, "--until", "today")
    clearday("waivers", "give", "2", "--reason", REASON)
    later = {"CLEARDAY_NOW": "2026-11-21T09:00:00-05:00"}
    states = [row["state"] for row in json.loads(clearday("waivers", "--json", env=later).out)]
    assert states == ["expired", "standing"]
    clearday("waivers", "end", "2")
    clearday("purge", "1", "--yes")
    assert [row["state"] for row in json.loads(clearday("waivers", "--json").out)] == ["ended"]
    assert clearday("waivers", "end", "2").code == 3


def test_a_reason_whose_words_are_gone_is_shown_as_such(clearday: Run, tmp_path: Path) -> None:
    clearday("add", HELD)
    clearday("waivers", "give", "1", "--reason", REASON)
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\nprintf "We met." > "$1"\n')
    editor.chmod(0o700)
    assert clearday("edit", "1", env={"EDITOR": str(editor)}).code == 0
    assert "matches nothing any more" in clearday("waivers").out


def test_neither_register_nor_figures_hold_the_words(clearday: Run, home: dict[str, str]) -> None:
    clearday("add", HELD)
    clearday("waivers", "give", "1", "--reason", REASON)
    journal = json.loads(clearday("locate", "--json").out)["journal"]
    with closing(sqlite3.connect(journal)) as connection:
        rows = [*connection.execute("SELECT * FROM waiver"), *connection.execute("SELECT * FROM remark")]
    assert rows
    assert "Deloitte" not in str(rows)


def test_a_rule_always_excused_may_be_made_quieter(clearday: Run, tmp_path: Path) -> None:
    for name in ("Deloitte", "Accenture", "Microsoft"):
        clearday("add", HELD.replace("Deloitte", name))
    for number in ("1", "2", "3"):
        clearday("clear", number, "--reason", REASON)
    heard = clearday("rules", "heard").out
    assert "answered at clearing 3" in heard
    assert "quiet" in heard
    config = tmp_path / "config.toml"
    config.write_text(f'quiet = ["{RULE}", "security-marking"]\n')
    quieter = clearday("--config", str(config), "check", "-", "--format", "json", stdin=HELD)
    assert quieter.code == 0
    assert [found["level"] for found in json.loads(quieter.out)["findings"]] == ["note"]
    assert clearday("--config", str(config), "check", "-", stdin="PROTECTED B\nx").code == 2


def test_a_reason_for_a_text_that_is_not_in_the_journal_stands(clearday: Run) -> None:
    clearday("waivers", "give", "-", "--reason", REASON, stdin=HELD)
    [given] = json.loads(clearday("waivers", "--json").out)
    assert (given["source"], given["state"]) == ("-", "standing")


def test_clearing_enters_no_reason_a_second_time(clearday: Run) -> None:
    clearday("add", HELD)
    clearday("waivers", "give", "1", "--reason", REASON)
    assert clearday("clear", "1").code == 0
    assert len(json.loads(clearday("waivers", "--json").out)) == 1
