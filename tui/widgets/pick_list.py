"""A list to choose from that draws only what is seen, moved through by arrows or by j, k, g and G."""

from typing import ClassVar

from textual.binding import BindingType

from tui.bindings import LIST_KEYS, key
from tui.widgets.barred_list import BarredList


class PickList(BarredList):
    """Rows of text, one of them selected; headings between them cannot be."""

    DEFAULT_CSS = """
    PickList, PickList:focus { border: none; padding: 0; background: $background; background-tint: $foreground 0%; }
    PickList > .option-list--option { padding: 0 1; }
    PickList > .option-list--option-disabled { color: $accent; text-style: bold; }
    PickList:focus > .option-list--option-highlighted { text-style: bold; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select", "pick-open"),
        *LIST_KEYS,
    ]

    def __init__(self, *, opens: bool, id: str) -> None:  # noqa: A002 - Textual's name for it
        """`opens`: whether enter does something here."""
        super().__init__(id=id)
        self._opens = opens

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter is offered only where it leads somewhere."""
        return action != "select" or self._opens
