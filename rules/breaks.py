"""Where a text may be cut in two, and how willingly: after a paragraph first, before a link last.

A cut falls on white space, or after the full stop of a script that sets none. So it can never fall
inside a link, a mention, a hashtag or a character; nor inside a number, nor before the sign or the
French punctuation that belongs to the word before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from rules.sentences import sentence_ends


class Rank(IntEnum):
    """How good a place is to cut; lower is better."""

    PARAGRAPH = 0
    SENTENCE = 1
    CLAUSE = 2
    WORD = 3
    LINK = 4
    """Right before a link, or after a heading or a colon: what introduces something should stay with it."""


@dataclass(frozen=True, slots=True)
class Break:
    """One place to cut: the part before ends at `end`, the part after begins at `start` (code points)."""

    end: int
    start: int
    rank: Rank


# No-break spaces are left out on purpose: nothing may be cut there.
_GAP: Final = re.compile(r"[^\S\xa0\u2007\u202f]+|(?<=[。！？])(?![。！？」』）\s])")
_LINK: Final = re.compile(r"(?:https?://|www\.)\S", re.I)
_ALONE: Final = re.compile(r"(?:https?://|www\.)\S++[^\S\n]*+(?:\n|\Z)", re.I)
_BELONGS: Final = re.compile(r"[;:!?»%$€£¥°](?:\W|\Z)|[$€£¥]\w")
_ENDED: Final = re.compile(r"[.!?…。！？)\]»”\"'\d]\W*\Z")
_ITEM: Final = re.compile(r"\s*(?:[-*+•–]|\d+[.)])\s|\s*(?:https?://|#)")
_MOST_HEADING: Final = 80
"""Code points; a longer line without an end is no heading."""
_CLAUSE: Final = re.compile(r"[,;:)\]»”–—…]")


def breaks(text: str) -> list[Break]:
    """The places to cut `text`, in order; ends of the text are none."""
    return list(_breaks(text, set(sentence_ends(text))))


def _breaks(text: str, sentences: set[int]) -> Iterator[Break]:
    for gap in _GAP.finditer(text):
        end, start = gap.span()
        if end == 0 or start == len(text) or _glued(text, end, start):
            continue
        yield Break(end, start, _rank(text, end, start, sentences))


def _glued(text: str, end: int, start: int) -> bool:
    if "\n" in text[end:start]:
        return False
    before, after = text[end - 1], text[start]
    if before.isdigit() and (after.isdigit() or after in "%$€£¥°"):
        return True
    return before == "«" or bool(_BELONGS.match(text, start))


def _rank(text: str, end: int, start: int, sentences: set[int]) -> Rank:
    lines = text.count("\n", end, start)
    if _LINK.match(text, start):
        # A link on its own line is its own paragraph only in looks.
        return Rank.CLAUSE if lines and not _ALONE.match(text, start) else Rank.LINK
    if lines and _introduces(text, end):
        return Rank.LINK
    if lines > 1:
        return Rank.PARAGRAPH
    if lines or start in sentences or end == start:
        return Rank.SENTENCE
    return Rank.CLAUSE if _CLAUSE.match(text, end - 1) else Rank.WORD


def _introduces(text: str, end: int) -> bool:
    """Whether the line that ends at `end` is a heading, or ends in a colon."""
    if text[end - 1] == ":":
        return True
    start = text.rfind("\n", max(0, end - _MOST_HEADING), end) + 1
    if not start and end > _MOST_HEADING:
        return False
    alone = start == 0 or text.startswith("\n\n", start - 2)
    return alone and not _ENDED.search(text, start, end) and not _ITEM.match(text, start)
