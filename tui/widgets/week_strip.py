"""The week at a glance: a day each, a bar for how many notes it has, the day shown in brackets.

It begins with the day that weeks begin with where the person lives.
"""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from rules.week_start import days_around
from tui.wording import Words

_BARS = "▁▂▃▄▅▆▇█"


class WeekStrip(Widget):
    """Seven days; a click on one chooses it."""

    DEFAULT_CSS = """
    WeekStrip { height: 1; padding: 0 1; color: $quiet; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"week-strip--shown"}

    shown: reactive[date | None] = reactive(None)
    """The day in brackets; its week is the one drawn."""
    counts: reactive[Mapping[date, int]] = reactive(dict, always_update=True)
    """Notes a day; days without are left out."""

    class DayChosen(Message):
        """A day was clicked."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    def __init__(self, words: Words, first_weekday: int) -> None:
        super().__init__()
        self._words = words
        self._first = first_weekday

    def render(self) -> Text:
        """One line of seven equally wide days."""
        line = Text(no_wrap=True, end="")
        for day in self._days():
            line.append(self._cell(day), "bold" if day == self.shown else "")
        total = sum(self.counts.get(day, 0) for day in self._days())
        said = self._words.count("strip-notes", total) if total else ""
        if cell_len(line.plain) + cell_len(said) < self.content_size.width:
            line.append(said.rjust(self.content_size.width - cell_len(line.plain)))
        return line

    def on_click(self, event: events.Click) -> None:
        """Choose the day that was clicked."""
        days = self._days()
        offset = event.get_content_offset(self)
        place = offset.x // self._cell_width() if offset else len(days)
        if 0 <= place < len(days):
            self.post_message(self.DayChosen(days[place]))

    def _days(self) -> tuple[date, ...]:
        return days_around(self.shown, self._first) if self.shown else ()

    def _cell_width(self) -> int:
        return max(len(name) for name in self._words("short-weekdays").split()) + 4

    def _cell(self, day: date) -> str:
        name = self._words("short-weekdays").split()[day.weekday()]
        height = bar(self.counts.get(day, 0))
        cell = f"[{name} {height}]" if day == self.shown else f" {name} {height} "
        return cell.ljust(self._cell_width())


def bar(count: int) -> str:
    """One cell for how many notes a day has; a dot for none."""
    return "·" if count == 0 else _BARS[min(count, len(_BARS)) - 1]
