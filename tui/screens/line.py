"""Asks for one line, beginning with the one there is."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.bindings import key


class Line(ModalScreen[str]):
    """Answers with the line; empty when the person thought better of it."""

    DEFAULT_CSS = """
    Line { align: center middle; }
    Line Vertical {
        width: 76; max-width: 94%; height: auto; padding: 1 2; background: $panel; border: round $accent;
    }
    Line Static { height: auto; margin-bottom: 1; }
    Line Input { border: none; height: 1; padding: 0 1; background: $surface; }
    Line Input:focus { border: none; height: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [key("escape", "stay", "choice-stay")]

    def __init__(self, about: str, now: str) -> None:
        """`about`: what is asked; `now`: the line there is."""
        super().__init__()
        self._about = about
        self._now = now

    def compose(self) -> ComposeResult:
        """The question and the line."""
        with Vertical():
            yield Static(self._about, markup=False)
            yield Input(self._now, select_on_focus=False)

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())

    def action_stay(self) -> None:
        """Change nothing."""
        self.dismiss("")
