"""A row of a long list that knows how tall it is before it is drawn.

An option list lays out every row it has to know where each begins; Textual draws one to learn its height.
"""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from textual.css.styles import RulesMap
from textual.visual import RichVisual
from textual.widget import Widget

from tui.widgets.in_columns import InColumns


class MeasuredRow:
    """Lines in columns beneath one another, and a blank one at the end where it has a style."""

    def __init__(self, lines: Sequence[InColumns], end: Style | None = None, *, beside: int = 1) -> None:
        """`beside`: blank columns at either side."""
        self.lines = lines
        self.end = end
        self.beside = beside

    def on(self, widget: Widget) -> RichVisual:
        """The row as `widget` draws it."""
        return _Measured(widget, self)

    @property
    def drawn(self) -> RenderableType:
        """What Rich draws of it."""
        parts: Iterable[RenderableType] = (Padding(line, (0, self.beside)) for line in self.lines)
        return Group(*parts) if self.end is None else Group(*parts, Padding("", style=self.end))


class _Measured(RichVisual):
    """Textual asks for the height again whenever the list is laid out; of one width it stays the same."""

    def __init__(self, widget: Widget, row: MeasuredRow) -> None:
        super().__init__(widget, row.drawn)
        self._row = row
        self._heights: dict[int, int] = {}

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Its lines at `width` columns."""
        if width not in self._heights:
            console, room = self._widget.app.console, width - 2 * self._row.beside
            lines = sum(line.height(console, room) for line in self._row.lines)
            self._heights[width] = lines + (self._row.end is not None)
        return self._heights[width]
