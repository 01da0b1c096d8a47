"""What a waiver or a line of the ledger belongs to: its name in words, and the way to it."""

from textual.message import Message

from rules.week import Week
from tui.desk import Desk
from tui.screens.requests import OpenDay, OpenWeek
from tui.wording import Words


def source_named(words: Words, source: str) -> str:
    """`note:12` as `note 12`, `week:2026-W47` as the week's title; anything else is a text from outside."""
    kind, _, name = source.partition(":")
    name = name.partition("@")[0]
    week = Week.named(name) if kind == "week" else None
    if week is not None:
        return words.week_title(week)
    return words("source-note", name=name) if kind == "note" else words("source-outside")


def source_short(words: Words, source: str) -> str:
    """The same where a list has little room: `note 12`, `2026-W47`."""
    kind, _, name = source.partition(":")
    return name.partition("@")[0] if kind == "week" else source_named(words, source)


def day_or_week(desk: Desk, source: str) -> Message | None:
    """The request that opens `source`; None for a text from outside. Raises NoSuchNote. On the journal's thread."""
    kind, _, name = source.partition(":")
    name = name.partition("@")[0]
    week = Week.named(name) if kind == "week" else None
    if week is not None:
        return OpenWeek(week)
    if kind != "note" or not name.isdigit():
        return None
    note = desk.note(int(name)).note
    return OpenDay(note.day, note.id)
