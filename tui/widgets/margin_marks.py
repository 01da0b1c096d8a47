"""The margin of the line to type in: a mark beside every row with a finding, which grows with its level.

Where nothing was found, the first row has the sign that says one can type here, or that the note stays private.
"""

from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.prose_editor import ProseEditor
from tui.widgets.signs import MARGINS, PRIVATE
from tui.widgets.tones import TONE_CLASSES, tones

_READY = "❯"


class MarginMarks(Widget):
    """Two cells wide, as high as the editor beside it."""

    DEFAULT_CSS = """
    MarginMarks { width: 2; height: auto; color: $accent; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)

    def __init__(self, editor: ProseEditor, most: int) -> None:
        """`most`: rows that the editor grows to."""
        super().__init__()
        self._editor = editor
        self._most = most
        self.private = False
        """Whether what is written stays private."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the editor has."""
        return max(1, min(self._most, self._editor.wrapped_document.height))

    def render_line(self, y: int) -> Strip:
        """The mark of one row."""
        level = None if self.private else self._editor.level_on(y)
        first = PRIVATE if self.private else _READY
        sign = MARGINS[level] if level is not None else first if y == 0 else " "
        style = self.rich_style if level is None else self.rich_style + tones(self)[level]
        return Strip([Segment(f"{sign} ", style)], 2)
