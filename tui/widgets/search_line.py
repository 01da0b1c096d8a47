"""The line to search from: the arrows choose among the results while the line keeps the focus."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from tui.bindings import key


class SearchLine(Input):
    """Where a search is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "submit", "search-open"),
        key("down", "step(1)", "search-down"),
        key("up", "step(-1)", "search-up", show=False),
    ]

    class Stepped(Message):
        """An arrow was pressed: `by` is 1 for down and -1 for up."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def action_step(self, by: int) -> None:
        """Say which arrow it was."""
        self.post_message(self.Stepped(by))
