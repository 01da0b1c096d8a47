"""Jumping: a letter stands on everything that can be gone to, and pressing it goes there."""

from collections.abc import Iterator
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import ListItem, ListView, Static

from tui.bindings import key
from tui.screens.page import Page
from tui.widgets.question import Question

_LETTERS: Final = "asdfghjklqwertyuiopzxcvbnm"
"""Those under the resting fingers first."""


class Jump(Question[None]):
    """Letters over the screen below; any other key puts them away."""

    DEFAULT_CSS = """
    Jump { background: $background 0%; }
    Jump Static {
        position: absolute; width: 3; height: 1; background: $accent; color: $background; text-style: bold;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [key("escape", "stay", "choice-stay")]

    def __init__(self, page: Page) -> None:
        """`page`: the screen that is jumped about on."""
        super().__init__()
        self._targets = dict(zip(_LETTERS, _targets(page), strict=False))

    def compose(self) -> ComposeResult:
        """A letter at the top left of each, and nothing else: whatever had them in it would hide the screen below."""
        for letter, target in self._targets.items():
            label = Static(f" {letter} ", markup=False)
            label.styles.offset = Offset(target.region.x, target.region.y)
            yield label

    def on_key(self, event: events.Key) -> None:
        """Go to what the letter stands on."""
        event.stop()
        event.prevent_default()
        target = self._targets.get(event.character or "")
        self.dismiss()
        if target is not None:
            self.call_later(_go_to, target)

    def action_stay(self) -> None:
        """Stay where one is."""
        self.dismiss()


def _targets(page: Page) -> Iterator[Widget]:
    for widget in page.focus_chain:
        rows = list(widget.query(ListItem)) if isinstance(widget, ListView) else []
        yield from (row for row in rows if _is_seen(row, page))
        if not rows and _is_seen(widget, page):
            yield widget


def _is_seen(widget: Widget, page: Page) -> bool:
    return page.region.contains_region(widget.region) and widget.region.area > 0 and not widget.disabled


def _go_to(target: Widget) -> None:
    if isinstance(target, ListItem) and isinstance(target.parent, ListView):
        target.parent.focus()
        target.parent.index = target.parent.children.index(target)
    elif target.is_attached:
        target.focus()
