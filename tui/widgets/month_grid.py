"""A month: a row a week, in each cell the day and a bar for how many notes it has; the day pointed at in brackets."""

from datetime import date

from rich.text import Text
from textual.geometry import Offset

from rules.month import month_rows
from tui.widgets.day_grid import DayGrid
from tui.widgets.week_strip import bar

CELL = 5
"""Columns of a day."""
_HEAD = 2


class MonthGrid(DayGrid):
    """Six rows of seven days at most, under the name of the month."""

    DEFAULT_CSS = """
    MonthGrid { width: 37; height: 8; padding: 0 1; }
    """

    def render(self) -> Text:
        """Eight lines."""
        title = self.words("calendar-month", month=self.words.month(self.day), year=self.day.year)
        before = " " * ((7 * CELL - len(title)) // 2)
        lines = [Text.assemble(before, (title, self.title_style))]
        lines.append(Text("".join(name.center(CELL) for name in self.weekday_names())))
        weeks = month_rows(self.day, self.first)
        lines += [Text.assemble(*(self._cell(day) for day in week)) for week in weeks]
        return Text("\n", no_wrap=True, end="").join(lines)

    def _cell(self, day: date | None) -> Text:
        if day is None:
            return Text(" " * CELL)
        inside = f"{day.day:>2}{bar(self.counts.get(day, 0)) if self._told(day) else ' '}"
        if day == self.day:
            return Text(f"[{inside}]", "bold")
        return Text.assemble(" ", (inside, "underline" if day == self.today else ""), " ")

    def _told(self, day: date) -> bool:
        return day <= self.today or day in self.counts

    def day_at(self, offset: Offset) -> date | None:
        """The day at `offset`, in cells from the upper left corner of the grid; None beside the days."""
        rows = month_rows(self.day, self.first)
        row, column = offset.y - _HEAD, offset.x // CELL
        return rows[row][column] if 0 <= row < len(rows) and 0 <= column < 7 else None
