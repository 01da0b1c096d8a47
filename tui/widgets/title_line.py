"""The first line of every screen: whose it is, what is shown, how it stands."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

_BRAND, _GAP, _POINT = "Clearday", "  ", " · "
_PADDING = 2
"""Cells at both ends of the line together."""


class TitleLine(Horizontal):
    """Brand at the left, what is shown in the middle, how it stands at the right.

    Where there is no room for all three, the brand goes first, then the last parts: no word is cut off while a part
    can be left out.
    """

    DEFAULT_CSS = """
    TitleLine { height: 1; padding: 0 1; background: $panel; }
    TitleLine Static { height: 1; width: auto; text-wrap: nowrap; text-overflow: ellipsis; }
    TitleLine .title-line--brand { color: $accent; text-style: bold; margin-right: 2; }
    TitleLine.-full .title-line--brand { display: none; }
    TitleLine .title-line--shown { width: 1fr; text-style: bold; }
    TitleLine .title-line--stands { color: $foreground; margin-left: 1; }
    """

    _said = "", ""

    def compose(self) -> ComposeResult:
        """Three texts on one line."""
        yield Static(Content(_BRAND), classes="title-line--brand")
        yield Static(classes="title-line--shown")
        yield Static(classes="title-line--stands")

    def show(self, shown: str, stands: str = "") -> None:
        """Write what is shown and how it stands; plain text, never markup. ` · ` parts what can be left out."""
        self._said = shown, stands
        self._fit()

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._fit()

    def _fit(self) -> None:
        shown, stands = self._said
        # Before it is laid out it counts on the whole terminal, so that it is right from the first picture on.
        width = self.content_size.width if self.size else self.app.size.width - _PADDING
        room = width + len(_GAP)
        self.set_class(_needed(_BRAND, shown, stands) > room, "-full")
        if stands and _needed(shown, stands) > room:
            shown = shown.partition(_POINT)[0]
        while _POINT in stands and _needed(shown, stands) > room:
            stands = stands.rpartition(_POINT)[0]
        self.query_one(".title-line--shown", Static).update(Content(shown))
        self.query_one(".title-line--stands", Static).update(Content(stands))


def _needed(*texts: str) -> int:
    return sum(cell_len(text) + len(_GAP) for text in texts if text)
