"""The signs that stand beside words: one for each level and each state, told apart without colour."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from rules.finding import Finding, Level

if TYPE_CHECKING:
    from tui.views import NoteView

LEVEL_SIGNS: Final = {Level.NOTE: "○", Level.QUESTION: "?", Level.WARNING: "▲", Level.STOP: "■"}
"""One cell each."""

RULES: Final = {Level.NOTE: "┈", Level.QUESTION: "┄", Level.WARNING: "~", Level.STOP: "━"}
"""What is drawn under a passage: dotted, dashed, wavy, solid."""

MARGINS: Final = {Level.NOTE: "▏", Level.QUESTION: "▎", Level.WARNING: "▌", Level.STOP: "█"}
"""What stands in the margin beside a line with such a passage: it grows with the level. One cell each."""

STYLES: Final = {
    Level.NOTE: "underline",
    Level.QUESTION: "underline",
    Level.WARNING: "underline bold",
    Level.STOP: "underline bold",
}
"""How a passage itself is set, beside its tone; all of it survives without colour."""

ASIDE: Final = "dim italic"
"""How a private passage is set."""
PRIVATE: Final = "◌"
CLEARED: Final = "✓"
SHARED: Final = "↗"


def heaviest(findings: Iterable[Finding]) -> Level | None:
    """The heaviest level among `findings`; None when there are none."""
    return max((finding.level for finding in findings), default=None)


def sign_of(view: "NoteView") -> str:
    """The one sign that says most about a note; a space for an ordinary draft."""
    if view.note.private:
        return PRIVATE
    if view.state in ("cleared", "shared"):
        return CLEARED if view.state == "cleared" else SHARED
    level = heaviest(view.findings)
    return " " if level is None else LEVEL_SIGNS[level]


def state_key(view: "NoteView") -> str:
    """The wording key that says in words what `sign_of` shows; empty for an ordinary draft."""
    if view.note.private:
        return "state-private"
    if view.state in ("cleared", "shared"):
        return f"state-{view.state}"
    level = heaviest(view.findings)
    return "" if level is None else f"level-{level.word}"
