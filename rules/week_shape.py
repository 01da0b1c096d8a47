"""What shape a weekly note takes: which parts it has, and which notes each part asks for. Read from data."""

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal, cast

from rules.closing_tags import Tags
from rules.pack_lines import line_of
from rules.pack_rule import wording
from rules.pack_table import Fault, Table
from rules.rule import Wording

Takes = Literal["tags", "workstreams", "days", "rest", "photos", "posted"]
Layout = Literal["prose", "lines", "bullets"]
"""`prose`: short notes joined into paragraphs; `lines`: a paragraph a note; `bullets`: a list."""
TAKES: Final[tuple[Takes, ...]] = ("tags", "workstreams", "days", "rest", "photos", "posted")
_STANDING: Final = ("tags", "photos", "posted")
"""What a part with a heading of its own takes: it needs one, and may be left out by its id."""
LAYOUTS: Final[tuple[Layout, ...]] = ("prose", "lines", "bullets")
KINDS: Final = ("reply", "passing-on", "call")
"""The kinds of note a part can ask for."""
_SIGNS: Final = re.compile(r"^(?:[#＃]\w[\w-]*|[^\w#@\[(<])+")
_NO_WORDS: Final = Wording(None, None)


class ShapeError(ValueError):
    """A shape that cannot be used; its text is one sentence with file, line and key, and what to do."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a weekly note."""

    id: str
    """What settings call it, to leave it out; empty for one that always stands."""
    takes: Takes
    title: Wording
    """Its heading, in which {count} is the number of its notes; empty: its passages have no heading."""
    alone: Wording
    """Its heading when nothing stands before it."""
    tags: frozenset[str]
    """Casefolded."""
    begins: tuple[str, ...]
    """Words that a note may begin with, each as_opening."""
    kinds: frozenset[str] = frozenset()
    """The kinds of note it asks for, whatever their tags and first words."""
    carries: bool = False
    """Whether what earlier weeks left to do stands here too."""

    def asks_for(self, tags: frozenset[str], text: str) -> bool:
        """Whether it wants a note with these casefolded `tags`, which begins like `text`, an `as_opening`.

        Hashtags and signs before the first word, such as an emoji, do not count.
        """
        openings = {text, _SIGNS.sub("", text)}
        return bool(self.tags & tags) or any(_begins(one, words) for one in openings for words in self.begins)


@dataclass(frozen=True)
class WeekShape:
    """A shape, ready to be filled."""

    id: str
    name: Wording
    layout: Layout
    parts: tuple[Part, ...]

    def without(self, ids: Collection[str]) -> "WeekShape":
        """The same shape without the parts that have these ids; their notes go where the others put them."""
        return replace(self, parts=tuple(part for part in self.parts if part.id not in ids or not part.id))

    @cached_property
    def standing(self) -> frozenset[str]:
        """Every tag that sends a note to a part: such a tag is no workstream."""
        return frozenset(tag for part in self.parts for tag in part.tags)

    @cached_property
    def posting(self) -> int | None:
        """The place of the part that lists what was posted; None where none does."""
        return next((place for place, part in enumerate(self.parts) if part.takes == "posted"), None)

    @cached_property
    def carrying(self) -> int | None:
        """The place of the part that carries what earlier weeks left to do; None where none does."""
        return next((place for place, part in enumerate(self.parts) if part.carries), None)


@dataclass(frozen=True, slots=True)
class Form:
    """The shape of a weekly note, by id, the layout that takes the place of the shape's own, and its hashtags."""

    shape: str = "workstreams"
    layout: Layout | None = None
    tags: Tags = "written"


def as_opening(text: str) -> str:
    """`text` so that what is typed in another way is the same: capitals, curly apostrophes, a blank before a colon."""
    plain = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return re.sub(r"[ \u00a0\u202f]+:", ":", plain)


def _begins(text: str, words: str) -> bool:
    return text.startswith(words) and not text[len(words) : len(words) + 1].isalnum()


def parse_shapes(text: str, name: str) -> dict[str, WeekShape]:
    """The shapes in a TOML text, by id, in the order written. `name` is its file. Raises ShapeError."""
    try:
        table = Table(tomllib.loads(text))
        return {key: _shape(key, table.table(key)) for key in table.data} or _none(name)
    except tomllib.TOMLDecodeError as error:
        raise ShapeError(f"{name}: this is not TOML ({error}); mend that place.") from None
    except RecursionError:
        raise ShapeError(f"{name}: brackets are nested too deep to be the shape of a week.") from None
    except Fault as fault:
        line = line_of(text, fault.path, fault.value)
        raise ShapeError(f"{name}, line {line}: {fault}.".replace("?.", "?")) from None


def _none(name: str) -> dict[str, WeekShape]:
    raise ShapeError(f"{name}: no shape is in it; begin one with its id in brackets, such as [my-week].")


def _shape(key: str, table: Table) -> WeekShape:
    table.only(("name", "layout", "part"))
    parts = tuple(_parts(table))
    if not any(part.takes in ("rest", "days") for part in parts):
        raise table.fault(
            "part", 'needs a part that takes the "rest" or the "days", so that no note is left out'
        )
    return WeekShape(key, wording(table, "name"), cast("Layout", _one_of(table, "layout", LAYOUTS)), parts)


def _parts(table: Table) -> Iterator[Part]:
    for row in table.tables("part"):
        row.only(("id", "takes", "title", "alone", "tags", "begins", "kinds", "carries"))
        takes = cast("Takes", _one_of(row, "takes", TAKES))
        title = wording(row, "title") if "title" in row.data or takes in _STANDING else _NO_WORDS
        part = Part(
            id=row.text("id") if "id" in row.data else "",
            takes=takes,
            title=title,
            alone=wording(row, "alone") if "alone" in row.data else title,
            tags=frozenset(tag.removeprefix("#").casefold() for tag in row.texts("tags")),
            begins=tuple(map(as_opening, row.texts("begins"))),
            kinds=frozenset(row.texts("kinds")),
            carries=row.flag("carries"),
        )
        _must_be_right(part, row)
        yield part


def _must_be_right(part: Part, row: Table) -> None:
    for key in ("carries", "kinds"):
        if getattr(part, key) and part.takes != "tags":
            raise row.fault(key, 'is only for a part that takes "tags"')
    if unknown := sorted(part.kinds - set(KINDS)):
        raise row.fault("kinds", f"has “{unknown[0][:30]}”; it takes {', '.join(KINDS)}")
    if part.id and part.takes not in _STANDING:
        raise row.fault("id", f"is only for a part that takes one of {', '.join(_STANDING)}")
    if part.takes == "tags" and not (part.tags or part.begins or part.kinds):
        raise row.fault(
            "tags", 'is missing; give the tags, or the words under "begins", that this part asks for'
        )


def _one_of(table: Table, key: str, known: tuple[str, ...]) -> str:
    found = table.text(key)
    if found not in known:
        raise table.fault(key, f"is “{found[:30]}”; it must be one of {', '.join(known)}")
    return found
