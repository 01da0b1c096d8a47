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
from tui.widgets.signs import sign_of
from tui.widgets.tones import TONE_CLASSES, tone_of
from tui.wording import Words

_BEFORE = 24
_MOST = 160
_MOST_READ = 100_000


class FoundRow(ListItem):
    """A note that was found."""

    DEFAULT_CSS = """
    FoundRow { padding: 0 1 0 0; border-left: blank; }
    FoundRow.-highlight { border-left: outer $accent; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)

    def __init__(self, view: NoteView, sought: Sequence[Sought], words: Words) -> None:
        """`sought`: what was looked for, without filters."""
        super().__init__()
        self.view = view
        """The note."""
        self._sought = sought
        self._words = words

    def render(self) -> RenderableType:
        """Sign, day and excerpt on one or two lines."""
        sign = Text(sign_of(self.view), tone_of(self, self.view))
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
