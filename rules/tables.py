"""Tables in a note: a row of heads, a row of dashes between bars, and rows below (GitHub Flavored Markdown 0.29, 4.10).

Two things differ: where that rule would drop words, in a row with more cells than heads, the lines stay as typed; and
a line without a bar ends the table.
"""

import re
from typing import Final

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_block.table import table as _table

_DASHED: Final = r"(?::-+:?|--+:?|-:)[ \t]*"
_DASHES: Final = re.compile(rf"(?:\|[ \t]*)?{_DASHED}(?:\|[ \t]*(?:{_DASHED})?)+")
"""The row below the heads, two signs a cell or more. A bar is wanted: dashes alone divide a text."""


def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The library's rule, for a table that holds every word of its lines."""
    if start + 2 > end or not _DASHES.fullmatch(_line(state, start + 1)):
        return False
    before = len(state.tokens)
    if not _table(state, start, _last(state, start, end), silent):
        return False
    if silent or not _drops_words(state, start):
        return True
    del state.tokens[before:]
    state.line = start
    return False


def _last(state: StateBlock, start: int, end: int) -> int:
    """The first line below that has no bar: there the table ends, and the note goes on."""
    return next((line for line in range(start + 2, end) if "|" not in _line(state, line)), end)


def _drops_words(state: StateBlock, start: int) -> bool:
    heads = len(_cells(_line(state, start)))
    return any(len(_cells(_line(state, line))) > heads for line in range(start + 2, state.line))


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _cells(line: str) -> list[str]:
    cells = escapedSplit(line.strip())
    first = 1 if cells and not cells[0] else 0
    return cells[first : -1 if cells[first:] and not cells[-1] else None]
