"""Keys typed while a screen is being put up: they wait until it stands, so that none is asked of half a screen.

A screen that is still being read can say so: then signs wait for what they are typed into.
"""

from asyncio import CancelledError, current_task
from typing import Any

from textual import events, on
from textual._callback import invoke
from textual._context import active_message_pump
from textual._types import CallbackType as Callback
from textual.app import ReturnType
from textual.await_complete import AwaitComplete
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.screen import Screen
from textual.worker import WorkerFailed, active_worker

from tui.doorway import Doorway
from tui.overlays import OverlaidApp
from tui.screens.page import Page
from tui.screens.requests import Arrived


class ArrivingApp(OverlaidApp[ReturnType]):
    """An app that asks nothing of a screen before it is there, nor after it is gone."""

    def __init__(self, door: Doorway) -> None:
        super().__init__(door)
        self._waiting: list[events.Key] = []
        self._awaited: Screen[Any] | None = None

    async def on_event(self, event: events.Event) -> None:
        """Let a key wait for its screen, and behind those that wait already."""
        if not isinstance(event, events.Key):
            await super().on_event(event)
            return
        if not self.screen_stack:
            return  # the app is going
        if self._awaited is not self.screen:
            self._waiting.clear()  # whoever left the screen they were typed for meant nothing here
        behind = self._waiting and not event.is_forwarded and not _is_arriving(self.screen)
        if behind or self._is_early(event):
            # Also one that the screen before had no use for: it was typed behind the one that led here.
            self._waiting.append(events.Key(event.key, event.character))
            self._await_screen()
        else:
            await super().on_event(event)

    def _is_early(self, event: events.Key) -> bool:
        screen = self.screen
        return not screen.is_mounted or (_is_arriving(screen) and event.is_printable)

    def _await_screen(self) -> None:
        if self._awaited is not self.screen:
            self._awaited = self.screen
            # What a screen is to do later it does once it is there; the app then goes on, not the screen.
            self.screen.call_later(self.call_later, self._hand_over_here)

    @on(Arrived)
    async def _hand_over_here(self) -> None:
        here, self._awaited = self._awaited is self.screen, self.screen
        while here and self._waiting and not self._is_early(self._waiting[0]):
            await super().on_event(self._waiting.pop(0))
            here = self._awaited is self.screen
        if not self._waiting:
            self._awaited = None
        elif not here:
            self._awaited = None
            self._await_screen()

    def call_next(self, callback: Callback, *args: object, **kwargs: object) -> None:
        """What takes something away is waited for; that another who waited was called off does not end the app."""
        taking = isinstance(callback, AwaitComplete)
        super().call_next(_called_off_or_not(callback) if taking else callback, *args, **kwargs)

    def _handle_exception(self, error: Exception) -> None:
        """Nothing is the matter where a screen that is gone was still looking for what had been on it."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if not (isinstance(cause, NoMatches) and self._is_gone()):
            super()._handle_exception(error)

    def _is_gone(self) -> bool:
        """Whether what is at work now belongs to no screen that stands."""
        worker = active_worker.get(None)
        owners = (worker.node if worker is not None else None, active_message_pump.get(None))
        return any(isinstance(one, DOMNode) and not self._stands(one) for one in owners)

    def _stands(self, owner: DOMNode) -> bool:
        screen = next((one for one in owner.ancestors_with_self if isinstance(one, Screen)), None)
        return owner is self or screen in self.screen_stack


def _called_off_or_not(work: Callback) -> Callback:
    async def wait() -> None:
        try:
            await invoke(work)
        except CancelledError:
            task = current_task()
            if task is not None and task.cancelling():  # it is the app itself that has to end
                raise

    return wait


def _is_arriving(screen: Screen[Any]) -> bool:
    return isinstance(screen, Page) and screen.arriving
