"""Help for where the person is: its part of the help text first, the rest below."""

import os
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Heading, Markdown
from rich.theme import Theme
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from tui.bindings import key
from tui.screens.desk_thread import DeskThread
from tui.screens.page import Page
from tui.visible import visible

TOPICS = (
    "today",
    "week",
    "clear",
    "share",
    "search",
    "calendar",
    "places",
    "settings",
    "welcome",
    "everywhere",
)
"""The parts of the help text, in the order its second-level headings stand."""

_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class _Heading(Heading):
    """A heading at the left, as all that stands below it."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.text


class _Markdown(Markdown):
    elements: ClassVar = {**Markdown.elements, "heading_open": _Heading}


class _Coloured:
    """Markdown in the styles of a theme."""

    def __init__(self, text: str, theme: Theme) -> None:
        self._markdown = _Markdown(text)
        self._theme = theme

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        with console.use_theme(self._theme):
            yield from console.render(self._markdown, options)


class HelpText(Widget):
    """The help in one piece: a widget for each of its paragraphs would take a second to lay out."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"help-text--heading", "help-text--bullet"}

    def __init__(self, text: str) -> None:
        """`text`: Markdown."""
        super().__init__()
        self._text = text

    def render(self) -> "_Coloured":
        """The text in the colours of the screen."""
        heading = self.get_component_rich_style("help-text--heading", partial=True)
        bullet = self.get_component_rich_style("help-text--bullet", partial=True)
        styles = {"markdown.h2": heading, "markdown.item.bullet": bullet, "markdown.code": heading}
        return _Coloured(self._text, Theme(styles))


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
            yield HelpText(help_text(self.words.language, self._topic))

    def _own_keys(self) -> str:
        # The text below names the usual keys; what a person changed stands above it.
        own = (f"{visible(keys)}: {self.words(f'tip-{name}')}" for name, keys in self.desk.settings.keys)
        return "\n".join([self.words("help-own-keys"), *own])

    def action_back(self) -> None:
        """Back to where it was asked for, also to a question that waits on its way elsewhere."""
        if self.is_active:
            self.dismiss()

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
