"""Asks for one line, beginning with the one there is."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.suggester import Suggester
from textual.widgets import Input, Static

from tui.bindings import key
from tui.widgets.dialog import Dialog
from tui.widgets.question import Question


class Line(Question[str]):
    """Answers with the line; empty when the person thought better of it."""

    DEFAULT_CSS = """
    Line { align: center middle; }
    Line Dialog { width: 76; }
    Line Static { margin-bottom: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [key("escape", "stay", "choice-stay")]

    def __init__(self, about: str, now: str, suggester: Suggester | None = None) -> None:
        """`about`: what is asked; `now`: the line there is; `suggester` gives the rest of what is typed."""
        super().__init__()
        self._about = about
        self._now = now
        self._suggester = suggester

    def compose(self) -> ComposeResult:
        """The question and the line."""
        with Dialog("dialog-line"):
            yield Static(self._about, markup=False)
            yield Input(self._now, select_on_focus=False, suggester=self._suggester)

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())

    def action_stay(self) -> None:
        """Change nothing."""
        self.dismiss("")
