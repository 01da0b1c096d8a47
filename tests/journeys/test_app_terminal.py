"""The app as a process on a terminal of its own: what a person's terminal really receives."""

import base64
import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
COPIED = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)")
PROGRAM = """
import os, sys
from tui.app import run_app
from tui.opening import open_desk
sys.exit(run_app(open_desk(os.environ, journal=sys.argv[1])))
"""


class Terminal:
    """A pseudo-terminal with the app on it."""

    def __init__(self, home: dict[str, str], journal: Path, program: str = PROGRAM) -> None:
        self._ours, theirs = pty.openpty()
        environ = {**home, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}
        environ["SSH_CONNECTION"] = "203.0.113.1 5 203.0.113.2 22"
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, str(journal)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environ,
            cwd=ROOT,
            close_fds=True,
        )
        os.close(theirs)
        self.received = b""

    def type(self, keys: str) -> None:
        """Send keys as a terminal does."""
        os.write(self._ours, keys.encode())

    def until(self, words: str, seconds: float = 20) -> None:
        """Read until `words` were drawn."""
        begun, end = len(self.received), time.monotonic() + seconds
        while words.encode() not in self.received[begun:]:
            assert time.monotonic() < end, f"{words!r} never came: {self.received[begun:][-2000:]!r}"
            self.read(0.1)

    def take(self, *steps: tuple[str, str]) -> None:
        """Type keys, each time once certain words were drawn: each step is the words, then the keys."""
        for words, keys in steps:
            self.until(words)
            self.type(keys)

    def read(self, seconds: float) -> None:
        """Read what the app draws next, if it draws anything within so many seconds."""
        if select.select([self._ours], [], [], seconds)[0]:
            self.received += os.read(self._ours, 65536)

    def _rest(self) -> bytes:
        rest = b""
        with suppress(OSError):
            while select.select([self._ours], [], [], 0)[0]:
                rest += os.read(self._ours, 65536)
        return rest

    def close(self) -> int:
        """Read to the end; the exit code."""
        while self.process.poll() is None:
            if select.select([self._ours], [], [], 0.1)[0]:
                try:
                    self.received += os.read(self._ours, 65536)
                except OSError:
                    break
        self.received += self._rest()
        os.close(self._ours)
        return self.process.wait(timeout=10)


@pytest.fixture
def terminal(home: dict[str, str], tmp_path: Path) -> Iterator[Terminal]:
    """The app, open on an empty journal."""
    opened = Terminal(home, tmp_path / "journal.db")
    yield opened
    if opened.process.poll() is None:
        opened.process.kill()
        opened.process.wait()


def copied(terminal: Terminal) -> list[str]:
    return [base64.b64decode(found).decode() for found in COPIED.findall(terminal.received)]


def test_only_the_cleared_part_ever_reaches_the_terminals_clipboard(terminal: Terminal) -> None:
    terminal.until("Welcome")
    terminal.type("Five people finished the form.")
    terminal.until("form.")
    terminal.type("\x1b[H\x1b[1;2F\x03")
    terminal.until("inside Clearday only")
    assert copied(terminal) == []
    terminal.type("\r")
    terminal.until("1 note")
    terminal.type("\x1b[A")
    terminal.until("delete")
    terminal.type("s")
    terminal.until("Not cleared yet")
    terminal.type("yo")
    terminal.type("c")
    terminal.until("You decide")
    assert copied(terminal) == []
    terminal.type("\r")
    terminal.until("Cleared by you")
    terminal.type("s")
    terminal.until("readers will see")
    terminal.type("y")
    terminal.until("Sent to your terminal")
    assert copied(terminal) == ["Five people finished the form."]
    terminal.type("\x11")
    assert terminal.close() == 0, terminal.received[-2000:]


def test_a_bracketed_paste_of_several_lines_is_one_note(terminal: Terminal, tmp_path: Path) -> None:
    terminal.until("Welcome")
    terminal.type("\x1b[200~One.\rTwo.\r\rFour.\x1b[201~")
    terminal.until("Four.")
    terminal.type("\r")
    terminal.until("1 note")
    terminal.type("\x11")
    assert terminal.close() == 0, terminal.received[-2000:]
    from storage.database import open_database

    rows = open_database(str(tmp_path / "journal.db")).execute("SELECT text FROM note").fetchall()
    assert [row[0] for row in rows] == ["One.\nTwo.\n\nFour."]


COMMAND = "import sys; from tui.cli import run; sys.exit(run(['--journal', sys.argv[1]]))"


@pytest.mark.parametrize(
    ("setting", "told", "way_on"),
    [
        ('platforms = ["mastodn"]', "mastodn", "clearday platforms"),
        ('packs = ["nothere.toml"]', "nothere.toml", "clearday config check"),
        ('packs = ["bad.toml"]', "bad.toml, line 1", "clearday config check"),
        ('language = "fr"\nquiet = ["nosuchrule"]', "nosuchrule", "Clearday s’ouvrira de nouveau"),
    ],
)
def test_what_is_wrong_with_settings_or_packs_is_a_sentence_with_a_way_on(
    home: dict[str, str], tmp_path: Path, setting: str, told: str, way_on: str
) -> None:
    # Found behind the first picture, by which time several parts of the screen wait for the desk.
    config = tmp_path / ".config" / "clearday" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f"{setting}\n", encoding="utf-8")
    (config.parent / "bad.toml").write_text("[[rule]\n", encoding="utf-8")
    opened = Terminal(home, tmp_path / "journal.db", COMMAND)
    assert opened.close() == 3, opened.received[-2000:]
    # The terminal breaks lines between words, wherever the folder's name makes them end.
    said = " ".join(opened.received.rpartition(b"\x1b[?1049l")[2].decode().split())
    assert told in said
    assert way_on in said
    assert "Traceback" not in said
    assert "Error" not in said
