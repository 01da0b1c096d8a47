"""The platforms in a row, with a sign at each end where the row goes on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Label, Tabs

_MORE = "…"


class PlatformTabs(Tabs):
    """Tabs that say so when there is not room for all of them, rather than end in half a word."""

    DEFAULT_CSS: ClassVar[str] = """
    PlatformTabs {
        .more { display: none; width: 1; layer: above; dock: right; }
        .before { dock: left; }
        layers: below above;
    }
    """

    can_focus = False

    def compose(self) -> ComposeResult:
        """The row, and the two signs over its ends."""
        yield from super().compose()
        yield Label(_MORE, classes="more before")
        yield Label(_MORE, classes="more after")

    def validate_active(self, active: str) -> str:
        """None, where the tab went with its screen while it was being put there."""
        return active if self.query(f"#tabs-list > #{active or 'none'}") else ""

    def on_mount(self) -> None:
        """Follow the row as it grows, shrinks and moves."""
        row = self.query_one("#tabs-scroll", Container)
        for measure in ("scroll_x", "virtual_size", "container_size"):
            self.watch(row, measure, self._moved, init=False)

    def _moved(self) -> None:
        # The sizes of a row are told one after the other: they belong together once all is laid out.
        self.call_after_refresh(self._tell_more)

    def _tell_more(self) -> None:
        row = self.query_one("#tabs-scroll", Container)
        self.query_one(".before", Label).display = row.scroll_x > 0
        self.query_one(".after", Label).display = row.scroll_x < row.max_scroll_x
