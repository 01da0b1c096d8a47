"""The first line of every screen: whose it is, what is shown, how it stands."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

_BRAND, _GAP = "Clearday", "  "


class TitleLine(Horizontal):
    """Brand at the left, what is shown in the middle, how it stands at the right.

    Where there is no room for all three, the brand goes first: what is shown has to be read whole.
    """

    DEFAULT_CSS = """
    TitleLine { height: 1; padding: 0 1; background: $panel; }
    TitleLine Static { height: 1; width: auto; text-wrap: nowrap; text-overflow: ellipsis; }
    TitleLine .title-line--brand { color: $accent; text-style: bold; margin-right: 2; }
    TitleLine.-full .title-line--brand { display: none; }
    TitleLine .title-line--shown { width: 1fr; text-style: bold; }
    TitleLine .title-line--stands { color: $foreground; margin-left: 1; }
    """

    _needed = 0

    def compose(self) -> ComposeResult:
        """Three texts on one line."""
        yield Static(Content(_BRAND), classes="title-line--brand")
        yield Static(classes="title-line--shown")
        yield Static(classes="title-line--stands")

    def show(self, shown: str, stands: str = "") -> None:
        """Write what is shown and how it stands; plain text, never markup."""
        self.query_one(".title-line--shown", Static).update(Content(shown))
        self.query_one(".title-line--stands", Static).update(Content(stands))
        self._needed = sum(cell_len(text) + len(_GAP) for text in (_BRAND, shown, stands) if text)
        self._fit()

    def on_resize(self) -> None:
        """Make room for what is shown."""
        self._fit()

    def _fit(self) -> None:
        self.set_class(self._needed > self.content_size.width + len(_GAP), "-full")
