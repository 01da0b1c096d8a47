"""What the app costs beside a bare Textual app with a text area: its first picture, memory, a key in a long week.

Run: python -m tests.benchmarks.app
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import TextArea

from rules.week import Week
from storage.database import open_database
from tests.benchmarks.stopwatch import ROOT
from tests.storage.many import add_many
from tui.app import ClearApp
from tui.opening import open_desk
from tui.screens.requests import OpenWeek
from tui.widgets.week_editor import WeekEditor

NOW = "2026-11-20T16:30:00-05:00"
WORDS = 10_000
KEYS = 60
TIMES = 5
TEXT = "Five people finished the new form without help, two more than last month. #forms"

_REPORT = """
import asyncio, json, re, sys, time
from textual.app import App
FIRST = []
def watched(display):
    # The first time that a screen with its text area is handed to the terminal.
    def shown(app, screen, picture):
        if picture is not None and not FIRST and screen.query("TextArea"):
            FIRST.append(time.process_time())
        display(app, screen, picture)
    return shown
App._display = watched(App._display)
async def report(pilot):
    await ready(pilot.app)
    taken = time.process_time()
    # Not getrusage: what it calls the peak of a new process begins with that of the one that started it.
    peak = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
    print(json.dumps([FIRST[0], taken, int(peak[1])]))
    pilot.app.exit()
async def ready(app):
    drawn = asyncio.Event()
    app.call_after_refresh(drawn.set)
    await drawn.wait()
"""
BARE = (
    """
from textual.app import App
from textual.widgets import TextArea
"""
    + _REPORT
    + """
class Bare(App):
    def compose(self): yield TextArea()
    def on_mount(self): self.query_one(TextArea).focus()
Bare().run(headless=True, size=(120, 40), auto_pilot=report)
"""
)
OURS = (
    """
import os, sys
import tui.cli  # what `clearday` reads before it knows that the app is wanted
from tui.context import Context
from tui.wording import Words
door = Context(os.environ, Words("en"), sys.argv[1], os.path.join(os.environ["HOME"], "config.toml")).doorway()
from tui.app import ClearApp
"""
    + _REPORT
    + """
first = ready
async def ready(app):
    from tui.widgets.note_list import EmptyRow
    from tui.widgets.note_row import NoteRow
    while not app.screen.query(NoteRow) and not app.screen.query(EmptyRow):
        await asyncio.sleep(0.02)
    await first(app)
ClearApp(door).run(headless=True, size=(120, 40), auto_pilot=report)
"""
)


def measured(script: str, env: dict[str, str], *arguments: str) -> list[float]:
    """CPU seconds of a process up to its first picture and up to all of it, and its peak of memory (KiB)."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=env,
        text=True,
    )
    taken: list[float] = json.loads(done.stdout.strip().splitlines()[-1])
    return taken


def fill(path: str, size: int) -> None:
    """Put `size` notes, the last of them today's, into a new journal at `path`."""
    last = datetime(2026, 11, 20, 20, tzinfo=UTC)
    moments = [last - timedelta(minutes=17 * number) for number in reversed(range(size))]
    database = open_database(path)
    add_many(database, ((at, f"{number} {TEXT}") for number, at in enumerate(moments)))
    database.close()


class Bare(App[None]):
    """A text area and nothing else."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The text area."""
        yield TextArea(self._text, soft_wrap=True)


Key = tuple[float, float]
"""Seconds until a key is drawn, and seconds of the screen's own thread in it."""


async def keystrokes(pilot: Pilot[None], times: int = KEYS) -> list[Key]:
    """What each of `times` keys takes until the screen is drawn."""
    taken = []
    for number in range(times + 5):
        begun, worked = time.perf_counter(), time.thread_time()
        await pilot.press("abcde "[number % 6])
        taken.append((time.perf_counter() - begun, time.thread_time() - worked))
    return taken[5:]


async def in_a_bare_app(text: str) -> list[Key]:
    """The keys of a bare text area."""
    async with Bare(text).run_test(size=(120, 40)) as pilot:
        pilot.app.query_one(TextArea).move_cursor((40, 10))
        return await keystrokes(pilot)


async def in_our_week(text: str, folder: str) -> list[Key]:
    """The keys of a weekly note that a person writes in."""
    environ = {"CLEARDAY_NOW": NOW, "HOME": folder, "TZ": "America/Toronto"}
    desk = open_desk(environ, journal=f"{folder}/week.db")
    week = Week.of(desk.clock.today())
    desk.log("A note.")
    desk.save_week(desk.week(week), text)
    app = ClearApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        app.post_message(OpenWeek(week))
        while not app.screen.query(WeekEditor) or not app.screen.query_one(WeekEditor).text:
            await pilot.pause(0.05)
        editor = app.screen.query_one(WeekEditor)
        while editor.read_only:
            await pilot.press("e")
        editor.move_cursor((40, 10))
        return await keystrokes(pilot)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "config.toml").write_text('jurisdiction = "ca"\n', encoding="utf-8")
        env = {"HOME": folder, "PATH": os.environ["PATH"], "LANG": "en_CA.UTF-8", "CLEARDAY_NOW": NOW}
        for size in (0, 100_000):
            fill(f"{folder}/{size}.db", size)
        _first_picture(folder, env)
        _a_key_in_a_long_week(folder)


def _first_picture(folder: str, env: dict[str, str]) -> None:
    runs = {
        "bare Textual, one text area": lambda: measured(BARE, env),
        "clearday, 0 notes": lambda: measured(OURS, env, f"{folder}/0.db"),
        "clearday, 100,000 notes": lambda: measured(OURS, env, f"{folder}/100000.db"),
    }
    taken: dict[str, list[list[float]]] = {name: [] for name in runs}
    for _ in range(TIMES):  # in turns, so that whatever else the machine does meets all of them
        for name, run in runs.items():
            taken[name].append(run())
    bare = [median(one[part] for one in taken["bare Textual, one text area"]) for part in range(3)]
    print("CPU time up to the first picture, and until notes and rules are there; the peak of memory by then")
    for name, ones in taken.items():
        first, there, peak = (median(one[part] for one in ones) for part in range(3))
        print(
            f"  {name:<28} first {first * 1000:6.0f} ms {first / bare[0]:5.2f} ×"
            f"   there {there * 1000:6.0f} ms {there / bare[1]:5.2f} ×   {peak / 1024:5.0f} MiB {peak / bare[2]:5.2f} ×"
        )


def _a_key_in_a_long_week(folder: str) -> None:
    line = "Five people finished the new form without help and two more asked how. "
    text = "\n\n".join([line * 5] * (WORDS // (len(line.split()) * 5)))
    bare: list[Key] = []
    ours: list[Key] = []
    for number in range(3):
        bare += asyncio.run(in_a_bare_app(text))
        Path(folder, str(number)).mkdir()
        ours += asyncio.run(in_our_week(text, f"{folder}/{number}"))
    print(f"A key in a week of {len(text.split()):,} words")
    for part, what in enumerate(("until it is drawn", "of the screen's thread")):
        plain, mine = ([one[part] for one in ones] for ones in (bare, ours))
        for name, ones in (("bare text area", plain), ("clearday", mine)):
            print(
                f"  {what:<24} {name:<16} median {median(ones) * 1000:6.1f} ms   p95 {_p95(ones) * 1000:6.1f} ms"
            )
        print(
            f"  {what:<24} {'more':<16} median {(median(mine) - median(plain)) * 1000:6.1f} ms"
            f"   p95 {(_p95(mine) - _p95(plain)) * 1000:6.1f} ms"
        )


def _p95(ones: list[float]) -> float:
    return quantiles(ones, n=20)[-1]


if __name__ == "__main__":
    main()
