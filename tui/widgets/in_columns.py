"""A row of a list: narrow cells, words that wrap beneath one another, and what stands at the right of them.

It draws what a grid of Rich's draws, in a seventh of its time: a list is laid out row by row, those out of sight too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text

Cell = tuple[Text, int]
"""One line and its columns; a longer one is cut off."""

_GAP: Final = Segment(" ")
_BREAKS: Final = re.compile(r"[\n\t]")
"""Signs that take more room than their own width."""


class Wrapping(Protocol):
    """Words that know how they break into lines, as a `Text` does."""

    def wrap(self, console: Console, width: int) -> Iterable[Text]:
        """Its lines, each of at most `width` columns."""


class InColumns:
    """A Rich renderable, as wide as the room it gets; between two columns there is one blank."""

    def __init__(
        self, cells: Sequence[Cell], words: Wrapping, behind: Text | None = None, most: int | None = None
    ) -> None:
        """`behind`: what stands at the right of the first line, cut to `most` columns and half the room for words."""
        self._cells = cells
        self._words = words
        self._behind = behind
        self._most = most

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Line by line, each filled up with blanks."""
        indent, room, behind = self._shares(options.max_width)
        for number, line in enumerate(self._words.wrap(console, room)):
            if number:
                yield Segment(" " * indent)
            else:
                yield from self._beside(console)
            yield from _filled(console, line, room)
            if number == 0 and behind is not None:
                yield _GAP
                yield from _drawn(console, behind)
            yield Segment.line()

    def height(self, console: Console, width: int) -> int:
        """How many lines it takes in `width` columns. A list asks that of all its rows, and draws those in sight."""
        _, room, _ = self._shares(width)
        words = self._words
        if isinstance(words, Text):
            if cell_len(words.plain) <= room and not _BREAKS.search(words.plain):
                return 1
            words = words.blank_copy(
                words.plain
            )  # a style moves no line's end, and each is copied line by line
        return sum(1 for _ in words.wrap(console, room))

    def _shares(self, width: int) -> tuple[int, int, Text | None]:
        """Columns before the words, columns for them, and what stands behind them."""
        indent = sum(columns + 1 for _, columns in self._cells)
        room = max(1, width - indent)
        behind = self._cut_behind(room // 2)
        if behind is not None:
            room = max(1, room - max(1, behind.cell_len) - 1)
        return indent, room, behind

    def _beside(self, console: Console) -> Iterator[Segment]:
        for text, width in self._cells:
            yield from _filled(console, text, width)
            yield _GAP

    def _cut_behind(self, half: int) -> Text | None:
        if self._behind is None:
            return None
        cut = self._behind.copy()
        cut.truncate(half if self._most is None else min(self._most, half), overflow="ellipsis")
        return cut


def _filled(console: Console, line: Text, width: int) -> Iterable[Segment]:
    return Segment.adjust_line_length(list(_drawn(console, line)), width)


def _drawn(console: Console, line: Text) -> Iterable[Segment]:
    # Where no part of it has a style of its own, a text draws itself without the one that all of it has.
    return (
        Segment.apply_style(line.render(console), console.get_style(line.style))
        if line.style
        else line.render(console)
    )
