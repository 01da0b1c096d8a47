"""What it costs to go somewhere in a big journal: from a key to the picture of what it asks for.

Measured is CPU time of a key and of all that follows it, until nothing is at work and the picture is drawn: of the
screen's own thread, which keeps a person from typing on, and of the whole process. Said is the least of the rounds.
Three journals: 100,000 notes; a day of 10,000 notes; a note of 500 versions beside a ledger of 10,000 lines.

Run: python -m tests.benchmarks.places [rounds]
"""

import asyncio
import sqlite3
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta

from storage.database import open_database
from tests.benchmarks.app import MANY, TEXT, fill, surroundings
from tests.benchmarks.keys import Key, opened, still
from tests.storage.many import add_many, share_many
from tui.opening import open_desk
from tui.screens.places import PLACES

LONG_DAY = 10_000
LINES = 10_000
VERSIONS = 500
ROUNDS = 3

Step = tuple[str, Sequence[str]]
"""What is done, and with which keys."""

IN_MANY: tuple[Step, ...] = (
    ("the week (w)", ("up", "w")),
    ("back to the line", ("escape",)),
    ("a day earlier", ("up", "left")),
    ("the calendar (m)", ("m",)),
    ("a week down in it", ("down",)),
    ("the year's grid", ("tab",)),
    ("a week on in it", ("left",)),
    ("a year back in it", ("home",)),
    ("back", ("escape",)),
    ("search (f5)", ("f5",)),
    ("its first letter", ("p",)),
    ("its second", ("e",)),
    ("its word's end", ("o", "p", "l", "e")),
    ("down in what is found", ("down",)),
    ("open it", ("enter",)),
    ("all places (o)", ("o",)),
    ("back", ("escape",)),
    ("search (f5)", ("f5",)),
    ("state:held, the newest", ("s", "t", "a", "t", "e", "colon", "h", "e", "l", "d")),
    ("and further (f7)", ("f7",)),
)
IN_A_LONG_DAY: tuple[Step, ...] = (
    ("up from the line", ("up",)),
    ("a note up", ("up",)),
    ("to the first that is drawn", ("g",)),
    ("a page more", ("up",)),
    ("to its first", ("g",)),
    ("a page more again", ("up",)),
    ("to the last of the day", ("G",)),
    ("to the line", ("escape",)),
    ("a word and enter", ("a", "b", "c", "enter")),
    ("the day before", ("up", "left")),
    ("and back", ("right",)),
    ("the calendar (m)", ("m",)),
    ("a day earlier in it", ("left",)),
    ("and back to the long day", ("right",)),
    ("open it", ("enter",)),
    ("the week (w)", ("up", "w")),
)
IN_A_LEDGER: tuple[Step, ...] = (
    ("history (h)", ("up", "h")),
    ("a version down", ("down",)),
    ("to the oldest", ("end",)),
    ("back", ("escape",)),
    ("all places (o)", ("o",)),
    ("the ledger", ("home", *["down"] * list(PLACES).index("ledger"), "enter")),
    ("a line down", ("down",)),
    ("to the last that is read", ("end",)),
    ("and a page on", ("end",)),
    ("the week (w)", ("w",)),
)


def fill_day(path: str) -> None:
    """Make a journal at `path` whose today has `LONG_DAY` notes."""
    first = datetime(2026, 11, 20, 13, tzinfo=UTC)
    database = open_database(path)
    add_many(database, ((first + timedelta(seconds=n), f"{n} {TEXT}") for n in range(LONG_DAY)))
    database.close()


def fill_ledger(path: str) -> None:
    """Make a journal at `path` with one note of `VERSIONS` versions and `LINES` lines in the ledger."""
    fill(path, 1)
    ask = "UPDATE note SET text = ?, version = version + 1"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(ask, ((f"{n} {TEXT}",) for n in range(VERSIONS)))
    first = datetime(2026, 1, 1, tzinfo=UTC)
    share_many(path, ((first + timedelta(minutes=40 * n), f"{n} {TEXT}") for n in range(LINES)))


async def walk(folder: str, name: str, steps: Sequence[Step]) -> list[tuple[str, Key]]:
    """What opening the journal `name` and each of `steps` takes."""
    desk = open_desk(surroundings(folder), journal=f"{folder}/{name}.db")
    app = opened(desk)
    taken = []
    own, whole = time.thread_time(), time.process_time()
    async with app.run_test(size=(120, 40)) as pilot:
        for what, keys in (("open", ()), *steps):
            for key in keys:
                await pilot.press(key)
            await still(app)
            taken.append((what, (time.thread_time() - own, time.process_time() - whole)))
            own, whole = time.thread_time(), time.process_time()
    return taken


def main() -> None:
    """Print the tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        fill(f"{folder}/many.db", MANY)
        fill_day(f"{folder}/day.db")
        fill_ledger(f"{folder}/ledger.db")
        for title, name, steps in (
            (f"A journal of {MANY:,} notes", "many", IN_MANY),
            (f"A day of {LONG_DAY:,} notes", "day", IN_A_LONG_DAY),
            (f"A note of {VERSIONS} versions, a ledger of {LINES:,} lines", "ledger", IN_A_LEDGER),
        ):
            print(title)
            walks = [asyncio.run(walk(folder, name, steps)) for _ in range(rounds)]
            for step in zip(*walks, strict=True):
                own, whole = (min(key[part] for _, key in step) * 1000 for part in (0, 1))
                print(f"  {step[0][0]:<28} screen's thread {own:7.1f} ms   process {whole:7.1f} ms")


if __name__ == "__main__":
    main()
