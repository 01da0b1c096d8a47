"""A line to say why a remark does not fit here; it stands for these words, wherever they are, until they change."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from rules.finding import Finding, Level
from tui.answering import chosen, numbered
from tui.bindings import key
from tui.visible import visible
from tui.widgets.remark import remark
from tui.wording import Words


class Reason(ModalScreen[str]):
    """Answers with the reason given; empty when the person thought better of it."""

    DEFAULT_CSS = """
    Reason { align: center middle; }
    Reason Vertical {
        width: 76; max-width: 94%; height: auto; max-height: 90%;
        padding: 1 2; background: $panel; border: round $accent;
    }
    Reason Static { height: auto; }
    Reason .reason--ask { margin-top: 1; text-style: bold; }
    Reason Input { border: none; height: 1; padding: 0 1; background: $surface; margin-top: 1; }
    Reason Input:focus { border: none; height: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [key("escape", "stay", "choice-stay")]

    def __init__(self, words: Words, findings: Sequence[Finding]) -> None:
        """`findings`: all that one rule holds in the text."""
        super().__init__()
        self._words = words
        self._findings = findings
        self._answers = findings[0].answers

    def compose(self) -> ComposeResult:
        """The remark, what often fits, and the line."""
        asks = self._findings[0].level is Level.QUESTION
        with Vertical():
            yield Static(remark(self._words, self._findings, quote=True))
            yield Static(self._words("waive-ask"), classes="reason--ask", markup=False)
            for answer in numbered(self._answers):
                yield Static(visible(answer), markup=False)
            yield Input(placeholder=self._words("line-number" if asks and self._answers else "line-waive"))

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        self.dismiss(chosen(self._answers, event.value))

    def action_stay(self) -> None:
        """Give none."""
        self.dismiss("")
