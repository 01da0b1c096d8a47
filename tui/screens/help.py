"""Help for where the person is: its part of the help text first, the rest below."""

import os
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Markdown

from tui.bindings import key
from tui.screens.desk_thread import DeskThread
from tui.screens.page import Page

TOPICS = ("today", "week", "clear", "share", "search", "calendar", "places", "everywhere")
"""The parts of the help text, in the order its second-level headings stand."""

_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class HelpPage(Page):
    """The help text, the part that is wanted now at the top."""

    TOPIC = "everywhere"

    BINDINGS: ClassVar[list[BindingType]] = [key("q", "back", "back-q", show=False)]

    def __init__(self, thread: DeskThread, topic: str, *, banner: str = "") -> None:
        """`topic`: one of `TOPICS`."""
        super().__init__(thread, banner=banner)
        self._topic = topic

    def body(self) -> ComposeResult:
        """The text."""
        with VerticalScroll(id="help-text"):
            yield Markdown(help_text(self.words.language, self._topic), open_links=False)

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
