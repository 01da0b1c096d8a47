"""A year at a glance: a column a week, a sign a day, denser the more notes it has; no colour is needed to read it."""

import re
from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from rich.text import Text
from textual.geometry import Offset

from rules.month import year_columns
from tui.widgets.day_grid import DayGrid

SIGNS = ((0, "·"), (1, "░"), (2, "▒"), (4, "▓"), (6, "█"))
"""From how many notes on which sign stands; the legend names them."""
_SHORT = 2
_NOTED = re.compile(r"[░▒▓█](?:[░▒▓█ ]*[░▒▓█])?")
"""Days with notes and what lies between them."""


class YearGrid(DayGrid):
    """Seven rows of 53 or 54 weeks, under the names of the months."""

    DEFAULT_CSS = """
    YearGrid { height: 9; padding: 0 1; margin-top: 1; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"year-grid--day", "year-grid--quiet"}
    ACROSS = 7
    DOWN = 1

    def render(self) -> Text:
        """The months, seven rows, what the signs mean."""
        columns = year_columns(self.day.year, self.first)
        lines = [self._months(columns)]
        lines += [
            self._row(name, [column[row] for column in columns])
            for row, name in enumerate(self.weekday_names())
        ]
        quiet = self.get_component_rich_style("year-grid--quiet", partial=True)
        lines.append(Text(self.words("calendar-legend"), quiet))
        return Text("\n", no_wrap=True, end="").join(lines)

    def _months(self, columns: tuple[tuple[date | None, ...], ...]) -> Text:
        names = self.words("short-months").split()
        line = (str(self.day.year) if self._label > 4 else "").ljust(self._label)
        for place, column in enumerate(columns):
            opens = next((day for day in column if day and day.day == 1), None)
            if opens:
                line = line.ljust(self._label + place * self._wide) + names[opens.month - 1]
        return Text(line, self.title_style)

    def _row(self, name: str, days: Sequence[date | None]) -> Text:
        # In as few pieces as there are styles: each one costs a terminal some forty bytes.
        signs = "".join(self._sign(day).ljust(self._wide) for day in days)
        line = Text(name[: self._label - 1].ljust(self._label) + signs)
        quiet, day = (
            self.get_component_rich_style(f"year-grid--{one}", partial=True) for one in ("quiet", "day")
        )
        line.stylize(quiet)
        for run in _NOTED.finditer(line.plain, self._label):
            line.stylize(day, *run.span())
        if self.day in days:
            place = self._label + days.index(self.day) * self._wide
            line.stylize("reverse bold", place, place + 1)
        return line

    def _sign(self, day: date | None) -> str:
        count = self.counts.get(day, 0) if day else 0
        if day is None or (day > self.today and not count):
            return "×" if day == self.day else " "
        return next(sign for least, sign in reversed(SIGNS) if count >= least)

    @property
    def _label(self) -> int:
        full = max(len(name) for name in self.weekday_names()) + 1
        return full if full + 54 <= self.content_size.width else _SHORT + 1

    @property
    def _wide(self) -> int:
        return 2 if self._label + 2 * 54 <= self.content_size.width else 1

    def day_at(self, offset: Offset) -> date | None:
        """The day at `offset`, in cells from the upper left corner of the grid; None beside the days."""
        columns = year_columns(self.day.year, self.first)
        row, column = offset.y - 1, (offset.x - self._label) // self._wide
        return columns[column][row] if 0 <= row < 7 and 0 <= column < len(columns) else None
