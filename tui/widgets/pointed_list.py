"""A list of options that a click only points at: the second click on a row does what enter does.

What enter does may lead away or change something; who clicks on a row to read on must not be led there.
"""

from textual import events

from tui.widgets.barred_list import BarredList


class PointedList(BarredList):
    """Rows to read before one of them is acted on."""

    _clicked: int | None = None

    def on_click(self, event: events.Click) -> None:
        """Point at the row; do what enter does where the click before pointed at it and nothing has since."""
        row = event.style.meta.get("option")
        if row is None or self.get_option_at_index(row).disabled:
            return
        if row != self._clicked:
            event.prevent_default()
            self.highlighted = self._clicked = row

    def watch_highlighted(self, highlighted: int | None) -> None:
        """A key that leads elsewhere makes the next click the first one again."""
        super().watch_highlighted(highlighted)
        if highlighted != self._clicked:
            self._clicked = None
