"""What a journal or a file of notes holds, as plain frozen values: the common ground of every format.

Days and moments are ISO 8601 text here, exactly as they are stored, so that a copy of a journal is a
copy to the byte.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

Local = Callable[[date, time], datetime]
"""Gives a day and a wall-clock time the UTC offset that held then."""

Format = Literal["journal", "clearday", "markdown", "jrnl", "jrnl-json", "dayone", "jsonl"]
"""The formats notes come in, by the name a person gives them; a journal's own file does not go out this way."""

FORMATS: tuple[Format, ...] = ("clearday", "markdown", "jrnl", "jrnl-json", "dayone", "jsonl")
"""The formats notes come and go in."""
WITH_HISTORY: tuple[Format, ...] = ("journal", "clearday")
"""Those that hold every version of a note."""

NOON = time(12)
"""When a note was written that only knows its day."""

STARRED = "starred"
"""The tag that stands for the star of jrnl and Day One, which Clearday does not have."""


@dataclass(frozen=True, slots=True)
class Version:
    """One state that a note was ever in."""

    day: str
    """Local day, `2026-11-20`."""
    at: str
    """Moment with its UTC offset, ISO 8601."""
    zone: str
    """IANA name of the zone it was written in; empty when unknown."""
    text: str
    tags: tuple[str, ...]
    private: bool
    deleted: bool
    changed: str
    """When this version was made, ISO 8601; empty in formats that do not know, and then it is now."""

    @property
    def moment(self) -> datetime:
        """When it happened, as `at` says it: with the UTC offset of its place."""
        return datetime.fromisoformat(self.at)


@dataclass(frozen=True, slots=True)
class JournalNote:
    """A note with everything it ever was. Never without a version."""

    uid: str
    origin: str
    versions: tuple[Version, ...]
    """Oldest first; the last is what the note is now."""
    number: int = 0
    """Its number in the journal it comes from; 0 when it comes from elsewhere."""
    said: tuple[str, ...] = ()
    """What it answers, passes on or asks for now, in formats that know no more: kind, quote, who, link, until, and
    when that was said. Empty for an ordinary note."""

    @property
    def now(self) -> Version:
        """Its newest version, which the journal shows."""
        return self.versions[-1]


@dataclass(frozen=True, slots=True)
class WeekVersion:
    """A weekly note as it was saved once."""

    text: str
    base: str
    """The roll-up it was merged with, as the JSON that was kept beside it."""
    changed: str


@dataclass(frozen=True, slots=True)
class JournalWeek:
    """A weekly note with every version of it, oldest first."""

    id: str
    versions: tuple[WeekVersion, ...]


@dataclass(frozen=True, slots=True)
class KeptClearance:
    """One act of clearing, and the platforms and fingerprints it holds for."""

    source: str
    cleared_at: str
    packs: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...]
    fingerprints: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A part that left, and the clearance it left under, by its place in the list, counted from 1."""

    clearance: int
    source: str
    platform: str
    part: int
    parts: int
    route: str
    at: str
    text: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class KeptVariant:
    """A text that was edited for one platform, or None where a person went back to the source."""

    source: str
    platform: str
    text: str | None
    basis: str
    at: str


@dataclass(frozen=True, slots=True)
class KeptConsent:
    """What was recorded of the people in a picture."""

    photo: str
    state: str
    person: str
    purpose: str
    at: str


@dataclass(frozen=True, slots=True)
class KeptOccasion:
    """What a note answers, passes on or asks for, as it was said once."""

    note: int
    """The note's number in the journal it comes from."""
    kind: str
    quote: str
    who: str
    link: str
    until: str
    at: str

    @property
    def said(self) -> tuple[str, ...]:
        """All of it but the note's number."""
        return self.kind, self.quote, self.who, self.link, self.until, self.at


@dataclass(frozen=True, slots=True)
class KeptPerson:
    """What was said of naming a person."""

    name: str
    """As it was written."""
    standing: str
    role: str
    at: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that is in a journal, or that a file says of one."""

    notes: tuple[JournalNote, ...]
    weeks: tuple[JournalWeek, ...] = ()
    clearances: tuple[KeptClearance, ...] = ()
    ledger: tuple[LedgerLine, ...] = ()
    variants: tuple[KeptVariant, ...] = ()
    consents: tuple[KeptConsent, ...] = ()
    occasions: tuple[KeptOccasion, ...] = ()
    """In the order they were said."""
    people: tuple[KeptPerson, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read from a file or folder."""

    format: Format
    contents: Contents
    left_out: tuple[tuple[str, int], ...] = ()
    """What the journal has no place for, by kind, and how many: never silently dropped."""


def foreign_note(
    uid: str,
    origin: Format,
    *,
    day: date,
    at: datetime,
    text: str,
    tags: tuple[str, ...] = (),
    private: bool = False,
    zone: str = "",
    said: tuple[str, ...] = (),
) -> JournalNote:
    """A note from a format that knows one state of it and not when that came about."""
    state = Version(day.isoformat(), at.isoformat(), zone, text, tags, private, deleted=False, changed="")
    return JournalNote(uid, origin, (state,), said=said)
