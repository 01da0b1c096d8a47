"""The roll-up: the notes of a week as a draft people would publish.

Which heading a note stands under is the shape's to say (rules/week_shape.py). A workstream is a tag that
two or more notes of the week share. Nothing is dropped and no word of a note is changed, but that hashtags
behind the last sentence may be left out; the same notes and the same shape give the same draft, byte for byte.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from rules.closing_tags import Tags, without_closing_tags
from rules.paragraphs import laid_out
from rules.rule import Language
from rules.week import is_working
from rules.week_shape import Layout, Part, WeekShape, as_opening

_COUNT: Final = "{count}"
_PHOTOS: Final = re.compile(r"(?:\s*!\[[^\]]*\]\([^()\s]+\))+(?:\s*#\w[\w-]*)*\s*")
"""Nothing but pictures, perhaps with tags behind them."""


_Place = tuple[int, str]
"""Number of a part of the shape, and the workstream or day within it; empty for a part that is not divided."""


@dataclass(frozen=True, slots=True)
class DayNote:
    """What the roll-up needs to know of a note. Private notes are never handed to it."""

    id: int
    day: date
    text: str
    tags: tuple[str, ...]
    kind: str = ""
    """`reply`, `passing-on` or `call`; empty for an ordinary note."""


@dataclass(frozen=True, slots=True)
class Line:
    """One passage of the draft and the notes it was made from."""

    text: str
    notes: tuple[int, ...]
    pieces: tuple[tuple[str, int], ...] = ()
    """Where several notes were joined: what each gave, as it stands in `text`, and its number."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines. Without a title its lines stand under the title of the week."""

    title: str
    lines: tuple[Line, ...]
    stem: str = ""
    """A title that counts its notes, without their number; empty for any other."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A weekly note before anybody edited it."""

    title: str
    sections: tuple[Section, ...]
    gaps: tuple[date, ...]
    """Working days, Monday to Friday, that are past or today and have no note at all."""
    context: str = ""
    """The line under the title."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The words of the draft in one language."""

    title: str
    """The title, complete."""
    language: Literal["en", "fr"]
    day: Callable[[date], str]
    """What a day is called as a heading."""
    context: str = ""
    """One line on what the work is for, under the title; empty for none."""
    standing: frozenset[str] = frozenset()
    """Titles of sections that a saved text has: a part keeps the name it has there, whatever stands before it now."""


def roll_up(
    days: Sequence[date],
    notes: Sequence[DayNote],
    headings: Headings,
    shape: WeekShape,
    *,
    noted: frozenset[date],
    today: date,
    layout: Layout | None = None,
    tags: Tags = "written",
    carried: Sequence[DayNote] = (),
    posted: Sequence[Line] = (),
) -> Draft:
    """The draft of `days`, a week or any other period, from its shareable `notes`, in the order they happened.

    `noted` are the days that have any note, private ones included, and the days off: they are not gaps.
    `layout` is used instead of the shape's own; `tags` says what becomes of hashtags behind a note's last
    sentence. `carried` are earlier notes that name what is still to be done: they stand first in the part that
    carries, and nowhere in a shape without one. So do the lines that tell what was `posted`, in the part for them.
    """
    streams = _workstreams(notes, shape)
    gathered = _gathered(notes, carried, shape, streams)
    if tags == "left-out":
        gathered = {place: list(map(_untagged, some)) for place, some in gathered.items()}
    order = sorted(gathered, key=lambda key: (key[0], _rank(key[1], streams)))
    sections = tuple(_sections(order, gathered, headings, shape, layout or shape.layout))
    told = _posted(sections, order, posted, shape, headings)
    return Draft(headings.title, told, _gaps(days, noted, today), headings.context)


def _sections(
    order: Sequence[_Place],
    gathered: Mapping[_Place, list[DayNote]],
    headings: Headings,
    shape: WeekShape,
    laid: Layout,
) -> Iterator[Section]:
    for place in order:
        part, within = place
        yield _section(shape.parts[part], within, gathered[place], headings, laid, first=place == order[0])


def _gathered(
    notes: Sequence[DayNote], carried: Sequence[DayNote], shape: WeekShape, streams: dict[str, str]
) -> dict[_Place, list[DayNote]]:
    """The notes of each place, what was carried first in the part that carries."""
    gathered: dict[_Place, list[DayNote]] = {}
    if carried and shape.carrying is not None:
        gathered[shape.carrying, ""] = list(carried)
    for note in notes:
        gathered.setdefault(_place(note, shape, streams), []).append(note)
    return gathered


def _untagged(note: DayNote) -> DayNote:
    # Once its tags have placed it.
    return replace(note, text=without_closing_tags(note.text))


def _posted(
    sections: tuple[Section, ...],
    order: Sequence[_Place],
    posted: Sequence[Line],
    shape: WeekShape,
    headings: Headings,
) -> tuple[Section, ...]:
    if not posted or shape.posting is None:
        return sections
    place = sum(key[0] < shape.posting for key in order)
    title = shape.parts[shape.posting].title.said(headings.language)
    pieces = tuple((line.text, line.notes[0]) for line in posted if line.notes)
    text = "\n".join(line.text for line in posted)
    notes = tuple(dict.fromkeys(note for line in posted for note in line.notes))
    section = Section(title, (Line(text, notes, pieces if len(pieces) == len(posted) > 1 else ()),))
    return (*sections[:place], section, *sections[place:])


def _workstreams(notes: Sequence[DayNote], shape: WeekShape) -> dict[str, str]:
    """Each shared tag, casefolded, as it was first spelled; the busiest first."""
    spelling: dict[str, str] = {}
    count: Counter[str] = Counter()
    for note in notes:
        for tag in dict.fromkeys(tag.casefold() for tag in note.tags):
            count[tag] += 1
        for tag in note.tags:
            spelling.setdefault(tag.casefold(), tag)
    shared = [tag for tag in spelling if count[tag] > 1 and tag not in shape.standing]
    return {tag: spelling[tag] for tag in sorted(shared, key=lambda tag: -count[tag])}


def _place(note: DayNote, shape: WeekShape, streams: dict[str, str]) -> _Place:
    """The part a note goes to, by its place in the shape, and the heading within it."""
    for number, part in enumerate(shape.parts):
        if note.kind in part.kinds:
            return number, ""
    return _place_by_words(note, shape, streams)


def _place_by_words(note: DayNote, shape: WeekShape, streams: dict[str, str]) -> _Place:
    tags = [tag.casefold() for tag in note.tags]
    opening = as_opening(note.text.lstrip()[:200])
    for number, part in enumerate(shape.parts):
        if part.takes == "tags" and part.asks_for(frozenset(tags), opening):
            return number, ""
        if part.takes == "photos" and _PHOTOS.fullmatch(note.text):
            return number, ""
    stream = next((tag for tag in tags if tag in streams), "")
    for number, part in enumerate(shape.parts):
        if part.takes == "workstreams" and stream:
            return number, f"#{stream}"
        if part.takes == "days":
            return number, note.day.isoformat()
        if part.takes == "rest":
            return number, ""
    raise AssertionError(shape.id)


def _rank(within: str, streams: dict[str, str]) -> tuple[int, str]:
    return (list(streams).index(within[1:]), "") if within.startswith("#") else (0, within)


def _section(
    part: Part, within: str, notes: list[DayNote], headings: Headings, layout: Layout, *, first: bool
) -> Section:
    # What belongs to no workstream has only its day in common, so a paragraph never spans two.
    lines = tuple(_lines(notes, layout, by_day=part.takes == "rest" and layout == "prose"))
    if within.startswith("#"):
        tag = next(tag for note in notes for tag in note.tags if tag.casefold() == within[1:])
        return Section(tag[:1].upper() + tag[1:].replace("_", " "), lines)
    if within:
        return Section(_day_name(headings.day(notes[0].day), headings.standing), lines)
    name = _name(part, headings, first=first)
    stem = name.replace(_COUNT, "").strip() if _COUNT in name else ""
    return Section(name.replace(_COUNT, str(len(notes))), lines, stem)


def _name(part: Part, headings: Headings, *, first: bool) -> str:
    names = [wording.said(headings.language) for wording in (part.title, part.alone)]
    # A week that was saved in the other language has its headings in that one.
    other: Language = "en" if headings.language == "fr" else "fr"
    theirs = [wording.said(other) for wording in (part.title, part.alone)]
    kept = next((name for name in (*names, *theirs) if name in headings.standing), None)
    return names[first] if kept is None else kept


def _day_name(name: str, standing: Iterable[str]) -> str:
    # A person may have written on behind the day.
    return next((one for one in standing if one.casefold().startswith(name.casefold())), name)


def _lines(notes: Sequence[DayNote], layout: Layout, *, by_day: bool) -> Iterable[Line]:
    keyed = [(note.text.strip("\r\n"), note.id, note.day.isoformat() if by_day else "") for note in notes]
    for text, pieces in laid_out(keyed, layout):
        numbers = tuple(number for _, number in pieces)
        yield Line(text, numbers, pieces if len(pieces) > 1 else ())


def _gaps(days: Sequence[date], noted: frozenset[date], today: date) -> tuple[date, ...]:
    return tuple(day for day in days if is_working(day) and day <= today and day not in noted)
