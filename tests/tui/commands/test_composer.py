"""`day` alone: five lines under the prompt, remarks while one writes, and nothing lost or kept by mistake."""

import json
import os
import pty
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Static

from rules.finding import Level
from tests.conftest import ROOT, Run
from tui.composer import Composer
from tui.composer_draft import ComposerDraft
from tui.desk import Desk
from tui.widgets.journal_line import JournalLine
from tui.widgets.line_remark import LineRemark

HELD = "The fund goes up 12 % next month."
DAY_ALONE = "import sys; sys.argv = ['day']; from tui.__main__ import day; sys.exit(day())"


def composer_on(desk: Desk, opens: threading.Event | None = None) -> Composer:
    from tui.opening import open_desk

    environ = {"CLEARDAY_NOW": desk.clock.now().isoformat()}
    opening = partial(open_desk, environ, journal=desk.path, config="/nowhere/config.toml")

    def opened() -> Desk:
        if opens:
            opens.wait()
        return opening()

    draft = ComposerDraft(desk.path, desk.clock)
    return Composer(desk.words, opened, draft, config="/nowhere/config.toml")


async def test_a_remark_comes_while_one_writes_and_enter_gives_the_words(desk: Desk) -> None:
    desk.log("Before. #forms")
    app = composer_on(desk)
    async with app.run_test(size=(80, 10)) as pilot:
        line = app.query_one(JournalLine)
        line.insert(f"{HELD} #fo")
        await until(pilot, lambda: line.level_on(0) is Level.WARNING and app.query_one(LineRemark).display)
        line.insert("r")
        assert line.suggestion == "ms"
        await pilot.press("ctrl+n", "x", "enter")
    assert app.return_value == (f"{HELD} #for\nx", False)


async def test_private_is_one_key_and_leaving_with_words_takes_two(desk: Desk) -> None:
    app = composer_on(desk)
    async with app.run_test(size=(80, 10)) as pilot:
        app.query_one(JournalLine).insert("Dentist.")
        await pilot.press("ctrl+l", "escape")
        assert app.is_running
        await pilot.press("enter")
    assert app.return_value == ("Dentist.", True)
    app = composer_on(desk)
    async with app.run_test(size=(80, 10)) as pilot:
        app.query_one(JournalLine).insert("Dentist.")
        await pilot.press("escape", "escape")
    assert app.return_value is None


def on_a_terminal(home: dict[str, str], typed: bytes) -> tuple[int, str]:
    """Run `day` alone on a terminal of its own and type when it is ready."""
    ours, theirs = pty.openpty()
    environ = {**home, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
    process = subprocess.Popen(
        [sys.executable, "-c", DAY_ALONE], stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=environ
    )
    os.close(theirs)
    screen = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:  # how Linux says that the other side is gone
            break
        if not chunk:
            break
        screen += chunk
        if typed and "❯".encode() in screen:
            os.write(ours, typed)
            typed = b""
    os.close(ours)
    return process.wait(timeout=60), screen.decode("utf-8", "replace")


def test_the_framework_prints_no_note_whatever_its_environment_asks(home: dict[str, str]) -> None:
    """What the composer gives back was printed, private or not, behind the line that says it is kept."""
    code, screen = on_a_terminal({**home, "TEXTUAL_SHOW_RETURN": "1"}, b"Between us.\x0c\r")
    assert code == 0
    assert "Kept as private note 1" in screen
    assert "returned" not in screen


def test_day_alone_on_a_terminal_keeps_what_is_written(home: dict[str, str], clearday: Run) -> None:
    code, screen = on_a_terminal(home, b"Five people finished the form.\r")
    assert code == 0
    assert "Kept as note 1" in screen
    notes = json.loads(clearday("day", "--json").out)
    assert [note["text"] for note in notes] == ["Five people finished the form."]


def test_day_alone_keeps_nothing_when_it_is_left(home: dict[str, str], clearday: Run) -> None:
    code, screen = on_a_terminal(home, b"\x11")
    assert code == 130
    assert "Nothing was kept" in screen
    assert json.loads(clearday("day", "--json").out) == []


@pytest.mark.parametrize("text", ["From a pipe.\n", "Two\nlines."])
def test_without_a_terminal_it_reads_what_it_is_given(clearday: Run, text: str) -> None:
    assert clearday("add", "--compose", stdin=text).code == 0
    assert json.loads(clearday("day", "--json").out)[0]["text"] == text


def test_a_note_given_as_arguments_never_loads_the_screen(home: dict[str, str]) -> None:
    script = (
        "import sys; from tui.cli import run; run(['add', 'Five people.']); print('textual' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, cwd=ROOT, env=home, text=True
    )
    assert done.stdout.strip() == "False"


async def until(pilot: Pilot[tuple[str, bool]], true: Callable[[], object]) -> None:
    for _ in range(600):
        if true():
            return
        await pilot.pause(0.05)
    raise AssertionError("it never came")


async def test_the_suggested_change_is_one_key_and_undone_as_typing_is(desk: Desk) -> None:
    app = composer_on(desk)
    async with app.run_test(size=(80, 20)) as pilot:
        line = app.query_one(JournalLine)
        line.insert(HELD)
        await until(pilot, lambda: line.findings)
        await pilot.press("f12")
        await until(pilot, lambda: line.text == f"||{HELD}||")
        assert "ctrl+z" in str(app.query_one("#composer-back", Static).content)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: line.text == HELD)


async def test_a_reason_and_not_this_are_one_key_each(desk: Desk) -> None:
    app = composer_on(desk)
    async with app.run_test(size=(80, 30)) as pilot:
        line = app.query_one(JournalLine)
        line.insert(f"{HELD} Azure is the best platform there is, you should buy it.")
        await until(pilot, lambda: len(line.findings) == 2)
        await pilot.press("f9")
        await until(pilot, lambda: len(line.findings) == 1)
        await pilot.press("f7")
        await until(pilot, lambda: app.screen.is_modal)
        await pilot.press(*"public", "enter")
        await until(pilot, lambda: not line.findings and not app.query_one(LineRemark).display)
    assert {one.waiver.reason for one in desk.register.all()} == {"public", desk.words("not-this-reason")}


async def test_words_typed_after_the_warning_are_warned_of_again(desk: Desk) -> None:
    app = composer_on(desk)
    async with app.run_test(size=(80, 10)) as pilot:
        app.query_one(JournalLine).insert("Half a thought")
        await pilot.press("escape", "s", "escape")
        assert app.is_running
        await pilot.press("enter")
    assert app.return_value == ("Half a thoughts", False)


async def test_what_is_said_of_a_picture_before_the_desk_is_open_is_kept(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "wall.png").write_bytes(b"x")
    opens = threading.Event()
    app = composer_on(desk, opens)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+f")
        await chosen(pilot, "A picture, by its file")
        await pilot.press(*str(tmp_path / "wall.png"), "enter")
        await until(pilot, lambda: "What does it show" in shown(app))
        await pilot.press(*"A wall", "enter")
        await chosen(pilot, "Nobody")
        assert desk.photos.history() == []
        opens.set()
        await until(pilot, lambda: "![A wall]" in app.query_one(JournalLine).text)
    [consent] = desk.photos.history()
    assert consent.state == "nobody"


def shown(app: Composer) -> str:
    """Everything on the screen."""
    return "".join(segment.text for strip in app.screen._compositor.render_strips() for segment in strip)


async def chosen(pilot: Pilot[tuple[str, bool]], answer: str) -> None:
    """Answer the question once it stands there."""

    def button() -> Button | None:
        return next((one for one in pilot.app.screen.query(Button) if str(one.label) == answer), None)

    await until(pilot, button)
    found = button()
    assert found is not None
    found.press()
    await pilot.pause()
