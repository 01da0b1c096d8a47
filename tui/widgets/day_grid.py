"""What a month and a year of days have in common: one day pointed at, moved by keys, chosen by enter or a click."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from rules.month import days_later, months_later
from tui.bindings import key
from tui.wording import Words


class DayGrid(Widget, can_focus=True):
    """Days in rows and columns. `ACROSS` and `DOWN` are the days between two neighbours."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"day-grid--title"}
    ACROSS = 1
    DOWN = 7

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "choose", "calendar-open"),
        key("left,h", "step(-1, 0)", "calendar-left", show=False),
        key("right,l", "step(1, 0)", "calendar-right", show=False),
        key("up,k", "step(0, -1)", "calendar-up", show=False),
        key("down,j", "step(0, 1)", "calendar-down", show=False),
        key("p,pageup", "month(-1)", "calendar-earlier"),
        key("n,pagedown", "month(1)", "calendar-later"),
        key("P", "month(-12)", "calendar-year-earlier", show=False),
        key("N", "month(12)", "calendar-year-later", show=False),
    ]

    day: reactive[date] = reactive(date.today)
    """The day that is pointed at."""
    counts: reactive[Mapping[date, int]] = reactive(dict, always_update=True)
    """Notes a day; days without are left out."""

    class Pointed(Message):
        """Another day is pointed at."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    class Chosen(Message):
        """The person wants to go to this day."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    def __init__(self, words: Words, first_weekday: int, today: date) -> None:
        """`first_weekday`: what a week begins with, 0 for Monday."""
        super().__init__()
        self.words = words
        self.first = first_weekday
        self.today = today

    @property
    def title_style(self) -> Style:
        """How its name is written: it stands out where the arrows work."""
        return self.get_component_rich_style("day-grid--title", partial=True)

    def day_at(self, offset: Offset) -> date | None:
        """The day that is drawn at `offset` within the grid."""
        raise NotImplementedError

    def action_step(self, across: int, down: int) -> None:
        """Point at a neighbour."""
        self._point(days_later(self.day, across * self.ACROSS + down * self.DOWN))

    def action_month(self, months: int) -> None:
        """Point at the same day of another month."""
        self._point(months_later(self.day, months))

    def action_choose(self) -> None:
        """Go to the day."""
        self.post_message(self.Chosen(self.day))

    def on_click(self, event: events.Click) -> None:
        """Point at the day that was clicked; a second click goes there."""
        offset = event.get_content_offset(self)
        day = self.day_at(offset) if offset else None
        if day is not None and day == self.day:
            self.action_choose()
        elif day is not None:
            self._point(day)

    def _point(self, day: date) -> None:
        self.post_message(self.Pointed(day))

    def weekday_names(self) -> list[str]:
        """The short names of the days of the week, as this person's weeks go."""
        names = self.words("short-weekdays").split()
        return names[self.first :] + names[: self.first]
