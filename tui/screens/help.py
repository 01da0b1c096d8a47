"""Help for where the person is: its part of the help text first, the rest below."""

import os
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Markdown, Static

from tui.bindings import key
from tui.screens.desk_thread import DeskThread
from tui.screens.page import Page
from tui.visible import visible

TOPICS = ("today", "week", "clear", "share", "search", "calendar", "places", "settings", "everywhere")
"""The parts of the help text, in the order its second-level headings stand."""

_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class HelpPage(Page):
    """The help text, the part that is wanted now at the top."""

    TOPIC = "everywhere"
    LAYOUT = "help"
    WITHOUT: ClassVar[frozenset[str]] = frozenset({"help"})

    BINDINGS: ClassVar[list[BindingType]] = [key("q", "back", "back-q", show=False)]

    def __init__(self, thread: DeskThread, topic: str, *, banner: str = "") -> None:
        """`topic`: one of `TOPICS`."""
        super().__init__(thread, banner=banner)
        self._topic = topic

    def body(self) -> ComposeResult:
        """The text."""
        with VerticalScroll(id="help-text"):
            if self.desk.settings.keys:
                yield Static(self._own_keys(), id="help-own", markup=False)
            yield Markdown(help_text(self.words.language, self._topic), open_links=False)

    def _own_keys(self) -> str:
        # The text below names the usual keys; what a person changed stands above it.
        own = (f"{visible(keys)}: {self.words(f'tip-{name}')}" for name, keys in self.desk.settings.keys)
        return "\n".join([self.words("help-own-keys"), *own])

    def on_mount(self) -> None:
        """Ready to scroll."""
        self.head(self.words("title-help"))
        self.query_one("#help-text").focus()


def help_text(language: str, topic: str) -> str:
    """The help in `language`, Markdown, the part about `topic` first and the part for everywhere second."""
    with open(os.path.join(_FOLDER, f"help_{language}.md"), encoding="utf-8") as file:
        parts = file.read().split("\n## ")[1:]
    named = dict(zip(TOPICS, parts, strict=True))
    order = dict.fromkeys((topic, "everywhere", *TOPICS))
    return "\n".join(f"## {named[name]}" for name in order)
