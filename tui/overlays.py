"""What opens on top of any screen: commands by name, colours, letters to jump by."""

import asyncio
from typing import Any

from textual import work
from textual.app import ReturnType
from textual.screen import Screen

from storage.errors import StorageError
from tui.chosen import ChosenApp
from tui.sayings import say_error
from tui.screens.commands import Commands
from tui.screens.layout import read_layout
from tui.screens.page import Page
from tui.widgets.question import Question


class OverlaidApp(ChosenApp[ReturnType]):
    """An app with overlays."""

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        # Textual counts the screen below as seen also where the one in front covers all of it: every blink of a
        # cursor down there would draw the whole of the one in front again.
        behind = super()._background_screens
        return behind if behind and self.screen.styles.background.a < 1 else []

    def action_jump(self) -> None:
        """Put a letter on everything that can be gone to."""
        from tui.screens.jump import Jump

        if isinstance(self.screen, Page | Question) and not isinstance(self.screen, Jump):
            self.push_screen(Jump(self.screen))

    def action_command_palette(self) -> None:
        """Find any command by its name."""
        if isinstance(self.screen, Page):
            read_layout("palette", self.stylesheet)
            self.push_screen(Commands(placeholder=self.words("palette-ask")))

    def action_change_theme(self) -> None:
        """Choose other colours."""
        from tui.colours import Colours

        read_layout("palette", self.stylesheet)
        self.push_screen(Commands(providers=[Colours], placeholder=self.words("palette-theme")))

    @work(exclusive=True, group="colours")
    async def wear(self, theme: str) -> None:
        """Put on the colours called `theme`, and keep them in the settings."""
        self.theme = theme
        try:
            await asyncio.to_thread(self.door.preferences.set, "theme", [theme])
        except (StorageError, ValueError) as error:
            self.notify(say_error(self.words, error), severity="error")

    def action_help_quit(self) -> None:
        """ctrl+c with nothing selected: say how to leave."""
        self.notify(self.words("copy-nothing"))
