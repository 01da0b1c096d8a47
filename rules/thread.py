"""How a text that is too long for one post becomes a numbered chain, losing nothing.

A line that holds only `---` always cuts. Otherwise the best place is taken in the last stretch that
fits, and the room for `1/3` is kept free before anything is cut.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final

from rules.balance import balanced
from rules.cuts import Cutter, Span
from rules.measure import measure
from rules.platforms import Platform
from rules.render import FIELD_BREAK

WANTED_CUT: Final = re.compile(r"^[ \t]*---[ \t]*$", re.M)
"""A line that always cuts."""
_SEPARATORS: Final = {"line": "\n", "space": " ", "none": ""}


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a chain of posts: its own words, where they stand, and what is posted of it."""

    n: int
    """Place in the chain, from 1."""
    start: int
    end: int
    """Where the body stands in the text that was cut, in code points."""
    body: str
    """The text's own words: `text[start:end]`."""
    text: str
    """The body and its number: what is posted."""


def split(text: str, platform: Platform, *, reply: bool = False) -> tuple[str, ...]:
    """`text` (rendered) as the posts it takes; each fits by `measure`, its number included."""
    return tuple(piece.text for piece in pieces(text, platform, reply=reply))


def pieces(text: str, platform: Platform, *, reply: bool = False) -> tuple[Piece, ...]:
    """`text` (rendered) in parts, each with its place; together they hold all but white space and `---`.

    One part, unnumbered, where everything fits or the platform has no limit; one for each field where a text
    in two languages fills two. In a `reply` the first part, which answers somebody, is counted as one; those
    behind it answer one's own. Linear in the text's length.
    """
    if platform.limit is None and platform.byte_limit is None:
        return tuple(_fields(text))
    sections = _sections(text)
    if len(sections) == 1 and Cutter(text, platform, "", reply=reply).fits(*sections[0]):
        start, end = sections[0]
        return (Piece(1, start, end, text[start:end], text[start:end]),)
    spans = _spans(text, sections, platform, reply=reply)
    return tuple(_piece(text, span, place, len(spans), platform) for place, span in enumerate(spans, 1))


def _fields(text: str) -> Iterator[Piece]:
    start = 0
    for place, field in enumerate(text.split(FIELD_BREAK), 1):
        yield Piece(place, start, start + len(field), field, field)
        start += len(field) + len(FIELD_BREAK)


def _sections(text: str) -> list[Span]:
    cuts = list(WANTED_CUT.finditer(text))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    trimmed = [_trimmed(text, start, end) for start, end in zip(starts, ends, strict=True)]
    return [span for span in trimmed if span[0] < span[1]] or [(0, 0)]


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    return start, max(start, start + len(inside.strip()))


def _spans(text: str, sections: list[Span], platform: Platform, *, reply: bool) -> list[Span]:
    # The number's own width depends on how many parts there are, which depends on its width.
    least = measure(text, platform).value // (platform.limit or len(text) + 1) + 1
    for digits in count(len(str(least))):
        cutter = Cutter(text, platform, _number("9" * digits, "9" * digits, platform), reply=reply)
        spans = [span for section in sections for span in balanced(section, cutter)]
        if len(str(len(spans))) <= digits:
            return spans
    raise AssertionError


def _number(place: str, total: str, platform: Platform) -> str:
    return "" if platform.numbering == "none" else f"{_SEPARATORS[platform.numbering]}{place}/{total}"


def _piece(text: str, span: Span, place: int, total: int, platform: Platform) -> Piece:
    body = text[slice(*span)]
    number = _number(str(place), str(total), platform) if total > 1 else ""
    return Piece(place, *span, body, body + number)
