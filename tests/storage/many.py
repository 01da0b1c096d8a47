"""Many notes at once, by the road that every import takes; many lines of the ledger in one go."""

from collections.abc import Iterable
from datetime import UTC, datetime

from storage.clearances import ClearanceStore
from storage.database import Journal
from storage.exchange.arrival import bring_in
from storage.exchange.contents import Contents, Understood, foreign_note
from storage.opened import Opened
from storage.quicklog import new_uid
from storage.records import Shared


def add_many(database: Opened, notes: Iterable[tuple[datetime, str]]) -> int:
    """Add notes, each a moment and its words, all or none; returns how many were new."""
    held = (foreign_note(new_uid(), "jsonl", day=at.date(), at=at, text=text) for at, text in notes)
    understood = Understood("jsonl", Contents(tuple(held)))
    return bring_in(database, understood, now="2026-11-20T16:30:00-05:00").count("new")


def share_many(path: str, left: Iterable[tuple[datetime, str]]) -> None:
    """Enter in the ledger of the journal at `path` that texts left note 1, each a moment and its words."""
    journal = Journal(path)
    store = ClearanceStore(journal)
    before = datetime(2026, 1, 1, tzinfo=UTC)
    given = store.add("note:1", cleared_at=before, packs=(), answers=(), fingerprints={})
    with journal.database.atomic():
        for at, text in left:
            store.record(given, Shared("note:1", "x", 1, 1, "clipboard", at, text))
    journal.close()
