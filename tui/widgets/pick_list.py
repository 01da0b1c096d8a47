"""A list to choose from that draws only what is seen, moved through by arrows or by j, k, g and G."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui.bindings import LIST_KEYS, key
from tui.widgets.pointed_list import PointedList


class PickList(PointedList):
    """Rows of text, one of them selected; headings between them cannot be."""

    DEFAULT_CSS = """
    PickList, PickList:focus { border: none; padding: 0; background: $background; background-tint: $foreground 0%; }
    PickList > .option-list--option { padding: 0 1; }
    PickList > .option-list--option-disabled { color: $foreground; text-style: bold; }
    PickList:focus > .option-list--option-highlighted { text-style: bold; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select", "pick-open"),
        *LIST_KEYS,
    ]

    class EndNears(Message):
        """Less than a screen of rows is left below what is seen, and the list goes on."""

    def __init__(self, *, opens: bool, id: str) -> None:  # noqa: A002 - Textual's name for it
        """`opens`: whether enter does something here."""
        super().__init__(id=id)
        self._opens = opens
        self._goes_on = self._asked = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter is offered only where it leads somewhere."""
        return action != "select" or self._opens

    def expect(self, *, more: bool) -> None:
        """Be told whether the list goes on behind the rows it has: then it asks, once, as their end nears."""
        self._goes_on, self._asked = more, False
        self._look_ahead()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Where the arrow is, the end may be near, also in a list that needs no scrolling."""
        super().watch_highlighted(highlighted)
        self._look_ahead()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """So it may be for the wheel."""
        super().watch_scroll_y(old_value, new_value)
        self._look_ahead()

    def _look_ahead(self) -> None:
        below = self.virtual_size.height - self.scroll_offset.y - self.size.height
        if self._goes_on and not self._asked and below < self.size.height:
            self._asked = True
            self.post_message(self.EndNears())

    def action_cursor_down(self) -> None:
        """Down a row; from the last to the first only where nothing is still to come behind it."""
        if not (self._goes_on and self.highlighted == self.option_count - 1):
            super().action_cursor_down()
