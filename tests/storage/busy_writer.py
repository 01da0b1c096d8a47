"""A program that writes to a journal in every way there is, and says on stdout what is safely in it.

Run: python -m tests.storage.busy_writer JOURNAL SEED. Tests kill it at any moment.
"""

import random
import sys
from datetime import UTC, date, datetime

from storage.database import Journal
from storage.notes import NoteStore
from storage.quicklog import append
from storage.records import SavedWeek
from storage.weeks import WeekStore
from tests.storage.many import add_many

NOW = datetime(2026, 11, 20, 21, 30, tzinfo=UTC)
DAY = date(2026, 11, 20)


def main(path: str, seed: int) -> None:
    """Write until killed; a line `KIND WORDS` is printed only when WORDS are in the journal for good."""
    chance = random.Random(seed)
    journal = Journal(path)
    notes, weeks = NoteStore(journal), WeekStore(journal)
    for round_ in range(10_000):
        mark = f"{seed}-{round_}"
        kind = chance.choice(("add", "edit", "week", "import"))
        if kind == "add":
            append(path, f"add {mark}", day="2026-11-20", at="2026-11-20T16:30:00-05:00", instant=round_)
        elif kind == "edit":
            _edit(journal, notes, mark)
        elif kind == "week":
            saved = weeks.get("2026-W47")
            weeks.save(
                SavedWeek("2026-W47", f"week {mark}", "{}", saved.version if saved else 0), changed=NOW
            )
        else:
            add_many(journal.database, [(NOW, f"import {mark} {n}") for n in range(40)])
        print(kind, mark, flush=True)


def _edit(journal: Journal, notes: NoteStore, mark: str) -> None:
    from dataclasses import replace

    here = notes.between(DAY, DAY)
    if not here:
        add_many(journal.database, [(NOW, "first")])
        here = notes.between(DAY, DAY)
    notes.revise(replace(here[-1], text=f"edit {mark}"), changed=NOW)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
