"""Clearday line by line: what is typed is a note, a slash begins a command, and nothing is drawn."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

HELD = "Highly recommend Deloitte for this kind of work."


def lines(clearday: Run, *typed: str, **environ: str) -> str:
    """All that is said, the data and the talk, when these lines are typed."""
    ran = clearday("lines", stdin="".join(f"{line}\n" for line in typed), env=environ)
    assert ran.code == 0
    return ran.out + ran.err


def texts(clearday: Run) -> list[str]:
    return [note["text"] for note in json.loads(clearday("day", "--json").out)]


def test_what_is_typed_is_a_note_to_the_letter_and_its_flags_follow(clearday: Run) -> None:
    said = lines(
        clearday, '  -5 degrees, "quoted" #cold', "The fund goes up 12 % next month, not announced yet."
    )
    assert texts(clearday) == [
        '  -5 degrees, "quoted" #cold',
        "The fund goes up 12 % next month, not announced yet.",
    ]
    assert "Kept as note 2, Friday 20 November 2026, 16:30." in said
    assert "Flag 1 of 1, warning, at “fund goes up 12 % next month”: This reads like news" in said
    assert "/clear 2 asks for a reason and clears it." in said


def test_a_slash_begins_a_command_and_what_goes_wrong_ends_nothing(clearday: Run) -> None:
    said = lines(
        clearday,
        "Five people finished.",
        "/nope",
        "/week",
        '/search "five',
        "/search five",
        "/undo",
        "/lines",
    )
    assert "There is no command “nope”" in said
    assert "## This week\n\nFive people finished." in said
    assert "A quotation mark in that command is not closed." in said
    assert "1 note found." in said
    assert said.rstrip().endswith("Your notes are kept.")
    assert texts(clearday) == ["Five people finished."]


def test_a_slash_alone_lists_by_number_and_asks_for_the_rest(clearday: Run) -> None:
    clearday("add", "Yesterday's line.", "--on", "yesterday")
    said = lines(clearday, "/", "2", "yesterday", "/", "4", "", "/", "nothing", "/", "99", "A note.")
    assert "2. Hear the notes of another day" in said
    assert "Note 1, at 16:30: Yesterday's line." in said
    assert texts(clearday) == ["A note."]


def test_a_day_is_told_in_sentences(clearday: Run) -> None:
    clearday("add", "Met the forms team.", "--tag", "forms", "--private")
    said = lines(clearday)
    assert (
        "Friday 20 November 2026\n1 note.\nNote 1, at 16:30: Met the forms team.\nTags: forms.\nPrivate: it"
        in said
    )


def test_the_lines_are_in_french_too(clearday: Run) -> None:
    said = lines(clearday, "Cinq personnes ont terminé.", LANG="fr_CA.UTF-8")
    assert "Ligne par ligne, comme vous l’avez demandé." in said
    assert "Vos notes sont gardées." in said


def test_a_note_that_cannot_be_kept_is_said_and_the_next_line_is_taken(clearday: Run) -> None:
    ran = clearday("lines", stdin=b"One\x00.\n\xff\nThree.\n")
    assert ran.code == 0
    assert "it holds a NUL character" in ran.err
    assert "it is not valid UTF-8" in ran.err
    assert texts(clearday) == ["Three."]


def on_a_terminal(home: dict[str, str], typed: bytes, *arguments: str, **environ: str) -> str:
    """What a terminal shows from the start, `typed` being there from the start, until the command ends."""
    ours, theirs = pty.openpty()
    command = [
        sys.executable,
        "-c",
        "import sys; from tui.cli import run; sys.exit(run(sys.argv[1:]))",
        *arguments,
    ]
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env={**home, **environ}
    )
    os.close(theirs)
    os.write(ours, typed)
    shown = b""
    try:
        while chunk := os.read(ours, 65536):
            shown += chunk
    except OSError:  # how Linux says that the other side is gone
        pass
    os.close(ours)
    assert process.wait(timeout=60) == 0
    return shown.decode()


@pytest.mark.parametrize(
    ("environ", "settings", "why"),
    [
        ({"TERM": "dumb"}, "", "this terminal cannot draw"),
        ({"TERM": "xterm", "CLEARDAY_LINES": "1"}, "", "CLEARDAY_LINES is set"),
        ({"TERM": "xterm"}, "lines = true\n", "your settings say so"),
    ],
)
def test_lines_take_the_place_of_the_app_and_say_why(
    home: dict[str, str], clearday: Run, environ: dict[str, str], settings: str, why: str
) -> None:
    config = Path(home["HOME"]) / "lines.toml"
    config.write_text('language = "en"\n' + settings)
    shown = on_a_terminal(
        home, b"Five people finished.\n/search five\n/quit\n", CLEARDAY_CONFIG=str(config), **environ
    )
    assert why in " ".join(shown.split())
    assert texts(clearday) == ["Five people finished."]
    if environ["TERM"] == "dumb" or "CLEARDAY_LINES" in environ:
        assert not re.search(r"\x1b|\r(?!\n)|[▲■●❯]", shown)


def test_no_word_is_broken_and_no_prompt_ends_in_a_sign(home: dict[str, str], clearday: Run) -> None:
    typed = f"{HELD}\n/clear 1\nEverybody was asked.\ny\n/quit\n"
    shown = on_a_terminal(home, typed.encode(), "lines", TERM="xterm", COLUMNS="40")
    assert "your reason (empty to leave it held): " in shown
    assert "❯" not in shown
    said = shown[shown.index("Flag 1") : shown.index("/edit 1")].split("\r\n")
    assert len(said) > 2
    assert max(map(len, said)) <= 40


def test_day_alone_asks_for_a_line_where_none_can_be_drawn(home: dict[str, str], clearday: Run) -> None:
    shown = on_a_terminal(home, b"Five people finished.\n", "add", "--compose", TERM="dumb")
    assert "Note: " in shown
    assert texts(clearday) == ["Five people finished."]


def test_a_note_is_kept_whatever_is_wrong_with_the_rules_which_is_said_once(
    home: dict[str, str], clearday: Run
) -> None:
    folder = Path(home["HOME"])
    (folder / "mine.toml").write_text("[pack]\n")
    (folder / "config.toml").write_text('language = "en"\npacks = ["mine.toml"]\n')
    said = lines(clearday, "One.", "Two.", CLEARDAY_CONFIG=str(folder / "config.toml"))
    assert texts(clearday) == ["One.", "Two."]
    assert "Kept as note 2" in said
    assert said.count("mine.toml, line 1") == 1
