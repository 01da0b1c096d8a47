"""Every screen and dialog of the app on the example journal, one after another in one sitting.

The pictures in this folder and the text renderings in tests/tui/pictures are both made from these scenes.
"""

import os
import re
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from screenshots.waiting import PAUSES, lasting, press, settle
from tui import demo
from tui.app import ClearApp
from tui.desk import Desk
from tui.opening import open_desk
from tui.screens.welcome import WelcomePage

_TELLING = ("NO_COLOR", "TEXTUAL_THEME", "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "VISUAL", "EDITOR")
"""What of the surroundings would show."""
NOW = "2026-11-20T16:30:00-05:00"
_AROUND = {"CLEARDAY_NOW": NOW, "CLEARDAY_READER": "small", "TZ": "America/Toronto", "LANG": "en_GB.UTF-8"}
"""The same for everybody who draws them: the reader is the one that is always there."""
ANSWERABLE = 27
"""The note of the example that a reason can clear: Thursday's last."""
REWRITTEN = 31
"""The last one of Friday."""


@dataclass(frozen=True)
class Scene:
    """One screen: its name, what is pressed from today's line, and what was done in the journal before.

    A step is a key, `=words` to be written where the cursor is, or `@place` to be opened.
    """

    name: str
    steps: str = ""
    before: Callable[[Desk], None] | None = None


def _cleared(desk: Desk) -> None:
    held = desk.inspect(desk.subject(str(ANSWERABLE)))
    desk.clear(held.subject, dict.fromkeys(held.owed, desk.words("demo-answer")))
    desk.outbox.record(desk.release(held.subject, desk.platforms["x"]), [1], "osc52")


def _rewritten(desk: Desk) -> None:
    last = desk.note(REWRITTEN).note
    first = desk.rewrite(last, last.text.replace(".", ", and we are glad of it.", 1)).note
    desk.set_private(desk.rewrite(first, last.text).note, True)


SCENES = (
    Scene("today", "up g j"),
    Scene("writing", "=The#fund#goes#up#next#month,#but#it#has#not#been#announced#yet."),
    Scene("leaving", "=Ask#about#the#room ctrl+q"),
    Scene("week", "f3"),
    Scene("reason", "up left end r"),
    Scene("clear", "up left end c =Public#since#12#November."),
    Scene("share", "up left end s n", _cleared),
    Scene("search-lesson", "f5"),
    Scene("search", "f5 =form#tag:forms"),
    Scene("calendar", "up m left left"),
    Scene("more", "f10 down down"),
    Scene("ledger", "@ledger"),
    Scene("rules", "@rules down down"),
    Scene("waivers", "@waivers"),
    Scene("calibration", "@calibration"),
    Scene("backups", "@backups"),
    Scene("settings", "@settings"),
    Scene("help", "f1"),
    Scene("commands", "f8"),
    Scene("history", "up end h down down", _rewritten),
    Scene("friday", "@friday"),
)
"""On the example journal, in this order: what one leaves behind the next one shows."""

EMPTY = (
    Scene("welcome", "@welcome"),
    Scene("empty-journal"),
    Scene("empty-week", "f3"),
    Scene("empty-ledger", "@ledger"),
    Scene("empty-waivers", "@waivers"),
    Scene("empty-calibration", "@calibration"),
)
"""On a journal without a single note."""

Taken = tuple[Scene, ClearApp]
PLACE = "/tmp" if os.path.isdir("/tmp") else None
"""Where the journal lies for the while: a folder whose name is always as long."""
_FOLDER = re.compile(r"/tmp/tmp[0-9a-z_]{8}")
_SHOWN = "/home/farida/day"
"""What is shown in its place, as long as it is, so that lines break where they did."""


async def do(step: str, app: ClearApp, pilot: Pilot[None]) -> None:
    """Press a key, write `=words` or open an `@place`, and wait until it is done and drawn."""
    if step == "@welcome":
        app.push_screen(WelcomePage(app._thread))
    elif step.startswith("@"):
        app.action_open(step[1:])
    elif step.startswith("="):
        words, focused = step[1:].replace("#", " "), app.focused
        if isinstance(focused, TextArea):
            focused.insert(words)
        elif isinstance(focused, Input):
            focused.insert_text_at_cursor(words)
    else:
        await press(pilot, step)
    await settle(pilot)


async def hold_still(app: ClearApp, pilot: Pilot[None]) -> None:
    """Let no cursor blink in the picture that is taken next."""
    for widget in app.screen.query("*"):
        if hasattr(widget, "cursor_blink"):
            widget.cursor_blink = False
    await settle(pilot)


async def _home(app: ClearApp, pilot: Pilot[None]) -> None:
    app.workers.cancel_all()  # whoever still waits for the answer to a question
    while len(app.screen_stack) > 1:
        await app.pop_screen()
    app._home.line.text = ""
    app.clear_notifications()
    app._home.action_back()
    app._home.line.focus()
    await settle(pilot)


async def _walk(app: ClearApp, pilot: Pilot[None], scenes: Sequence[Scene]) -> AsyncIterator[Taken]:
    for scene in scenes:
        await _home(app, pilot)
        if scene.before:
            scene.before(app._thread.desk)
            app._home.load()
            await settle(pilot)
        for step in scene.steps.split():
            await do(step, app, pilot)
        await hold_still(app, pilot)
        yield scene, app
    await _home(app, pilot)


@contextmanager
def _somebody() -> Iterator[None]:
    # The register names who gave a reason.
    told = {"LOGNAME": "farida", "COLORTERM": "truecolor"}
    before = {name: os.environ.get(name) for name in (*told, *_TELLING)}
    for name in _TELLING:
        os.environ.pop(name, None)
    os.environ.update(told)
    try:
        yield
    finally:
        os.environ.update({name: value for name, value in before.items() if value is not None})


@asynccontextmanager
async def sitting(
    size: tuple[int, int], language: str, theme: str, *, example: bool
) -> AsyncIterator[tuple[ClearApp, Pilot[None]]]:
    """The app on a journal of its own, with the example's notes or without any."""
    # Paths are relative to the folder, so that they read the same wherever it lies.
    with TemporaryDirectory(dir=PLACE) as folder, chdir(folder), _somebody():
        Path("config.toml").write_text(f'language = "{language}"\ntheme = "{theme}"\n', encoding="utf-8")
        desk = open_desk({**_AROUND, "HOME": folder}, journal="journal.db", config="config.toml")
        if example:
            desk.exchange.bring_in(os.path.join(os.path.dirname(demo.__file__), "journal.jsonl"))
        app = ClearApp(desk)
        with lasting(0, *PAUSES):
            async with app.run_test(size=size, notifications=True) as pilot:
                await settle(pilot)
                yield app, pilot
        desk.close()


async def all_scenes(
    size: tuple[int, int], *, language: str = "en", theme: str = "clearday-dark", empty: bool = True
) -> AsyncIterator[Taken]:
    """Every scene as it stands on the screen; look at the app before asking for the next one."""
    for scenes in (SCENES, EMPTY) if empty else (SCENES,):
        async with sitting(size, language, theme, example=scenes is SCENES) as (app, pilot):
            async for taken in _walk(app, pilot, scenes):
                yield taken


def text_of(app: ClearApp) -> str:
    """The screen as characters, line by line, what is only padding left out at the ends."""
    strips = app.screen._compositor.render_strips()
    return masked("\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips))


def masked(drawn: str) -> str:
    """What was drawn, without the place where it was."""
    return _FOLDER.sub(_SHOWN, drawn)
