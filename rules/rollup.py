"""The roll-up: the notes of a week as a draft people would publish.

By workstream, because that is how real government weeknotes are written: a tag that two or more
notes of the week share is a workstream; `#thanks`, `#learned`, `#stuck` and `#next` (and their French
names) are standing sections; everything else is gathered at the end. Nothing is dropped and no word
of a note is changed. The same notes give the same draft, byte for byte.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rules.week import Week

STANDING: dict[str, tuple[str, ...]] = {
    "learned": ("learned", "learnt", "til", "appris"),
    "stuck": ("stuck", "blocked", "bloqué", "bloque"),
    "thanks": ("thanks", "merci", "mercis"),
    "next": ("next", "suite", "prochain"),
}
"""Section key and the tags, casefolded, that send a note there; in the order the sections stand."""


@dataclass(frozen=True, slots=True)
class DayNote:
    """What the roll-up needs to know of a note. Private notes are never handed to it."""

    id: int
    day: date
    text: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One passage of the draft and the notes it was made from."""

    text: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A weekly note before anybody edited it."""

    week: Week
    title: str
    sections: tuple[Section, ...]
    gaps: tuple[date, ...]
    """Working days, Monday to Friday, that are past or today and have no note at all."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The words of the draft in one language."""

    title: str
    """The title, complete."""
    standing: dict[str, str]
    """Section key, as in `STANDING`, to its heading."""
    rest: str
    """Heading of what belongs to no section, when there are others."""
    only: str
    """Heading when there is nothing else."""


def roll_up(
    week: Week, notes: Sequence[DayNote], headings: Headings, *, noted: frozenset[date], today: date
) -> Draft:
    """The draft of `week` from its shareable `notes`, which come in the order they happened.

    `noted` are the days that have any note, private ones included: they are not gaps.
    """
    streams = _workstreams(notes)
    gathered: dict[str, list[Line]] = {key: [] for key in (*streams, *STANDING, "")}
    for note in notes:
        gathered[_section(note, streams)].append(Line(note.text.strip("\r\n"), (note.id,)))
    titles = {key: _heading(tag) for key, tag in streams.items()} | headings.standing
    alone = not any(lines for key, lines in gathered.items() if key)
    titles[""] = headings.only if alone else headings.rest
    sections = tuple(Section(titles[key], tuple(gathered[key])) for key in _order(streams) if gathered[key])
    return Draft(week, headings.title, sections, _gaps(week, noted, today))


def _workstreams(notes: Sequence[DayNote]) -> dict[str, str]:
    spelling: dict[str, str] = {}
    count: Counter[str] = Counter()
    for note in notes:
        for tag in note.tags:
            spelling.setdefault(tag.casefold(), tag)
            count[tag.casefold()] += 1
    standing = {tag for tags in STANDING.values() for tag in tags}
    shared = [key for key in spelling if count[key] > 1 and key not in standing]
    return {f"#{key}": spelling[key] for key in sorted(shared, key=lambda key: -count[key])}


def _section(note: DayNote, streams: dict[str, str]) -> str:
    tags = [tag.casefold() for tag in note.tags]
    for key, names in STANDING.items():
        if any(tag in names for tag in tags):
            return key
    return next((f"#{tag}" for tag in tags if f"#{tag}" in streams), "")


def _order(streams: dict[str, str]) -> tuple[str, ...]:
    return (*streams, "", *STANDING)


def _heading(tag: str) -> str:
    return tag[:1].upper() + tag[1:].replace("_", " ")


def _gaps(week: Week, noted: frozenset[date], today: date) -> tuple[date, ...]:
    return tuple(day for day in week.days[:5] if day <= today and day not in noted)
