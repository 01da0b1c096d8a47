"""What was being written when the app was killed is there when it is opened again."""

import select
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


class Desktop:
    """Opens one app after another on the same journal, and kills them."""

    def __init__(self, home: dict[str, str], journal: Path) -> None:
        self.home = home
        self.journal = journal
        self.opened: list[Terminal] = []

    def open(self, program: str = PROGRAM) -> Terminal:
        self.opened.append(Terminal(self.home, self.journal, program))
        return self.opened[-1]

    def until_on_disk(self, text: str, terminal: Terminal, seconds: float = 20) -> None:
        """Read what the terminal draws until a draft of `text` is in the journal."""
        end = time.monotonic() + seconds
        while not any(text in draft for draft in self.drafts()):
            assert time.monotonic() < end, self.drafts()
            if select.select([terminal._ours], [], [], 0.02)[0]:
                terminal.received += terminal.read()

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
    first = desktop.open()
    first.until("Welcome")
    first.type("Half a thought about the form")
    desktop.until_on_disk("Half a thought about the form", first)
    desktop.kill(first)
    second = desktop.open()
    second.until("Half a thought about the form")
    second.type("s.\r")
    second.until("1 note")
    second.type("\x11")
    assert second.close() == 0
    assert desktop.drafts() == []
    desk = open_desk(desktop.home, journal=str(desktop.journal))
    assert [view.note.text for view in desk.day(desk.clock.today())] == ["Half a thought about the forms."]


def test_a_rewriting_outlives_a_kill_and_its_note_says_so(desktop: Desktop) -> None:
    desk = open_desk(desktop.home, journal=str(desktop.journal))
    desk.log("Old words.")
    first = desktop.open()
    first.until("Old words.")
    first.type("\x1b[A")
    first.until("delete")
    first.type("e")
    first.until("save")
    first.type(" And new")
    desktop.until_on_disk("Old words. And new", first)
    desktop.kill(first)
    second = desktop.open()
    second.until("wait in note 1")
    second.type("\x1b[A")
    second.until("delete")
    second.type("e")
    second.until("And new")
    second.type("er.\x13")
    second.until("Saved.")
    second.type("\x11")
    assert second.close() == 0
    assert [view.note.text for view in desk.history(1)] == ["Old words.", "Old words. And newer."]
    assert desktop.drafts() == []


def test_a_week_being_written_outlives_a_kill(desktop: Desktop) -> None:
    desk = open_desk(desktop.home, journal=str(desktop.journal))
    desk.log("Five people finished the form.")
    first = desktop.open()
    first.until("Five people")
    first.type("\x1bOR")
    first.until("Week 47")
    first.type("e")
    first.until("done writing")
    first.type("By hand. ")
    desktop.until_on_disk("By hand. ", first)
    desktop.kill(first)
    second = desktop.open()
    second.until("2026-W47")
    second.type("\x1bOR")
    second.until("By hand.")
    second.type("\x13")
    second.until("Saved.")
    second.type("\x11")
    assert second.close() == 0
    assert desktop.drafts() == []


def test_words_in_the_composer_outlive_a_kill_and_private_ones_stay_private(desktop: Desktop) -> None:
    first = desktop.open(DAY_ALONE)
    first.until("❯")
    first.type("\x0c")
    first.until("not private")
    first.type("Half a thought about the dentist")
    desktop.until_on_disk("Half a thought about the dentist", first)
    desktop.kill(first)
    second = desktop.open(DAY_ALONE)
    second.until("Brought back")
    second.type(".\r")
    assert second.close() == 0
    assert desktop.drafts() == []
    desk = open_desk(desktop.home, journal=str(desktop.journal))
    kept = [(view.note.text, view.note.private) for view in desk.day(desk.clock.today())]
    assert kept == [("Half a thought about the dentist.", True)]


def test_words_left_in_the_composer_stand_on_the_line_when_the_app_is_opened(desktop: Desktop) -> None:
    first = desktop.open(DAY_ALONE)
    first.until("❯")
    first.type("Half a thought")
    desktop.until_on_disk("Half a thought", first)
    desktop.kill(first)
    second = desktop.open()
    second.until("Half a thought")
    second.type("\r")
    second.until("1 note")
    second.type("\x11")
    assert second.close() == 0
    assert desktop.drafts() == []


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


@pytest.mark.parametrize(("program", "ready"), [(PROGRAM, "Welcome"), (DAY_ALONE, "❯")])
def test_what_is_typed_while_it_opens_is_on_the_line(desktop: Desktop, program: str, ready: str) -> None:
    first = desktop.open(program)
    typed = "Words, more words, and quite a few others."
    for sign in typed:
        first.type(sign)
        time.sleep(0.03)  # as a person types
    first.until(ready)
    desktop.until_on_disk(typed, first)
    assert desktop.drafts() == [typed]
