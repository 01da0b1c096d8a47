"""Draws every picture in this folder from the real app on the example journal.

Run from the checkout: python -m screenshots.capture
The same versions of Textual and Rich give the same bytes; `.ci/constraints.txt` names them.
"""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from tui import demo
from tui.app import ClearApp
from tui.desk import Desk
from tui.opening import open_desk

HERE = Path(__file__).parent
NOW = "2026-11-20T16:30:00-05:00"
NOTE = 27
"""The note of the example that a reason can clear."""

Drive = Callable[[Pilot[None]], Awaitable[None]]
_WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


@dataclass(frozen=True)
class Scene:
    """One picture: how large, in which colours and language, and what was done before it was taken."""

    name: str
    drive: Drive
    size: tuple[int, int] = (110, 32)
    theme: str = "clearday-dark"
    language: str = "en"


async def settle(pilot: Pilot[None]) -> None:
    """Wait until everything asked for has been done and drawn."""
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after another, each when the one before has been dealt with."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def today(pilot: Pilot[None]) -> None:
    """The day, with the stopped note selected."""
    await press(pilot, "up", "up", "up")


async def week(pilot: Pilot[None]) -> None:
    """The weekly note."""
    await press(pilot, "f3")


async def clear(pilot: Pilot[None]) -> None:
    """Thursday's note before the gate, a reason being typed."""
    await press(pilot, "up", "left", "c", *"Public", "space", *"since", "space", *"12")


async def share(pilot: Pilot[None]) -> None:
    """The cleared note, in parts for X, the first one sent to the terminal before."""
    await press(pilot, "up", "left", "s", "n")


async def search(pilot: Pilot[None]) -> None:
    """What is found as it is typed."""
    await press(pilot, "f5", *"form")


async def help_page(pilot: Pilot[None]) -> None:
    """Help for where one is."""
    await press(pilot, "f1")


async def palette(pilot: Pilot[None]) -> None:
    """Every command by name."""
    await press(pilot, "f8")


async def history(pilot: Pilot[None]) -> None:
    """Every version of a note that was rewritten, an older one selected."""
    await press(pilot, "up", "h", "down", "down")


SCENES = (
    Scene("01-today", today),
    Scene("02-week", week),
    Scene("03-clear", clear),
    Scene("04-share", share),
    Scene("05-search", search),
    Scene("06-help", help_page),
    Scene("07-commands", palette),
    Scene("08-today-light", today, theme="clearday-light"),
    Scene("09-aujourdhui", today, language="fr"),
    Scene("10-today-narrow", today, size=(60, 20)),
    Scene("11-history", history),
)


def example(folder: str, scene: Scene) -> Desk:
    """A desk on the example journal in `folder`."""
    config = Path(folder, "config.toml")
    config.write_text(f'language = "{scene.language}"\ntheme = "{scene.theme}"\n')
    environ = {"CLEARDAY_NOW": NOW, "HOME": folder, "TZ": "America/Toronto"}
    desk = open_desk(environ, journal=os.path.join(folder, "journal.db"), config=str(config))
    desk.exchange.bring_in(os.path.join(os.path.dirname(demo.__file__), "journal.jsonl"))
    if scene.drive is share:
        held = desk.inspect(desk.subject(str(NOTE)))
        desk.clear(held.subject, dict.fromkeys(held.owed, desk.words("demo-answer")))
        desk.outbox.record(desk.release(held.subject, desk.platforms["x"]), [1], "osc52")
    if scene.drive is history:
        last = desk.day(desk.clock.today())[-1].note
        first = desk.rewrite(last, last.text.replace(".", ", and we are glad of it.", 1)).note
        desk.set_private(desk.rewrite(first, last.text).note, True)
    return desk


async def draw(scene: Scene, folder: str) -> str:
    """The picture of a scene, as SVG."""
    app = ClearApp(example(folder, scene))
    async with app.run_test(size=scene.size, notifications=True) as pilot:
        await settle(pilot)
        await scene.drive(pilot)
        for widget in app.screen.query("*"):
            if hasattr(widget, "cursor_blink"):
                widget.cursor_blink = False
        await settle(pilot)
        # No picture may fetch anything when it is looked at.
        return _WEB_FONTS.sub("", app.export_screenshot(title="Clearday"))


def draw_all() -> dict[str, str]:
    """Every picture by its file name."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION"):
        os.environ.pop(name, None)
    pictures = {}
    for scene in SCENES:
        with tempfile.TemporaryDirectory() as folder:
            pictures[f"{scene.name}.svg"] = asyncio.run(draw(scene, folder))
    return pictures


def main() -> int:
    """Draw them all into this folder."""
    for name, picture in draw_all().items():
        (HERE / name).write_text(picture, encoding="utf-8")
        print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
