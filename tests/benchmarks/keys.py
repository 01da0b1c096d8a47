"""What a key costs: in a week of 10,000 words and on the line beside a bare text area, in calendar and search.

Measured is CPU time of a key until the screen is drawn, at the median and the 95th percentile: of the screen's
own thread, which is what a person waits for, and of the whole process, with what is read or kept beside it.
Not time on the wall, which is that of whatever else the machine does. Bare and ours take turns, a new app each.
The same key meets the same text in every round, so what it costs is the least of its rounds, and what ours costs
more is told key by key. Garbage collections are counted and timed apart: when they come depends on all that was made
since the last, in the bare app too, and not on the key that they fall into.
In calendar and search, of a journal of 100,000 notes, also what follows a key after which nobody types on:
until what it asks for is drawn.

Run: python -m tests.benchmarks.keys [rounds]
"""

import asyncio
import gc
import sys
import tempfile
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles

from textual.app import App, ComposeResult
from textual.widgets import TextArea

from rules.week import Week
from tests.benchmarks.app import MANY, fill, surroundings
from tui.app import ClearApp
from tui.desk import Desk
from tui.opening import open_desk
from tui.screens.requests import OpenWeek
from tui.widgets.week_editor import WeekEditor

WORDS = 10_000
KEYS = 60
ROUNDS = 5
_WARM = 5

Key = tuple[float, float]
"""Seconds of the screen's own thread in a key, and of the whole process, collections left out."""


class Collections:
    """What the garbage collector takes: how often, and how many seconds, on the screen's thread and on all."""

    def __init__(self) -> None:
        self.many = 0
        self.own = self.whole = 0.0
        self._screen = threading.get_ident()
        self._began = 0.0

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Count and time them meanwhile."""
        gc.callbacks.append(self._told)
        try:
            yield
        finally:
            gc.callbacks.remove(self._told)

    def _told(self, phase: str, _: dict[str, int]) -> None:
        if phase == "start":
            self._began = time.thread_time()
            return
        taken = time.thread_time() - self._began
        self.many += 1
        self.whole += taken
        self.own += taken if threading.get_ident() == self._screen else 0.0


COLLECTED: dict[str, Collections] = {}
"""By the name of the app, those that fell into its keys."""

Rounds = tuple[list[list[Key]], list[list[Key]]]
"""The keys of each round, of a bare app and of ours."""


class Bare(App[None]):
    """A text area and nothing else."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The text area."""
        yield TextArea(self._text, soft_wrap=True)


async def keystrokes(app: App[None], keys: Sequence[str], then: Callable[[], Awaitable[None]]) -> list[Key]:
    """What each of `keys`, and what is waited for after it, takes; the first are to warm up and left out."""
    taken = []
    garbage = COLLECTED.setdefault(type(app).__name__, Collections())
    with garbage.watched():
        for name in keys:
            own, whole = time.thread_time() - garbage.own, time.process_time() - garbage.whole
            await press(app, name)
            await then()
            taken.append(
                (time.thread_time() - garbage.own - own, time.process_time() - garbage.whole - whole)
            )
    return taken[_WARM:]


async def press(app: App[None], name: str) -> None:
    """Press a key and wait until what it changed is drawn.

    Not by `Pilot.press`, which waits for every widget on the screen: that takes longer the more there are.
    """
    app.simulate_key(name)
    focused = app.focused or app.screen
    for pump in (app, app.screen, focused):  # the way that a key goes
        done = asyncio.Event()
        pump.call_later(done.set)
        await done.wait()
    drawn = asyncio.Event()
    focused.call_after_refresh(drawn.set)
    await drawn.wait()


async def at_once() -> None:
    """Wait for nothing: somebody types on."""


def letters(many: int = KEYS + _WARM) -> str:
    """Keys as they are typed."""
    return ("abcd e" * many)[:many].replace(" ", "x")


def opened(desk: Desk) -> ClearApp:
    """The app as the command begins it: what there is once the desk is open is never collected again."""
    gc.unfreeze()
    gc.collect()
    gc.disable()
    return ClearApp(desk)


async def in_a_bare_app(text: str) -> list[Key]:
    """The keys of a bare text area."""
    async with Bare(text).run_test(size=(120, 40)) as pilot:
        pilot.app.query_one(TextArea).move_cursor((40 if text else 0, 0))
        return await keystrokes(pilot.app, letters(), at_once)


async def in_our_week(text: str, folder: str) -> list[Key]:
    """The keys of a weekly note that a person writes in."""
    desk = open_desk(surroundings(folder), journal=f"{folder}/week.db")
    week = Week.of(desk.clock.today())
    desk.log("A note.")
    desk.save_week(desk.week(week), text)
    app = opened(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        app.post_message(OpenWeek(week))
        while not app.screen.query(WeekEditor) or not app.screen.query_one(WeekEditor).text:
            await pilot.pause(0.05)
        editor = app.screen.query_one(WeekEditor)
        while editor.read_only:
            await pilot.press("e")
        editor.move_cursor((40, 0))
        return await keystrokes(pilot.app, letters(), at_once)


async def on_our_line(folder: str) -> list[Key]:
    """The keys of the line to type in, below today's notes."""
    app = opened(open_desk(surroundings(folder), journal=f"{folder}/{MANY}.db"))
    async with app.run_test(size=(120, 40)) as pilot:
        await still(app)
        return await keystrokes(pilot.app, letters(), at_once)


async def elsewhere(folder: str, opens: str, keys: Sequence[str], *, wait: bool) -> list[Key]:
    """The keys of the place that the key `opens` leads to; with `wait` also what each asks for."""
    app = opened(open_desk(surroundings(folder), journal=f"{folder}/{MANY}.db"))
    async with app.run_test(size=(120, 40)) as pilot:
        await still(app)
        await pilot.press("up", opens)
        await still(app)
        return await keystrokes(pilot.app, keys, (lambda: still(app)) if wait else at_once)


async def still(app: App[None]) -> None:
    """Wait until nothing is at work and what there is is drawn."""
    await asyncio.sleep(0)
    while any(not worker.is_finished for worker in app.workers):
        await asyncio.sleep(0.01)
    drawn = asyncio.Event()
    app.call_after_refresh(drawn.set)
    await drawn.wait()


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    line = "Five people finished the new form without help and two more asked how. "
    text = "\n\n".join([line * 5] * (WORDS // (len(line.split()) * 5)))
    with tempfile.TemporaryDirectory() as folder:
        fill(f"{folder}/{MANY}.db", MANY)
        week: Rounds = [], []
        on_line: Rounds = [], []
        for number in range(rounds):
            Path(folder, str(number)).mkdir()
            week[0].append(asyncio.run(in_a_bare_app(text)))
            week[1].append(asyncio.run(in_our_week(text, f"{folder}/{number}")))
            on_line[0].append(asyncio.run(in_a_bare_app("")))
            on_line[1].append(asyncio.run(on_our_line(folder)))
        beside(f"A week of {len(text.split()):,} words", *week)
        beside("The line", *on_line)
        tell_collected(rounds)
        days = ("right", "down", "left", "left", "down", "right", "up") * 5
        for name, opens, keys in (("Calendar", "m", days), ("Search", "slash", "people 4711 form two month")):
            pressed = ["space" if one == " " else one for one in keys]
            print(f"{name}, {MANY:,} notes")
            say("a key", asyncio.run(elsewhere(folder, opens, pressed, wait=False)))
            say("and what it asks for", asyncio.run(elsewhere(folder, opens, pressed, wait=True)))


def beside(title: str, bare: Sequence[list[Key]], ours: Sequence[list[Key]]) -> None:
    """Print both, and what ours costs more, key by key."""
    print(title)
    plain, mine = least(bare), least(ours)
    say("bare text area", plain)
    say("clearday", mine)
    say("more", [(one[0] - other[0], one[1] - other[1]) for one, other in zip(mine, plain, strict=True)])


def least(rounds: Sequence[list[Key]]) -> list[Key]:
    """What each key costs: the least of the rounds."""
    return [(min(own for own, _ in one), min(whole for _, whole in one)) for one in zip(*rounds, strict=True)]


def tell_collected(rounds: int) -> None:
    """Print what the collector took of the keys above."""
    keys = rounds * 2 * (KEYS + _WARM)
    for name, garbage in COLLECTED.items():
        print(f"Collections in {keys} keys of {name}: {garbage.many}, {garbage.whole * 1000:.1f} ms in all")


def say(name: str, taken: list[Key]) -> None:
    """Print one row."""
    _print(name, _sizes(taken))


def _sizes(taken: list[Key]) -> list[float]:
    found = []
    for part in (0, 1):
        cuts = quantiles([one[part] for one in taken], n=20, method="inclusive")
        found += [cuts[9], cuts[18]]
    return found


def _print(name: str, sizes: list[float]) -> None:
    own, own95, whole, whole95 = (size * 1000 for size in sizes)
    print(
        f"  {name:<22} screen's thread {own:6.1f} ms, p95 {own95:6.1f} ms"
        f"   process {whole:6.1f} ms, p95 {whole95:6.1f} ms"
    )


if __name__ == "__main__":
    main()
