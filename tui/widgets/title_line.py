"""The first line of every screen: whose it is, what is shown, how it stands."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static


class TitleLine(Horizontal):
    """Brand at the left, what is shown in the middle, how it stands at the right."""

    DEFAULT_CSS = """
    TitleLine { height: 1; padding: 0 1; background: $panel; }
    TitleLine Static { height: 1; width: auto; text-wrap: nowrap; text-overflow: ellipsis; }
    TitleLine .title-line--brand { color: $accent; text-style: bold; margin-right: 2; }
    TitleLine .title-line--shown { width: 1fr; text-style: bold; }
    TitleLine .title-line--stands { color: $foreground; margin-left: 1; }
    """

    def compose(self) -> ComposeResult:
        """Three texts on one line."""
        yield Static(Content("Clearday"), classes="title-line--brand")
        yield Static(classes="title-line--shown")
        yield Static(classes="title-line--stands")

    def show(self, shown: str, stands: str = "") -> None:
        """Write what is shown and how it stands; plain text, never markup."""
        self.query_one(".title-line--shown", Static).update(Content(shown))
        self.query_one(".title-line--stands", Static).update(Content(stands))
