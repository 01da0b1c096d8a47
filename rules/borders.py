"""Moves the border between two parts of a thread: every cut becomes a line of `---`, which always wins."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import Final

from rules.breaks import Rank, breaks
from rules.platforms import Platform
from rules.thread import Piece, pieces

_CUTS: Final = ("\n---\n", "\n---\n\n", "\n\n---\n\n")
"""A cut where a blank, a line end, a blank line was: which of them it was can be read from the lines around it."""
_CUT: Final = re.compile(r"\n+[ \t]*---[ \t]*\n+")


def moved(text: str, platform: Platform, border: int, by: int, *, reply: bool = False) -> str | None:
    """`text` (rendered, plain) with the end of part `border` (from 1) one sentence or clause further.

    By a word where there is neither. `by` is 1 for later and -1 for earlier. None where there is no such place, or
    where a part would not fit or be left empty. `reply` as in `rules.thread.pieces`.
    """
    parts = pieces(text, platform, reply=reply)
    if platform.markup != "plain" or not 0 < border < len(parts):
        return None
    before, after = parts[border - 1], parts[border]
    between = [place for place in breaks(text) if before.start < place.end < after.end]
    good = [place for place in between if place.rank <= Rank.CLAUSE and place.end != before.end]
    for end in _beyond([place.end for place in good or between], before, after, by):
        cut = _cut_at(text, parts, border, end)
        if len(pieces(cut, platform, reply=reply)) == len(parts):
            return cut
    return None


def _cut_at(text: str, parts: tuple[Piece, ...], border: int, end: int) -> str:
    before, after = parts[border - 1], parts[border]
    bodies = [part.body for part in parts]
    bodies[border - 1], bodies[border] = text[before.start : end].strip(), text[end : after.end].strip()
    gaps = [text[one.end : other.start] for one, other in pairwise(parts)]
    gaps[border - 1] = _gap(text, end)
    return _joined([_whole(body) for body in bodies], gaps)


def _beyond(places: list[int], before: Piece, after: Piece, by: int) -> list[int]:
    if by > 0:
        return places[bisect_right(places, after.start) : bisect_left(places, after.end)][:1]
    return places[bisect_right(places, before.start) : bisect_left(places, before.end)][-1:]


def _gap(text: str, end: int) -> str:
    rest = text[end:]
    return rest[: len(rest) - len(rest.lstrip())]


def _joined(bodies: list[str], gaps: list[str]) -> str:
    joined = bodies[0]
    for gap, body in zip(gaps, bodies[1:], strict=True):
        joined += _CUTS[min(2, _uncut(gap).count("\n"))] + body
    return joined


def _whole(body: str) -> str:
    """`body` without the cuts that were in it, the white space back as it was before it was cut there."""
    return _CUT.sub(lambda found: _uncut(found[0]), body)


def _uncut(gap: str) -> str:
    if "---" not in gap:
        return gap
    before, after = gap.split("---", 1)
    lines = before.count("\n") + after.count("\n") - 2
    return "\n" * lines if lines > 0 else " "
