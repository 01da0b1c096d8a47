"""Nothing leaves but through the gate, and a fault never prints a note."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from textual.widgets import TextArea

from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.widgets.journal_line import JournalLine

ROOT = Path(__file__).parent.parent.parent
SECRET = "launch-code-4417"

FAULTS = {
    "an action": "def fault(self): secret = SECRET; raise ValueError(SECRET)",
    "a worker": "@work\nasync def fault(self): secret = SECRET; raise ValueError(SECRET)",
    "a thread": "@work(thread=True)\ndef fault(self): secret = SECRET; raise ValueError(SECRET)",
    "an error that draws itself": """
class Loud(ValueError):
    def __rich__(self): return SECRET
def fault(self): raise Loud(SECRET)
""",
    "drawing": """
class Bad(Widget):
    def render(self): secret = SECRET; raise ValueError(SECRET)
def fault(self): self.screen.mount(Bad())
""",
    "the journal's thread": """
def read(): secret = SECRET; raise ValueError(SECRET)
@work
async def fault(self): await self._thread.ask(read)
""",
    "nothing": 'def fault(self): self.screen.query_one("JournalLine").insert(SECRET); self.log(SECRET)',
}

PROGRAM = """
import os, sys
from textual import work
from textual.widget import Widget
from tui.app import ClearApp
from tui.opening import open_desk
SECRET = "%s"
%s
ClearApp.action_help = fault
desk = open_desk(os.environ, journal=sys.argv[1])
desk.log(SECRET)
async def person(pilot):
    await pilot.press("f1")
    await pilot.pause(0.2)
    pilot.app.exit()
app = ClearApp(desk)
app.run(headless=True, size=(80, 24), auto_pilot=person)
sys.exit(1 if app.fault else 0)
"""


def run(program: str, home: dict[str, str], tmp_path: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "journal.db")],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**home, "PYTHONPATH": str(ROOT), **more},
        timeout=60,
    )


@pytest.mark.parametrize("where", [where for where in FAULTS if where != "nothing"])
def test_a_fault_is_one_sentence_without_a_word_of_the_journal(
    where: str, home: dict[str, str], tmp_path: Path
) -> None:
    program = PROGRAM % (SECRET, FAULTS[where])
    done = run(program, home, tmp_path, TEXTUAL="debug,devtools")
    said = " ".join((done.stdout + done.stderr).split())
    assert done.returncode == 1
    assert SECRET not in done.stdout + done.stderr
    assert "Traceback" not in said
    assert said.count("Clearday met a fault") == 1
    assert "is safe in the journal" in said


def test_a_fault_is_said_in_french_to_who_reads_french(home: dict[str, str], tmp_path: Path) -> None:
    program = PROGRAM % (SECRET, FAULTS["an action"])
    done = run(program, home, tmp_path, LANG="fr_CA.UTF-8")
    assert "en sûreté dans le journal" in " ".join(done.stderr.split())


def test_the_framework_keeps_no_log_of_what_is_typed(home: dict[str, str], tmp_path: Path) -> None:
    log = tmp_path / "textual.log"
    program = PROGRAM % (SECRET, FAULTS["nothing"])
    done = run(program, home, tmp_path, TEXTUAL_LOG=str(log))
    assert done.returncode == 0
    assert not log.exists() or SECRET not in log.read_text("utf-8")


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+x"])
async def test_copying_in_an_editor_stays_inside(
    desk: Desk, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit(desk) as person:
        sent: list[str] = []
        assert person.app._driver is not None
        monkeypatch.setattr(person.app._driver, "write", sent.append)
        await person.write("Not cleared.")
        line = person.page.query_one(JournalLine)
        line.select_all()
        await person.press(key)
        assert person.app.clipboard == "Not cleared."
        assert not [data for data in sent if "\x1b]52" in data]
        assert "inside Clearday only" in person.said[0]
        line.text = ""
        await person.press("ctrl+v")
        assert line.text == "Not cleared."


async def test_copying_a_selection_on_the_screen_stays_inside(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.log("Between us.", private=True)
    async with sit(desk) as person:
        sent: list[str] = []
        assert person.app._driver is not None
        monkeypatch.setattr(person.app._driver, "write", sent.append)
        person.app.screen.text_select_all()
        person.app.screen.action_copy_text()
        await person.settle()
        assert not [data for data in sent if "\x1b]52" in data]


async def test_no_picture_and_no_file_is_ever_saved(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with sit(desk) as person:
        before = set(tmp_path.rglob("*"))
        for action in ("screenshot", "screenshot('a.svg', '.')"):
            await person.app.run_action(action)
        person.app.save_screenshot("b.svg", str(tmp_path))
        person.app.deliver_screenshot("c.svg", str(tmp_path))
        from io import BytesIO, StringIO

        person.app.deliver_text(StringIO("x"), save_directory=tmp_path, save_filename="d.txt")
        person.app.deliver_binary(BytesIO(b"x"), save_directory=tmp_path, save_filename="e.bin")
        await person.settle()
        assert {path for path in set(tmp_path.rglob("*")) - before if "journal" not in path.name} == set()
        assert "saves no pictures" in person.said[0]


def test_only_the_sharing_screen_is_given_the_way_to_the_terminal() -> None:
    named = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tui").rglob("*.py")
        if "hand_to_terminal" in path.read_text("utf-8")
    ]
    assert sorted(named) == ["tui/routes.py", "tui/walls.py"]
    assert (ROOT / "tui/routes.py").read_text("utf-8").count("hand_to_terminal") == 1


async def test_ctrl_c_with_nothing_selected_says_how_to_leave(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.press("f3", "escape", "up", "ctrl+c")
        assert "ctrl+q leaves" in person.said[0]
        assert person.app.is_running
        assert not isinstance(person.app.focused, TextArea) or os.path.exists(desk.path)
