"""What the journal holds, as plain frozen values. Days are local days; moments carry their UTC offset."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

ActKind = Literal["edit", "delete", "private", "public", "restore", "week", "occasion"]
"""What was done: words rewritten, set aside, private or no longer, an old version restored, a week saved,
another kind of note."""

OutcomeKind = Literal["done", "dropped"]
"""What became of something a person meant to do next."""


@dataclass(frozen=True, slots=True)
class Note:
    """One entry of the journal in its current version."""

    id: int
    """Its number in this journal, never given twice."""
    day: date
    """The local day it belongs to."""
    at: datetime
    """The moment it was logged for, with the UTC offset of that place and time."""
    text: str
    """The words, code point for code point as they were given."""
    tags: tuple[str, ...] = ()
    """Tags given beside the text, without `#`. Hashtags inside the text are not repeated here."""
    private: bool = False
    """Kept out of every roll-up and never shared."""
    version: int = 1
    """How many versions it has had; the first is 1."""
    deleted: bool = False
    """Set aside; still in the journal with its history."""


OccasionKind = Literal["note", "reply", "passing-on", "call"]
"""An ordinary note; an answer to somebody's question; somebody else's item, passed on; a call for expertise."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a note answers, passes on or asks for: kept beside it, never among its words."""

    kind: OccasionKind
    quote: str = ""
    """The question that a reply answers, as it was asked."""
    who: str = ""
    """Who asked, or whose item it is."""
    link: str = ""
    """Where the question stands, where the item is, or where to answer a call."""
    until: str = ""
    """By when a call is to be answered, as it was typed."""
    at: datetime | None = None
    """When it was said; None for one that is not kept yet."""

    @property
    def written(self) -> tuple[str, ...]:
        """All of it but the moment, in the order of the fields."""
        return self.kind, self.quote, self.who, self.link, self.until


@dataclass(frozen=True, slots=True)
class SavedWeek:
    """A weekly note as last saved."""

    id: str
    """ISO year and week, `2026-W47`."""
    text: str
    """Its Markdown, hand edits included."""
    base: str
    """The roll-up it was last merged with, as the JSON that the desk wrote."""
    version: int


@dataclass(frozen=True, slots=True)
class WeekVersion:
    """A version of a weekly note."""

    week: SavedWeek
    changed: datetime
    """When it was saved."""


PersonStanding = Literal["colleague", "agreed", "refused", "nobody"]
"""A colleague in a public role; someone who agreed to be named; someone who did not; no person at all."""


@dataclass(frozen=True, slots=True)
class Person:
    """What was said of naming a person."""

    name: str
    """As it was written."""
    standing: PersonStanding
    role: str
    """What to write in the place of the name; empty where nothing was said."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Clearance:
    """One act of clearing by a person."""

    id: int
    source: str
    """What was cleared: `note:12`, `week:2026-W47`, or `text`."""
    cleared_at: datetime
    packs: tuple[tuple[str, str], ...]
    """Id and version of each rule pack it was read against."""
    answers: tuple[tuple[str, str], ...]
    """Rule and the reason or answer the person gave."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A reason that a person gave for a passage, bound to its words and not to a place."""

    id: int
    key: str
    """What it is bound to, as a finding's `key` has it."""
    rule: str
    source: str
    """Where it was given: `note:12`, `week:2026-W47`, or `text`."""
    reason: str
    author: str
    given: datetime
    until: date | None = None
    """The last day it stands; None: as long as its words do."""
    ended: datetime | None = None
    """When a person took it back."""

    def stands(self, today: date) -> bool:
        """Whether it was neither taken back nor has run out."""
        return self.ended is None and (self.until is None or today <= self.until)


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of one rule's remarks in this journal, each counted once for the words it was about."""

    rule: str
    made: int
    answered: int
    """Answered or given a reason when a text was cleared."""
    waived: int
    """Given a reason before."""
    reworded: int
    """Gone, because the words were changed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an intention, and when."""

    note: int
    """The number of the note that named it."""
    kind: OutcomeKind
    day: date
    """The local day it was done or dropped."""


ALT: Final = "alt-"
"""Stands before the route of a picture's description."""

MARKS: Final = ("posted", "unposted")
"""The routes that are a person's word about a part, not a way it left by."""


@dataclass(frozen=True, slots=True)
class Shared:
    """One line of the ledger: a part that left, or what a person said became of it."""

    source: str
    platform: str
    part: int
    parts: int
    route: str
    """How it left: `screen`, `clipboard`, `osc52`, `file`, `json`, `link`; `posted` and `unposted` are a person's
    own word that it can be read there, or not after all. `alt-clipboard` and its like: what left is a picture's
    description, and `part` of `parts` says which picture's."""
    at: datetime
    text: str = ""
    """What left, to the letter; empty for what left before the ledger kept it, and after a purge."""
    link: str = ""
    """Where it can be read, as a person pasted it."""
    clearance: int = 0
    """Number of the act of clearing it left under."""
    id: int = 0
    """Its number in the ledger."""

    @property
    def beside(self) -> bool:
        """Whether a picture's description left, not a part of the text."""
        return self.route.startswith(ALT)

    @property
    def way(self) -> str:
        """The route, whatever it was that left."""
        return self.route.removeprefix(ALT)


@dataclass(frozen=True, slots=True)
class Variant:
    """A text edited for one platform, in the place of its source."""

    source: str
    """`note:12` or `week:2026-W47`."""
    platform: str
    text: str
    """Its Markdown, private passages included."""
    basis: str
    """SHA-256, in hex, of the source's text when it was edited."""
    at: datetime


ConsentState = Literal["nobody", "asked", "given", "refused"]
"""Nobody can be recognised; the people were asked and have not answered; they agreed; they did not."""


@dataclass(frozen=True, slots=True)
class Consent:
    """What is recorded of the people in a picture."""

    photo: str
    """The picture as notes name it."""
    state: ConsentState
    person: str
    """Who said so; empty where nobody had to be asked."""
    purpose: str
    """What they said yes to."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Version:
    """One state a note was ever in."""

    note: Note
    changed: datetime
    """When it was written."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person did to a note or a week that can be taken back, and done again."""

    id: int
    kind: ActKind
    source: str
    """`note:12` or `week:2026-W47`."""
    before: int
    """The version it started from; of an occasion the line that stood, 0 for none."""
    after: int
    """The version, or the line, that it wrote."""
    at: datetime

    @property
    def name(self) -> str:
        """The public id of what it was done to: `12` or `2026-W47`."""
        return self.source.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Draft:
    """Words that were being written and are not kept yet."""

    source: str
    """Where they were written: `line`, `composer`, `note:12` or `week:2026-W47`."""
    text: str
    version: int
    """The version they started from; 0 where there was none."""
    day: date | None
    """The local day they were written for; None where their source says it."""
    at: datetime
    """When they were last written to disk."""
    private: bool = False
    """Whether the note they become stays private."""
