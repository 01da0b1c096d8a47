"""What the command line and the screens show, as plain values. Nothing here touches the journal."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rules.finding import Finding
from rules.week import Week
from storage.records import Note, Occasion

if TYPE_CHECKING:
    from tui.seeking import Looked

State = Literal["draft", "held", "cleared", "shared"]
"""`held`: something was found and no clearance holds. `shared`: a cleared part of it left."""


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note with what a person wants to know of it at a glance."""

    note: Note
    tags: tuple[str, ...]
    """Tags given beside the text and hashtags in it, each once, without `#`."""
    state: State
    findings: tuple[Finding, ...]
    """Those about what stands beside the note point at no place in it (0 to 0)."""
    occasion: Occasion | None = None
    """What it answers, passes on or asks for; None for an ordinary note."""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search."""

    notes: tuple[NoteView, ...]
    more: bool
    """Whether there are more than were asked for."""
    unknown: tuple[str, ...]
    """Filters that could not be understood, as typed."""
    looked: "Looked | None" = None
    """How far it came where notes had to be looked into and not all were; those that were not may be meant too."""


@dataclass(frozen=True, slots=True)
class Purging:
    """What purging a note takes for good, and what stays."""

    number: int
    """The note's number."""
    versions: int
    """Versions that go."""
    clearances: int
    """Clearances that stay, with the reasons typed and without the note's text."""
    shared: int
    """Lines of the ledger that stay."""
    weeks: tuple[Week, ...]
    """Saved weekly notes of its days, which may quote it and are left as they are."""
