"""What the app costs beside a bare Textual app with a text area, up to its first picture and once all is there.

Measured of each process, in rounds of one bare app, one with no notes and one with 100,000:
- CPU time (user and system, all threads), not time on the wall, up to the moment when the first screen that has
  its text area is handed to the terminal; and until rules, notes and words are there and nothing is at work;
- memory: the unique set size, which is what would be free if the process went, at both moments.
A ratio is taken within each round, where the machine is as busy for both; said is the median with its quartiles.
The least of all rounds is nearest to what a quiet machine would show.

Run: python -m tests.benchmarks.app [rounds]
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from storage.database import open_database
from tests.benchmarks.stopwatch import ROOT
from tests.storage.many import add_many

NOW = "2026-11-20T16:30:00-05:00"
ROUNDS = 15
TEXT = "Five people finished the new form without help, two more than last month. #forms"
MANY = 100_000

_REPORT = """
import asyncio, json, re, time
from textual.app import App
TAKEN = []
def take():
    with open("/proc/self/smaps_rollup") as file:
        own = sum(int(size) for size in re.findall(r"Private_(?:Clean|Dirty):\\s+(\\d+)", file.read()))
    TAKEN.extend([time.process_time(), own])
def watched(display):
    def shown(app, screen, picture):
        if picture is not None and not TAKEN and screen.query("TextArea"):
            take()
        display(app, screen, picture)
    return shown
App._display = watched(App._display)
async def report(pilot):
    await ready(pilot.app)
    take()
    print(json.dumps(TAKEN))
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
drawn = ready
async def ready(app):
    from tui.widgets.note_list import EmptyRow
    from tui.widgets.note_row import NoteRow
    while not app.screen.query(NoteRow) and not app.screen.query(EmptyRow):
        await asyncio.sleep(0.02)
    while any(not worker.is_finished for worker in app.workers):
        await asyncio.sleep(0.02)
    await drawn(app)
ClearApp(door).run(headless=True, size=(120, 40), auto_pilot=report)
"""
)

WHAT = ("CPU time up to the first picture", "memory then", "CPU time until all is there", "memory then")


def measured(script: str, env: Mapping[str, str], *arguments: str) -> list[float]:
    """What a process took, in the order of `WHAT`: seconds of CPU and bytes."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=dict(env),
        text=True,
    )
    first, then, there, last = json.loads(done.stdout.strip().splitlines()[-1])
    return [first, then * 1024, there, last * 1024]


def fill(path: str, size: int) -> None:
    """Put `size` notes, the last of them today's, into a new journal at `path`."""
    last = datetime(2026, 11, 20, 20, tzinfo=UTC)
    moments = [last - timedelta(minutes=17 * number) for number in reversed(range(size))]
    database = open_database(path)
    add_many(database, ((at, f"{number} {TEXT}") for number, at in enumerate(moments)))
    database.close()


def surroundings(folder: str) -> dict[str, str]:
    """An environment whose home is `folder`, with the settings of somebody in Canada."""
    Path(folder, "config.toml").write_text('jurisdiction = "ca"\n', encoding="utf-8")
    return {"HOME": folder, "PATH": os.environ["PATH"], "LANG": "en_CA.UTF-8", "CLEARDAY_NOW": NOW}


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        env = surroundings(folder)
        bare: list[list[float]] = []
        ours: dict[str, list[list[float]]] = {f"{size:,} notes": [] for size in (0, MANY)}
        for name, size in zip(ours, (0, MANY), strict=True):
            fill(f"{folder}/{name}.db", size)
            measured(OURS, env, f"{folder}/{name}.db")  # packs that were read once are kept for the next time
        for _ in range(rounds):
            bare.append(measured(BARE, env))
            for name, taken in ours.items():
                taken.append(measured(OURS, env, f"{folder}/{name}.db"))
    for part, what in enumerate(WHAT):
        print(what)
        floor = [one[part] for one in bare]
        print(f"  {'bare Textual, one text area':<30} {_size(part, floor)}")
        for name, taken in ours.items():
            mine = [one[part] for one in taken]
            print(f"  {'clearday, ' + name:<30} {_size(part, mine)}   {ratio(mine, floor)}")


def ratio(ours: list[float], bare: list[float]) -> str:
    """How often `bare` goes into `ours`, round by round: the median and, in brackets, the quartiles."""
    low, middle, high = quantiles((one / other for one, other in zip(ours, bare, strict=True)), n=4)
    return f"{middle:5.2f} × ({low:.2f} to {high:.2f})"


def _size(part: int, taken: list[float]) -> str:
    unit, by = ("MiB", 1 / 2**20) if "memory" in WHAT[part] else ("ms", 1000)
    return f"{median(taken) * by:7.1f} {unit:<3} (least {min(taken) * by:.1f})"


if __name__ == "__main__":
    main()
