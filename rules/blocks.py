"""Where a text can be cut so that each piece is read by itself, and read again only when it changes.

Pieces end at blank lines: no sentence runs over one. A heading, a label or a lead-in stays with what it
leads to, and fenced code and a quotation of several paragraphs stay whole, since what they hold is read differently.
"""

import re

from rules.regions import Span, fenced_spans, long_quotes

_BLANK_LINES = re.compile(r"(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))+")
_PLAIN_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
"""The same in a text without carriage returns, which is most, in a quarter of the time."""
_SHORT = 60
"""Code points: a paragraph below this that does not end as a sentence does may be a label."""
_ENDS = '.!?…»”")'
_LEADS = ":=-–—#("


def block_spans(text: str) -> list[Span]:
    """The pieces of `text`, one after another, all of it, in code points and in time linear in its length."""
    whole = sorted([*fenced_spans(text), *long_quotes(text)])
    spans: list[Span] = []
    start = inside = 0
    held_to = -1
    blank_lines = _BLANK_LINES if "\r" in text else _PLAIN_BLANK_LINES
    for gap in blank_lines.finditer(text):
        while inside < len(whole) and whole[inside][0] < gap.start():
            held_to = max(held_to, whole[inside][1])
            inside += 1
        if gap.end() > held_to and _parts(text, start, gap.start(), gap.end()):
            spans.append((start, gap.end()))
            start = gap.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _parts(text: str, start: int, end: int, after: int) -> bool:
    last = text[end - 1 : end]
    if last in _LEADS or text[after : after + 1].isdigit():
        return False
    return last in _ENDS or end - start >= _SHORT
