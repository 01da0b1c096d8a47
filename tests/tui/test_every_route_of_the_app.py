"""Every way out of the app, on a journal full of words that must not get about: what each one lets out.

The table names what a person presses at the real app on a real terminal, and what may be seen of the journal in all
that leaves: the clipboards, the browser, the editor, files that come to be, the terminal once the app is gone, and
whatever a terminal takes for more than a drawing (its title, its links, its messages).
"""

import base64
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.tui.telltale import (
    CLEARED,
    HERS,
    Table,
    around,
    come,
    fill,
    kind_of,
    put_tools,
    type_line,
    ways_in,
    words_by_file,
    words_in,
)
from tests.warm import Warm

TABLE: Table = {
    "nothing of the journal": (
        set(),
        """
        =Unfinished
        =Unfinished enter up s y o o
        =Unfinished ctrl+l ctrl+a ctrl+c
        =Unfinished SIGHUP
        note:3 e SIGTERM
        note:3 e ctrl+a ctrl+c escape h ctrl+c enter
        note:3 e ctrl+a ctrl+x ctrl+s
        note:2 e ctrl+a ctrl+c ctrl+v ctrl+s
        note:2 s y enter space o o d p v e
        note:3 s y enter space o o d p v e
        note:4 s y enter space o o d p
        note:5 s y enter space o o d p
        note:6 s y enter space o o d p
        note:8 s y enter space o o d p
        note:3 c ctrl+s enter
        note:5 c ctrl+s enter
        note:8 c ctrl+s enter
        note:1 s y enter space o o p
        note:1 s e ctrl+a ctrl+c
        note:1 e =Plainword ctrl+s s y right y
        note:1 p s right y o o
        note:6 d u U
        f3 ctrl+c s y o o
        f3 e ctrl+a ctrl+c
        f3 c escape s y
        f3 h ctrl+c escape y
        f5 =Privateword ctrl+c enter
        f5 =Openword enter s y
        m ctrl+c p n enter f10 ctrl+c j j enter escape comma escape f1 ctrl+c
        ctrl+p =picture enter
        ctrl+p =screenshot enter
        ctrl+p =Privateword enter
        """,
    ),
    "what was cleared": (
        CLEARED,
        """
        note:1 s right y
        note:1 s right enter space
        note:1 s right right o o
        note:1 s right y escape f3 s y
        f3 p p p p p s y
        """,
    ),
    "what stands there for herself": (
        HERS,
        """
        note:3 e f4
        note:2 e f4
        f2 =Privateword f4
        """,
    ),
}
"""What is pressed, by how much of the journal may leave with it."""
PRESSED = ways_in(TABLE)

FRAMEWORK = {
    "TEXTUAL": "debug,devtools",
    "TEXTUAL_DEBUG": "1",
    "TEXTUAL_LOG": "textual.log",
    "TEXTUAL_SCREENSHOT": "0",
    "TEXTUAL_SHOW_RETURN": "1",
    "PYTHONASYNCIODEBUG": "1",
}
"""What its builders ask the framework for; each writes down what is shown, pressed or given back."""

SHOWN = re.compile(rb"\x1b\[\?1049h.*?\x1b\[\?1049l", re.DOTALL)
"""What stands on the terminal only as long as the app does."""
TOLD = re.compile(rb"\x1b[\]PX^_](.*?)(?:\x07|\x1b\\)", re.DOTALL)
"""What a terminal takes for more than a drawing: clipboard, title, links, messages."""
CONTROLS = re.compile(rb"\x1b\[[0-9;?<>=]*[ -/]*[@-~]")


@dataclass(frozen=True)
class Left:
    """What left an app that somebody sat at."""

    code: int
    received: bytes
    """All that the terminal got."""

    @property
    def told(self) -> str:
        """What the terminal was told beside what it draws, clipboards in the clear."""
        told = TOLD.findall(self.received)
        copied = [base64.b64decode(one.split(b";")[2]) for one in told if one.startswith(b"52;")]
        return b"\n".join([*told, *copied]).decode()

    @property
    def stays(self) -> str:
        """What stands on the terminal once the app is gone."""
        return CONTROLS.sub(b"", SHOWN.sub(b"", self.received)).decode()


Sit = Callable[..., Left]
"""Sits down at the app in a home folder and takes steps."""


@pytest.fixture(scope="module")
def sit_down(tmp_path_factory: pytest.TempPathFactory, kept: Path) -> Sit:
    """Sits down, with more in the environment if need be."""
    tools = put_tools(tmp_path_factory.mktemp("tools"))

    def sit_(home: Path, steps: str, **more: str) -> Left:
        ours, theirs = pty.openpty()
        environ = {
            **around(home, tools, kept, "s/$/!/"),
            "PYTHONPATH": str(ROOT),
            "TERM": "xterm-256color",
            **more,
        }
        with subprocess.Popen(
            [sys.executable, "-m", "tests.tui.at_a_terminal", steps],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=home,
            env={**environ, "COLUMNS": "100", "LINES": "30"},
        ) as process:
            os.close(theirs)
            received = b""
            with suppress(OSError):  # how the other end is closed
                while data := os.read(ours, 65536):
                    received += data
        os.close(ours)
        return Left(process.returncode, received)

    return sit_


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory, warm: Warm, kept: Path) -> Path:
    """A home folder with the journal in it, to be copied, and settings, so that no newcomer is asked."""
    home, tools = tmp_path_factory.mktemp("home"), put_tools(tmp_path_factory.mktemp("tools"))
    fill(home, partial(type_line, warm=warm, tools=tools, kept=kept))
    (home / ".config" / "clearday").mkdir(parents=True)
    (home / ".config" / "clearday" / "config.toml").write_text("")
    return home


@pytest.mark.parametrize(("kind", "steps"), PRESSED, ids=[steps for _, steps in PRESSED])
def test_no_more_leaves_the_app_than_the_table_says(
    kind: str, steps: str, journal: Path, sit_down: Sit, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(journal, home)
    before = set(home.rglob("*"))
    left = sit_down(home, steps)
    files = words_by_file(home, before)
    seen = words_in(left.told).union(words_in(left.stays), *files.values())
    assert kind_of(TABLE, seen) == kind, f"{sorted(seen)}\n{files}\n{left.told}\n{left.stays}"
    assert left.stays.strip() == ""
    assert left.code == (-signal.Signals[steps.rsplit(maxsplit=1)[-1]] if "SIG" in steps else 0)
    ours = [path for path, words in files.items() if words - CLEARED and not path.name.startswith("tools-")]
    assert ours == []


def test_the_framework_writes_nothing_down_whatever_its_environment_asks(
    journal: Path, sit_down: Sit, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(journal, home)
    before = set(home.rglob("*"))
    left = sit_down(home, "=Privateword up f3 escape", **FRAMEWORK)
    assert (left.code, left.stays.strip(), words_in(left.told)) == (0, "", set())
    assert [path.name for path in come(home, before) if words_in(path.read_text("utf-8", "replace"))] == []
