"""What stands on a terminal once Clearday is gone, and in what it scrolls back to: nothing that was drawn there."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
SECONDS = 60


class Pane:
    """A terminal of tmux's with a shell, and Clearday begun in it on an empty screen."""

    def __init__(self, socket: Path, environ: dict[str, str], *, second_screen: str) -> None:
        self._tmux = ["tmux", "-S", str(socket), "-f", "/dev/null"]
        self._environ = {**environ, "PYTHONPATH": str(ROOT), "PS1": "$ ", "TERM": "xterm-256color"}
        options = ["start", ";", "set", "-g", "alternate-screen", second_screen, ";"]
        self._ask(*options, "new", "-d", "-x", "100", "-y", "30", "sh")

    def _ask(self, *words: str) -> str:
        asked = [*self._tmux, *words]
        return subprocess.run(asked, capture_output=True, check=True, env=self._environ, text=True).stdout

    def type(self, *keys: str) -> None:
        """Send keys, words as they are."""
        self._ask("send-keys", *keys)

    @property
    def all(self) -> str:
        """All that stands there and can be scrolled back to."""
        return self._ask("capture-pane", "-p", "-S", "-")

    def until(self, words: str) -> None:
        """Wait until `words` stand there."""
        end = time.monotonic() + SECONDS
        while words not in self.all:
            assert time.monotonic() < end, self.all

    def close(self) -> None:
        """End the shell and what runs in it."""
        self._ask("kill-server")


@pytest.fixture(params=["on", "off"])
def pane(request: pytest.FixtureRequest, home: dict[str, str], tmp_path: Path) -> Iterator[Pane]:
    """One with a second screen for programs that draw, and one without."""
    opened = Pane(tmp_path / "tmux", home, second_screen=request.param)
    yield opened
    opened.close()


def test_the_app_takes_the_notes_with_it(pane: Pane, clearday: Run) -> None:
    """Where there is no second screen they stood there when it was gone, private ones too."""
    clearday("add", "--private", "Privateword, between us.")
    clearday("config", "set", "language", "en")  # so that no newcomer is asked
    pane.type(f"clear; {sys.executable} -m tui; echo It is '(over)'", "Enter")
    pane.until("Privateword")
    pane.type("C-q")
    pane.until("It is (over)")
    assert "Privateword" not in pane.all


@pytest.mark.parametrize("signed", ["", "-HUP", "-TERM"])
def test_the_composer_takes_the_words_with_it(pane: Pane, signed: str, tmp_path: Path) -> None:
    """On an empty screen all of it was cleared at once, and tmux kept that to scroll back to."""
    program = "import os, sys; print(os.getpid(), file=open('pid', 'w')); sys.argv = ['day'];"
    program += " from tui.__main__ import day; sys.exit(day())"
    pane.type(f'cd && clear; {sys.executable} -c "{program}"; echo It is "(over)"', "Enter")
    pane.until("❯")
    pane.type("Privateword, between us.")
    pane.until("Privateword, between us.")
    if signed:
        subprocess.run(["kill", signed, (tmp_path / "pid").read_text().strip()], check=True)
    else:
        pane.type("C-l", "Enter")
    pane.until("It is (over)")
    assert "Privateword" not in pane.all
