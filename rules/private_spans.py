"""Passages that stay in the journal: `||like this||`.

What is between two bars and two bars is for its writer alone, also in code and across lines; a passage that
is not closed is private to the end of the text. There is no way to write two bars that are not: when in
doubt, private. Bars of full width, and bars with something invisible between them, are bars.
"""

import re
from dataclasses import dataclass
from typing import Final

Span = tuple[int, int]
"""Start and end in code points, end exclusive."""

_BARS: Final = re.compile(
    "[|\uff5c][\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]{0,64}[|\uff5c]"
)
_BLANKS: Final = " \t\u00a0\u202f"
_CLOSING: Final = ".,;:!?…)]}»”’"
_MARKS: Final = "`*_~"
_MARKER: Final = re.compile(
    r"[ \t]*+(?:(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\])?|(?:>[ \t]?)+|#{1,6}[ \t])?[ \t]*+"
)


@dataclass(frozen=True, slots=True)
class Public:
    """A text without its private passages, and the way back to the text as written."""

    text: str
    at: list[int] | None
    """For each code point, the one of the written text it is; None: the same place."""

    def origin(self, start: int, end: int) -> Span:
        """Where the passage from `start` to `end` stands in the text as written."""
        if self.at is None or not self.at or end <= start:
            return start, end
        return self.at[start], self.at[end - 1] + 1


def private_spans(text: str) -> list[Span]:
    """Each private passage with its bars, in order, in time linear in the text."""
    spans: list[Span] = []
    opened = -1
    for bars in _BARS.finditer(text):
        if opened < 0:
            opened = bars.start()
        else:
            spans.append((opened, bars.end()))
            opened = -1
    if opened >= 0:
        spans.append((opened, len(text)))
    return spans


def public(text: str) -> str:
    """`text` without its private passages; the words around them are joined as if they had never been there."""
    return shown(text).text


def shown(text: str) -> Public:
    """`text` without its private passages, with the way back.

    One blank stays between the words on both sides, none before a closing sign, and a line that held
    nothing else goes with its line end.
    """
    spans = _apart(text, private_spans(text))
    if not spans:
        return Public(text, None)
    gone: list[Span] = []
    for start, end in spans:
        cut = _cut(text, start, end, gone[-1][1] if gone else 0)
        gone.append(cut)
    return _without(text, gone)


def _apart(text: str, spans: list[Span]) -> list[Span]:
    # Two with nothing but blanks between them are one.
    joined: list[Span] = []
    for start, end in spans:
        beside = joined and not text[joined[-1][1] : start].strip(_BLANKS)
        joined.append((joined.pop()[0] if beside else start, end))
    return joined


def _cut(text: str, start: int, end: int, least: int) -> Span:
    # Where the line begins, or where the passage before ended: no further back, so that it stays linear.
    broken = text.rfind("\n", least, start)
    line = broken + 1 if broken >= 0 or not least else -1
    after = _past_blanks(text, end)
    ends_line = after == len(text) or text[after] in "\r\n"
    if ends_line and line >= 0 and _MARKER.fullmatch(text, line, start):
        return _whole_line(text, line, after)
    before = start
    while before > max(line, least) and text[before - 1] in _BLANKS:
        before -= 1
    if ends_line or text[after] in _CLOSING or text[end] in _MARKS:
        return before, after
    # Blanks on both sides: those on the left stay.
    return (start, after) if before < start or start == line else (start, end)


def _whole_line(text: str, line: int, after: int) -> Span:
    if after == len(text):
        while line and text[line - 1] in "\r\n":
            line -= 1
        return line, after
    return line, after + (2 if text[after : after + 2] == "\r\n" else 1)


def _past_blanks(text: str, place: int) -> int:
    while place < len(text) and text[place] in _BLANKS:
        place += 1
    return place


def _without(text: str, gone: list[Span]) -> Public:
    kept: list[int] = []
    last = 0
    for start, end in gone:
        kept.extend(range(last, max(start, last)))
        last = max(end, last)
    kept.extend(range(last, len(text)))
    return Public("".join([text[place] for place in kept]), kept)
