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
TIMES = 7
TEXT = "Five people finished the new form without help, two more than last month. #forms"

_REPORT = """
async def report(pilot):
    import json, re, time
    await ready(pilot.app)
    taken = time.process_time()
    # Not getrusage: what it calls the peak of a new process begins with that of the one that started it.
    peak = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
    print(json.dumps([taken, int(peak[1])]))
    pilot.app.exit()
async def ready(app):
    import asyncio
    drawn = asyncio.Event()
    app.call_after_refresh(drawn.set)
    await drawn.wait()
"""
BARE = (
    _REPORT
    + """
from textual.app import App
from textual.widgets import TextArea
class Bare(App):
    def compose(self): yield TextArea()
    def on_mount(self): self.query_one(TextArea).focus()
Bare().run(headless=True, size=(120, 40), auto_pilot=report)
"""
)
OURS = (
    _REPORT
    + """
import os, sys
from tui.app import ClearApp
from tui.opening import open_desk
app = ClearApp(open_desk(os.environ, journal=sys.argv[1]))
if sys.argv[2] == "notes":
    first = ready
    async def ready(app):
        import asyncio
        from tui.widgets.note_row import NoteRow
        while not app.screen.query(NoteRow):
            await asyncio.sleep(0.02)
        await first(app)
app.run(headless=True, size=(120, 40), auto_pilot=report)
"""
)


def measured(script: str, env: dict[str, str], *arguments: str) -> tuple[float, float]:
    """CPU seconds and peak memory (KiB) of a process up to what `script` waits for."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=env,
        text=True,
    )
    taken, peak = json.loads(done.stdout.strip().splitlines()[-1])
    return taken, peak


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


async def keystrokes(pilot: Pilot[None], times: int = KEYS) -> list[float]:
    """Seconds that each of `times` keys takes until the screen is drawn."""
    taken = []
    for number in range(times + 5):
        begun = time.perf_counter()
        await pilot.press("abcde "[number % 6])
        taken.append(time.perf_counter() - begun)
    return taken[5:]


async def in_a_bare_app(text: str) -> list[float]:
    """The keys of a bare text area."""
    async with Bare(text).run_test(size=(120, 40)) as pilot:
        pilot.app.query_one(TextArea).move_cursor((40, 10))
        return await keystrokes(pilot)


async def in_our_week(text: str, folder: str) -> list[float]:
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
        env = {"HOME": folder, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "CLEARDAY_NOW": NOW}
        for size in (0, 100_000):
            fill(f"{folder}/{size}.db", size)
        _first_picture(folder, env)
        _a_key_in_a_long_week(folder)


def _first_picture(folder: str, env: dict[str, str]) -> None:
    runs = {
        "bare Textual, one text area": lambda: measured(BARE, env),
        "first picture, 0 notes": lambda: measured(OURS, env, f"{folder}/0.db", "first"),
        "first picture, 100,000 notes": lambda: measured(OURS, env, f"{folder}/100000.db", "first"),
        "the day's notes there, 100,000 notes": lambda: measured(OURS, env, f"{folder}/100000.db", "notes"),
    }
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
    for _ in range(TIMES):  # in turns, so that whatever else the machine does meets all of them
        for name, run in runs.items():
            taken[name].append(run())
    floor = [median(one[part] for one in taken["bare Textual, one text area"]) for part in (0, 1)]
    print("First picture (CPU time of the process) and memory (its peak)")
    for name, ones in taken.items():
        seconds, peak = (median(one[part] for one in ones) for part in (0, 1))
        print(
            f"  {name:<40} {seconds * 1000:8.0f} ms {seconds / floor[0]:6.2f} ×"
            f" {peak / 1024:8.0f} MiB {peak / floor[1]:6.2f} ×"
        )


def _a_key_in_a_long_week(folder: str) -> None:
    line = "Five people finished the new form without help and two more asked how. "
    text = "\n\n".join([line * 5] * (WORDS // (len(line.split()) * 5)))
    bare: list[float] = []
    ours: list[float] = []
    for number in range(3):
        bare += asyncio.run(in_a_bare_app(text))
        Path(folder, str(number)).mkdir()
        ours += asyncio.run(in_our_week(text, f"{folder}/{number}"))
    print(f"A key in a week of {len(text.split()):,} words (until it is drawn)")
    for name, ones in (("bare text area", bare), ("clearday", ours)):
        print(
            f"  {name:<40} median {median(ones) * 1000:6.1f} ms   95th percentile {_p95(ones) * 1000:6.1f} ms"
        )
    print(f"  {'more at the 95th percentile':<40} {(_p95(ours) - _p95(bare)) * 1000:6.1f} ms")


def _p95(ones: list[float]) -> float:
    return quantiles(ones, n=20)[-1]


if __name__ == "__main__":
    main()
