"""The colours of the levels. They repeat what the sign and the word beside them say: without colour nothing is missing.

A widget that draws findings has `TONE_CLASSES` among its component classes; the stylesheet gives each its colour.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from rich.style import Style
from textual.widget import Widget

from rules.finding import Level
from tui.widgets.signs import heaviest

if TYPE_CHECKING:
    from tui.views import NoteView

Tones = Mapping[Level, Style]
"""What each level is drawn in."""

TONE_CLASSES: Final = frozenset(f"level--{level.word}" for level in Level)
NO_TONES: Final[Tones] = {level: Style.null() for level in Level}
"""As the text around it."""


def tones(widget: Widget) -> Tones:
    """The colours under the theme in use; only for a widget that has `TONE_CLASSES`, once it is mounted."""
    return {level: widget.get_component_rich_style(f"level--{level.word}", partial=True) for level in Level}


def tone_of(widget: Widget, view: "NoteView") -> Style:
    """The colour of a note's sign: that of its heaviest finding, while the sign speaks of findings."""
    level = heaviest(view.findings)
    if level is None or view.note.private or view.state in ("cleared", "shared"):
        return Style.null()
    return tones(widget)[level]
