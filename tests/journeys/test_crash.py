"""What was being written when the app was killed is there when it is opened again."""

import re
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.journeys.test_app_terminal import PROGRAM, Terminal
from tui.opening import open_desk

DAY_ALONE = """
import os, sys
os.environ["CLEARDAY_JOURNAL"], sys.argv = sys.argv[1], ["day"]
from tui.__main__ import day
sys.exit(day())
"""
UP, WEEK, SAVE, PRIVATE, QUIT = "\x1b[A", "\x1bOR", "\x13", "\x0c", "\x11"
"""What the keys ↑, f3, ctrl+s, ctrl+l and ctrl+q send."""

CURSOR = "And new\x1b[0m"
"""The cursor behind these words, a blank of its own style: without the keys to an editor it is one with them."""


class Desktop:
    """Opens one app after another on the same journal, and kills them."""

    def __init__(self, home: dict[str, str], journal: Path) -> None:
        self.home = home
        self.journal = journal
        self.opened: list[Terminal] = []

    def open(self, program: str = PROGRAM) -> Terminal:
        self.opened.append(Terminal(self.home, self.journal, program))
        return self.opened[-1]

    def leave(self, *steps: tuple[str, str], on_disk: str, program: str = PROGRAM) -> None:
        """Kill an app that is written in, by steps of what is seen and what is typed, once `on_disk` is its draft."""
        terminal = self.open(program)
        terminal.take(*steps)
        self.until_on_disk(on_disk, terminal)
        self.kill(terminal)

    def come_back(self, *steps: tuple[str, str], program: str = PROGRAM) -> None:
        """Open another, take such steps to its end, and see that no draft is left."""
        terminal = self.open(program)
        terminal.take(*steps)
        assert terminal.close() == 0
        assert self.drafts() == []

    def until_on_disk(self, text: str, terminal: Terminal, seconds: float = 20) -> None:
        """Read what the terminal draws until a draft of `text` is in the journal."""
        end = time.monotonic() + seconds
        while not any(text in draft for draft in self.drafts()):
            assert time.monotonic() < end, self.drafts()
            terminal.read(0.02)

    def drafts(self) -> list[str]:
        # A file that is not there yet must not be made here: the app opens it after its first picture.
        try:
            with closing(
                sqlite3.connect(f"{self.journal.as_uri()}?mode=ro", uri=True, timeout=15)
            ) as connection:
                return [row[0] for row in connection.execute("SELECT text FROM draft")]
        except sqlite3.OperationalError as error:
            if "no such table" in str(error) or "unable to open" in str(error):
                return []
            raise

    def kill(self, terminal: Terminal) -> None:
        terminal.process.kill()
        terminal.process.wait()


@pytest.fixture
def desktop(home: dict[str, str], tmp_path: Path) -> Iterator[Desktop]:
    desktop = Desktop(home, tmp_path / "journal.db")
    yield desktop
    for terminal in desktop.opened:
        if terminal.process.poll() is None:
            desktop.kill(terminal)


def test_words_on_the_line_outlive_a_kill_and_become_one_note(desktop: Desktop) -> None:
    written = "Half a thought about the form"
    desktop.leave(("Welcome", written), on_disk=written)
    desktop.come_back((written, "s.\r"), ("1 note", QUIT))
    desk = open_desk(desktop.home, journal=str(desktop.journal))
    assert [view.note.text for view in desk.day(desk.clock.today())] == ["Half a thought about the forms."]


def test_a_rewriting_outlives_a_kill_and_its_note_says_so(desktop: Desktop) -> None:
    desk = open_desk(desktop.home, journal=str(desktop.journal))
    desk.log("Old words.")
    desktop.leave(("Old words.", UP), ("delete", "e"), ("save", " And new"), on_disk="Old words. And new")
    desktop.come_back(("wait in note 1", UP), ("delete", "e"), (CURSOR, f"er.{SAVE}"), ("Saved.", QUIT))
    assert [view.note.text for view in desk.history(1)] == ["Old words.", "Old words. And newer."]


def test_a_week_being_written_outlives_a_kill(desktop: Desktop) -> None:
    desk = open_desk(desktop.home, journal=str(desktop.journal))
    desk.log("Five people finished the form.")
    desktop.leave(("Five people", WEEK), ("Week 47", "e"), ("done writing", "By hand. "), on_disk="By hand. ")
    desktop.come_back(("2026-W47", WEEK), ("By hand.", SAVE), ("Saved.", QUIT))


def test_words_in_the_composer_outlive_a_kill_and_private_ones_stay_private(desktop: Desktop) -> None:
    written = "Half a thought about the dentist"
    desktop.leave(("❯", PRIVATE), ("not private", written), on_disk=written, program=DAY_ALONE)
    desktop.come_back(("Brought back", ".\r"), program=DAY_ALONE)
    desk = open_desk(desktop.home, journal=str(desktop.journal))
    kept = [(view.note.text, view.note.private) for view in desk.day(desk.clock.today())]
    assert kept == [("Half a thought about the dentist.", True)]


def test_words_left_in_the_composer_stand_on_the_line_when_the_app_is_opened(desktop: Desktop) -> None:
    desktop.leave(("❯", "Half a thought"), on_disk="Half a thought", program=DAY_ALONE)
    desktop.come_back(("Half a thought", "\r"), ("1 note", QUIT))


@pytest.mark.parametrize(("program", "ready"), [(PROGRAM, "Welcome"), (DAY_ALONE, "❯")])
@pytest.mark.parametrize("signed", [signal.SIGHUP, signal.SIGTERM])
def test_a_closed_terminal_takes_not_even_the_last_word(
    desktop: Desktop, program: str, ready: str, signed: signal.Signals
) -> None:
    first = desktop.open(program)
    first.until(ready)
    first.type("Half a thought")
    first.until("thought")
    first.process.send_signal(signed)
    assert first.close() == -signed
    assert desktop.drafts() == ["Half a thought"]


@pytest.mark.parametrize("program", [PROGRAM, DAY_ALONE])
def test_what_is_typed_while_it_opens_is_on_the_line(desktop: Desktop, program: str) -> None:
    opening = desktop.open(program)
    typed = "Words, more words, and quite a few others."
    for word in re.findall(r"\S+ ?", typed):
        opening.type(word)
        opening.read(0.5)  # the next one when something was drawn
    desktop.until_on_disk(typed, opening)
    assert desktop.drafts() == [typed]
