"""One search result: its day, the words around the first match, the match set apart."""

from collections.abc import Sequence
from typing import ClassVar

from rich.console import RenderableType
from rich.text import Text
from textual.widgets import ListItem

from rules.found import places
from rules.query import Sought
from tui.views import NoteView
from tui.visible import visible
from tui.widgets.days import short_day
from tui.widgets.in_columns import InColumns
from tui.widgets.pointed_rows import PointedRows
from tui.widgets.signs import sign_of
from tui.widgets.swap import become, join
from tui.widgets.tones import TONE_CLASSES, tone_of
from tui.wording import Words

_BEFORE = 24
_MOST = 160
_MOST_READ = 100_000


class FoundList(PointedRows):
    """What was found. It has the tones of all its rows: a style for each row would take longer than the rows."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)

    def __init__(self) -> None:
        super().__init__(id="search-found", initial_index=None)
        self.can_focus = False

    async def show(self, views: Sequence[NoteView], sought: Sequence[Sought], words: Words) -> None:
        """Draw these notes, the first of them selected. Rows that stand there already take what is found now."""
        await become(self, lambda: self._rows_for(views, sought, words))
        self.index = 0 if views else None

    async def add(self, views: Sequence[NoteView], sought: Sequence[Sought], words: Words) -> None:
        """Draw these below the others; what is selected stays so."""
        await join(self, [FoundRow(view, sought, words) for view in views])
        if self.index is None:
            self.index = 0

    @property
    def rows(self) -> list["FoundRow"]:
        """Those that are drawn, from the top."""
        return list(self.query_children(FoundRow))

    def _rows_for(
        self, views: Sequence[NoteView], sought: Sequence[Sought], words: Words
    ) -> list["FoundRow"]:
        rows = self.rows[: len(views)]
        for row, view in zip(rows, views, strict=False):
            row.show(view, sought)
        return rows + [FoundRow(view, sought, words) for view in views[len(rows) :]]


class FoundRow(ListItem):
    """A note that was found."""

    DEFAULT_CSS = """
    FoundRow { padding: 0; border-left: blank; }
    FoundRow.-highlight { border-left: outer $accent; }
    """

    def __init__(self, view: NoteView, sought: Sequence[Sought], words: Words) -> None:
        """`sought`: what was looked for, without filters."""
        super().__init__()
        self.view = view
        """The note."""
        self._sought = sought
        self._words = words

    def show(self, view: NoteView, sought: Sequence[Sought]) -> None:
        """Be the row of another note."""
        self.view, self._sought = view, sought
        self.refresh(layout=True)

    def render(self) -> RenderableType:
        """Sign, day and excerpt on one or two lines."""
        if self.parent is None:  # on its way out
            return ""
        sign = Text(sign_of(self.view), tone_of(self.query_ancestor(FoundList), self.view))
        day = Text(short_day(self._words, self.view.note.day))
        return InColumns([(sign, 1), (day, 15)], self._excerpt())

    def _excerpt(self) -> Text:
        text = " ".join(self.view.note.text[:_MOST_READ].split())
        matches = places(text, self._sought)
        first = text.rfind(" ", 0, max(0, matches[0][0] - _BEFORE)) + 1 if matches else 0
        last = (
            len(text) if len(text) <= first + _MOST else max(text.rfind(" ", first, first + _MOST), first + 1)
        )
        shown = Text(visible(text[first:last]), end="")
        for start, end in matches:
            if end > first and start < last:
                shown.stylize("bold underline", max(0, start - first), end - first)
        if last < len(text):
            shown.append(" …")
        return Text("… ", end="").append_text(shown) if first else shown
