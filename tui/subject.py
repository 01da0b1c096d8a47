"""A text that may be cleared, as the gate is asked about it. Apart from the gate, which most sittings never need."""

from dataclasses import dataclass

from storage.records import Note, Occasion
from tui.occasions import Told


@dataclass(frozen=True, slots=True)
class Subject:
    """A text that may be cleared: a note, a week, or one handed in."""

    key: str
    """`note:12`, `week:2026-W47`, or `text`."""
    name: str
    """Its public id: `12`, `2026-W47`, `12@x` for what was edited for X, or `-`."""
    text: str
    """Its Markdown source."""
    private: bool = False
    platform: str = ""
    """The platform it was edited for, by id; empty for the source itself, which goes everywhere."""
    bare: bool = False
    """A title and nothing under it, as a week without notes has."""
    occasion: Occasion | None = None
    """What a note answers, passes on or asks for; None for anything else."""

    @property
    def reply(self) -> bool:
        """Whether it answers somebody: the names at its head are then counted as the platform does in a reply."""
        return self.occasion is not None and self.occasion.kind == "reply"


def key_of(note: Note) -> str:
    """The key under which what is known of a note is kept."""
    return f"note:{note.id}"


def of_note(note: Note, told: Told) -> Subject:
    """A note, as its readers get it."""
    return Subject(key_of(note), str(note.id), told.text, note.private, occasion=told.occasion)
