"""Keys typed while another screen is on its way: they are for that one, and no words on the line that is left."""

from typing import Final, TypeGuard

from textual import events, on
from textual.app import ReturnType
from textual.worker import Worker

from tui.arriving import ArrivingApp
from tui.doorway import Doorway
from tui.screens.page import Page
from tui.widgets.question import Question

GOING: Final = "going"
"""The group of the work that puts another screen in front."""
_MEANT: Final = ("enter", "tab", "escape", "up", "down", "left", "right", "home", "end", "backspace")
"""What waits beside signs. All other keys mean the same everywhere, and are heeded at once."""


class OnTheWayApp(ArrivingApp[ReturnType]):
    """An app that keeps what is typed on the way to a screen, and hands it over there."""

    def __init__(self, door: Doorway) -> None:
        super().__init__(door)
        self._kept: list[events.Key] | None = None
        self._left: object = None

    def set_out(self) -> None:
        """From now on another screen is on its way."""
        self._kept, self._left = [], self.screen

    async def on_event(self, event: events.Event) -> None:
        """Keep what is typed meanwhile; a question that stands on the screen is answered all the same."""
        if self._kept is not None and _is_meant(event) and self._is_on_page():
            self._kept.append(event)
        else:
            await super().on_event(event)

    def _is_on_page(self) -> bool:
        asked = any(isinstance(one, Question) for one in self.screen_stack)
        return bool(self.screen_stack) and isinstance(self.screen, Page) and not asked

    @on(Worker.StateChanged)
    def _perhaps_arrived(self, event: Worker.StateChanged) -> None:
        going = any(one.group == GOING and not one.is_finished for one in self.workers)
        if event.worker.group == GOING and not going and self._kept is not None:
            self.call_after_refresh(self._hand_over)  # once it has the focus

    async def _hand_over(self) -> None:
        kept, self._kept = self._kept or [], None
        if self.screen is self._left:
            return  # it never came: nobody knows what they meant
        for event in kept:
            await super().on_event(event)


def _is_meant(event: events.Event) -> TypeGuard[events.Key]:
    """Whether it is a key that means something else on another screen."""
    return isinstance(event, events.Key) and (event.is_printable or event.key in _MEANT)
