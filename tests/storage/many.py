"""Many notes at once, by the road that every import takes."""

from collections.abc import Iterable
from datetime import datetime

from storage.exchange.arrival import bring_in
from storage.exchange.contents import Contents, Understood, foreign_note
from storage.opened import Opened
from storage.quicklog import new_uid


def add_many(database: Opened, notes: Iterable[tuple[datetime, str]]) -> int:
    """Add notes, each a moment and its words, all or none; returns how many were new."""
    held = (foreign_note(new_uid(), "jsonl", day=at.date(), at=at, text=text) for at, text in notes)
    understood = Understood("jsonl", Contents(tuple(held)))
    return bring_in(database, understood, now="2026-11-20T16:30:00-05:00").count("new")
