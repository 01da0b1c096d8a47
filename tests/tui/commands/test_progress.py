"""Who waits for a long text on a terminal sees how far the reader is; nobody else is told."""

import io
import os
import pty
import subprocess
import sys
from functools import partial
from threading import Event

import pytest

from rules.rule import Language
from tests.conftest import ROOT
from tui.desk import Desk
from tui.progress import Progress
from tui.wording import Words

LONG = " ".join(f"We met the group number {number}." for number in range(100)).encode()
# Without its patience the command tells from the beginning on, however quick the machine is.
AT_ONCE = "import sys, tui.progress; tui.progress._PATIENCE = 0; from tui.cli import run; sys.exit(run(sys.argv[1:]))"


@pytest.mark.parametrize(
    ("command", "language", "told"),
    [("check", "en", "Reading: 0 of 100"), ("clear", "fr", "Lecture : 0 sur 100")],
)
def test_a_long_text_is_counted_on_a_terminal_only(
    home: dict[str, str], command: str, language: str, told: str
) -> None:
    env = {**home, "CLEARDAY_READER": "small", "LANG": f"{language}_CA.UTF-8"}
    started = partial(
        subprocess.run,
        [sys.executable, "-c", AT_ONCE, command, "-"],
        check=False,
        cwd=ROOT,
        env=env,
        input=LONG,
    )
    assert told not in str(started(capture_output=True))
    ours, theirs = pty.openpty()
    try:
        started(stdout=subprocess.DEVNULL, stderr=theirs)
        os.close(theirs)
        shown = os.read(ours, 65536).decode()
    finally:
        os.close(ours)
    assert told in shown
    assert shown.index("\x1b[K") > shown.index(told)


class _Terminal(io.StringIO):
    """What is written to a terminal, and when something first is."""

    def __init__(self) -> None:
        super().__init__()
        self.written = Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        count = super().write(text)
        self.written.set()
        return count


@pytest.mark.parametrize(("language", "told"), [("en", "Reading…"), ("fr", "Lecture en cours…")])
def test_it_is_said_that_a_text_is_read_before_anything_can_be_counted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, language: Language, told: str
) -> None:
    terminal = _Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("tui.progress._PATIENCE", 0)
    with Progress(desk, Words(language)):
        assert terminal.written.wait(60)
    assert terminal.getvalue() == f"\r{told}\r\x1b[K"
