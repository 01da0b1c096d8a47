"""Jumping: a letter stands on everything that can be gone to, and pressing it goes there."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, ClassVar, Final, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import ListItem, ListView, OptionList, Static

from tui.bindings import key
from tui.widgets.question import Question

_LETTERS: Final = "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM"
"""Those under the resting fingers first."""


class _Target(NamedTuple):
    """Something that can be gone to."""

    at: Offset
    """Where its letter stands, in cells from the top left of the terminal."""
    go: Callable[[], object]
    width: int = 3
    """How many cells its letter may cover."""


class Jump(Question[None]):
    """Letters over the screen below; any other key puts them away."""

    DEFAULT_CSS = """
    Jump { background: $background 0%; }
    Jump Static {
        position: absolute; height: 1; background: $accent; color: $background; text-style: bold;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [key("escape", "stay", "choice-stay")]

    def __init__(self, below: Screen[Any]) -> None:
        """`below`: the screen, or the question, that is jumped about on."""
        super().__init__()
        self._targets = dict(zip(_LETTERS, _targets(below), strict=False))

    def compose(self) -> ComposeResult:
        """A letter at the top left of each, and nothing else: whatever had them in it would hide the screen below."""
        for letter, target in self._targets.items():
            label = Static(letter.center(target.width), markup=False)
            label.styles.width = target.width
            label.styles.offset = target.at
            yield label

    def on_key(self, event: events.Key) -> None:
        """Go to what the letter stands on."""
        event.stop()
        event.prevent_default()
        target = self._targets.get(event.character or "")
        self.dismiss()
        if target is not None:
            self.app.call_later(target.go)

    def action_stay(self) -> None:
        """Stay where one is."""
        self.dismiss()


def _targets(below: Screen[Any]) -> Iterator[_Target]:
    for widget in below.focus_chain:
        if isinstance(widget, ListView) and widget.query(ListItem):
            rows = (row for row in widget.query(ListItem) if _is_seen(row, below))
            yield from (_Target(row.region.offset, partial(_go_to_row, widget, row)) for row in rows)
        elif isinstance(widget, OptionList) and widget.option_count:
            yield from _options(widget)
        elif _is_seen(widget, below):
            yield _Target(widget.region.offset, partial(_go_to, widget))


def _options(drawn: OptionList) -> Iterator[_Target]:
    """A target for each option that is in sight, at its first line."""
    seen = set()
    place = drawn.content_region.offset
    for y in range(drawn.scrollable_content_region.height):
        marks = (segment.style.meta for segment in drawn.render_line(y) if segment.style is not None)
        option = next((mark["option"] for mark in marks if "option" in mark), None)
        if option is None or option in seen:
            continue
        seen.add(option)
        if not drawn.get_option_at_index(option).disabled:
            # Its words begin in the second cell.
            yield _Target(place + Offset(0, y), partial(_go_to_option, drawn, option), width=1)


def _is_seen(widget: Widget, below: Screen[Any]) -> bool:
    return below.region.contains_region(widget.region) and widget.region.area > 0 and not widget.disabled


def _go_to(target: Widget) -> None:
    if target.is_attached:
        target.focus()


def _go_to_row(rows: ListView, row: ListItem) -> None:
    if row in rows.children:
        rows.focus()
        rows.index = rows.children.index(row)


def _go_to_option(options: OptionList, number: int) -> None:
    if options.is_attached and number < options.option_count:
        options.focus()
        options.highlighted = number
