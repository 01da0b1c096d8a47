"""The two walls round the app, whatever a screen does.

Nothing leaves through the terminal but what the gate released: an ordinary copy fills the app's own
clipboard, and there are no pictures, files or logs. And a fault never prints a note: what a person
sees is one sentence with the kind of fault and its place in the code.
"""

import asyncio
import logging
import os
from typing import Any

from rich.control import Control
from rich.text import Text
from textual import constants, events, on
from textual.app import App, ReturnType, SystemCommand
from textual.driver import Driver
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.worker import WorkerFailed

from tui.console import tell
from tui.outlets.osc52 import terminal_sequence
from tui.sayings import say_aside
from tui.unforeseen import place_of
from tui.widgets.early_keys import EarlyKeys
from tui.wiping import wipe_before_leaving
from tui.wording import Words


class WalledApp(App[ReturnType]):
    """An app that keeps people's words inside."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        """The person's language."""
        self._fault = ""
        self._early = EarlyKeys()
        # The framework's own logs and developer console hold every key that is pressed, the composer's answer a note.
        vars(constants).update(LOG_FILE=None, SHOW_RETURN=False)
        # What nobody listens to is printed otherwise, with whatever its writer quotes.
        logging.getLogger().addHandler(logging.NullHandler())
        self.features = frozenset()
        self.devtools = None

    # Nothing that is typed gets lost

    async def on_event(self, event: events.Event) -> None:
        """Keep what is typed before anything is there to type it on."""
        focused = self.focused if self.screen_stack else None
        if not self._early.keeps(event, focused):
            await super().on_event(event)

    @on(events.DescendantFocus)
    def _there(self) -> None:
        if self.focused is not None:
            self._early.give_to(self.focused)

    # Nothing leaves

    def copy_to_clipboard(self, text: str) -> None:
        """Copy within the app. This is where every editor's ctrl+c and ctrl+x end."""
        if text:
            self._clipboard = text
            self.notify(self.words("copied-inside"))

    def hand_to_terminal(self, text: str) -> bool:
        """Ask the terminal to copy exactly `text` (OSC 52); whether it was asked. For released text only.

        May be called from any thread.
        """
        asked = terminal_sequence(text, os.environ)
        if self._driver is None or self.is_headless or asked is None:
            return False
        self._driver.write(asked)
        return True

    def _build_driver(
        self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None
    ) -> Driver:
        driver = super()._build_driver(headless, inline, mouse, size)
        if not (driver.is_headless or driver.is_web):
            wipe_before_leaving(driver, lambda: self.size.height)
        return driver

    def leave_terminal(self) -> None:
        """Give the terminal back as it was found, with nothing of the journal on it, once it has taken all that."""
        driver = self._driver
        if driver is None or driver.is_headless or driver.is_web:
            return
        if driver.is_inline:
            column, row = self._previous_cursor_position
            driver.write(Control.move(-column, -row).segment.text)
        driver.stop_application_mode()
        driver.close()

    def get_system_commands(self, screen: Screen[Any]) -> list[SystemCommand]:
        """None: the palette offers our own commands, and one of Textual's saves pictures."""
        return []

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Refused: a picture holds words that nobody cleared."""
        self.notify(self.words("no-pictures"))

    def save_screenshot(self, *_: object, **__: object) -> str:
        """Refused."""
        self.notify(self.words("no-pictures"))
        return ""

    def deliver_screenshot(self, *_: object, **__: object) -> None:
        """Refused."""
        self.notify(self.words("no-pictures"))

    def _deliver_binary(self, *_: object, **__: object) -> None:
        self.notify(self.words("no-pictures"))

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Nothing: links are opened by `tui.outlets` alone."""

    def _log(self, *_: object, **__: object) -> None:
        return

    # Nothing is read as markup

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something in passing; never read as markup, whatever `markup` asks for."""
        del markup
        # One sentence at a time; what went wrong stays long enough to be read.
        self.clear_notifications()
        timeout = timeout or (4 if severity == "information" else 9)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=False)

    # A fault is one sentence

    @property
    def fault(self) -> str:
        """What went wrong, when something did; empty otherwise."""
        return self._fault

    def on_load(self) -> None:
        """Hear of faults that no code waits for: the loop itself would print them, with the words in them."""
        asyncio.get_running_loop().set_exception_handler(self._nobody_waited)

    def _nobody_waited(self, loop: asyncio.AbstractEventLoop, told: dict[str, Any]) -> None:
        del loop
        error = told.get("exception")
        if isinstance(error, Exception) and self.is_running:
            self.notify(say_aside(self.words, error), severity="error")
        elif isinstance(error, Exception):
            tell(say_aside(self.words, error))

    def _handle_exception(self, error: Exception) -> None:
        cause = error.error if isinstance(error, WorkerFailed) else error
        self._fault = self._fault or self.words("crashed", kind=type(cause).__name__, where=place_of(cause))
        super()._handle_exception(error)

    def panic(self, *_: object) -> None:
        """Close with the one sentence, whatever there is to render."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        self._exit_renderables.append("")
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()
        said, self._said = getattr(self, "_said", False), True
        if self._fault and not said:
            self.error_console.print(Text(self._fault))
