"""A list of widgets that a click only points at, as in `PointedList`: the second click on a row is `Selected`."""

from textual import on
from textual.widgets import ListItem, ListView


class PointedRows(ListView):
    """Rows to read before one of them is acted on."""

    _clicked: ListItem | None = None

    @on(ListView.Selected)
    def _count_click(self, event: ListView.Selected) -> None:
        if event.item is not self._clicked:
            event.stop()
            self._clicked = event.item

    @on(ListView.Highlighted)
    def _forget_click(self, event: ListView.Highlighted) -> None:
        if event.item is not self._clicked:
            self._clicked = None
