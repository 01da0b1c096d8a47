"""The weekly note as it is read: passage by passage, one of them selected, with the keys that act on it.

The keys are single letters; they work only while this list has the focus, never while writing.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from rich.style import Style
from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.bindings import LIST_KEYS, key
from tui.widgets.act_asked import ActAsked
from tui.widgets.passage_row import Inks, Shown, days_below, gap_row, heading_row, passage_row
from tui.widgets.pointed_list import PointedList
from tui.widgets.tones import TONE_CLASSES, tones
from tui.wording import Words


class WeekReading(PointedList):
    """Passages and empty days. An OptionList, since a widget for each row would be slow in a full week."""

    DEFAULT_CSS = """
    WeekReading { height: 1fr; border: none; padding: 0; scrollbar-gutter: stable; background: $background; }
    WeekReading:focus { border: none; background-tint: $foreground 0%; }
    WeekReading > .option-list--option { padding: 0; }
    WeekReading > .option-list--option-disabled { color: $foreground; }
    WeekReading > .option-list--option-hover { background: $background; }
    WeekReading > .option-list--option-highlighted, WeekReading:focus > .option-list--option-highlighted {
        background: $panel; color: $foreground; text-style: none;
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"week-reading--quiet", *TONE_CLASSES}

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select", "week-day"),
        key("e", "ask('write')", "week-write"),
        key("tab", "ask('take')", "week-take"),
        key("x", "ask('drop')", "week-drop"),
        key("d", "ask('done')", "week-done"),
        key("l", "ask('leave')", "week-leave"),
        key("u", "ask('undo')", "week-undo"),
        key("*,asterisk", "ask('highlight')", "week-star", show=False),
        key("alt+up,K", "ask('up')", "week-up", show=False),
        key("alt+down,J", "ask('down')", "week-down", show=False),
        key("N", "ask('role')", "week-role", show=False),
        key("ctrl+s", "ask('keep')", "week-keep", show=False),
        *LIST_KEYS,
    ]

    class Asked(ActAsked):
        """A key asked for `what` (`take`, `drop`, …) to be done to the selected row."""

    class Moved(Message):
        """Another row is selected."""

    def __init__(self, words: Words) -> None:
        super().__init__(markup=False, id="week-reading")
        self._words = words
        self._rows: tuple[Shown, ...] = ()
        self._gaps: tuple[date, ...] = ()
        self._drawn: object = None  # all that the rows were made from: laying out a full week takes a while

    @property
    def place(self) -> int | None:
        """Which passage the keys act on; None for an empty day, and where there is none."""
        return (
            self.highlighted if self.highlighted is not None and self.highlighted < len(self._rows) else None
        )

    @property
    def selected(self) -> Shown | None:
        """The passage that the keys act on."""
        return None if self.place is None else self._rows[self.place]

    @property
    def gap(self) -> date | None:
        """The empty day that is selected."""
        if self.highlighted is None or self.highlighted < len(self._rows):
            return None
        return self._gaps[self.highlighted - len(self._rows)]

    @property
    def gaps(self) -> tuple[date, ...]:
        """The empty days of the week."""
        return self._gaps

    def show(self, rows: Sequence[Shown], gaps: Sequence[date], days: Mapping[int, date]) -> None:
        """Draw these passages and empty days; `days` are those of notes by number."""
        inks = self._inks()
        asked = (tuple(rows), tuple(gaps), dict(days), inks)
        if asked == self._drawn:
            return
        before, self._drawn = self.highlighted, asked
        self._rows, self._gaps = asked[:2]
        options = [self._option(place, days, inks) for place in range(len(rows))]
        options += [Option(gap_row(self._words, day, inks).on(self)) for day in gaps]
        self.set_options(options)
        if options:
            self.go_to_row(before or 0)

    def go_to_row(self, row: int) -> None:
        """Select the row `row`, or the nearest one below, else above, that can be selected."""
        able = [number for number, option in enumerate(self.options) if not option.disabled]
        after = (number for number in able if number >= row)
        self.highlighted = next(after, able[-1] if able else None)

    def go_to(self, place: int) -> None:
        """Select the passage that holds the code point `place` of the text."""
        inside = (
            number for number, row in enumerate(self._rows) if row.start + len(row.passage.text) >= place
        )
        self.go_to_row(next(inside, 0))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only the keys that have something to act on."""
        if action == "select":
            return self.gap is not None or bool(self.selected and self.selected.passage.notes)
        if action != "ask":
            return True
        return self._can(str(parameters[0]))

    def _can(self, what: str) -> bool:
        if what == "leave":
            return bool(self._gaps)
        if what in ("write", "undo", "keep"):
            return True
        if self.selected is None:
            return False
        if what == "take":
            return self.selected.passage.offered
        return what != "done" or bool(self.selected.carried)

    def action_ask(self, what: str) -> None:
        """Ask the screen."""
        self.post_message(self.Asked(what))

    @on(OptionList.OptionHighlighted)
    def _selected(self) -> None:
        self.refresh_bindings()
        self.post_message(self.Moved())

    def _inks(self) -> Inks:
        quiet = self.get_component_rich_style("week-reading--quiet", partial=True)
        return Inks(tones(self), quiet, Style(bgcolor=self.rich_style.bgcolor))

    def on_resize(self) -> None:
        """What is beside the list may take room from it: the selected row stays in sight."""
        self.call_after_refresh(self.scroll_to_highlight)

    def _option(self, place: int, days: Mapping[int, date], inks: Inks) -> Option:
        row = self._rows[place]
        if row.passage.kind in ("title", "heading"):
            below = days_below(self._rows, place, days) if row.passage.kind == "heading" else []
            stands = row.passage.instead
            new = row.passage.offered and not stands
            said = heading_row(self._words, stands or row.passage.text, below, offered=new, inks=inks)
            return Option(said.on(self), disabled=True)
        return Option(passage_row(self._words, row, inks).on(self))
