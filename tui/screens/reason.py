"""A line to say why a remark does not fit here; it stands for these words, wherever they are, until they change."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from rules.finding import Finding, Level
from tui.answering import answered, chosen, numbered
from tui.bindings import key
from tui.visible import visible
from tui.widgets.dialog import Dialog
from tui.widgets.question import Question
from tui.widgets.remark import remark
from tui.widgets.tones import TONE_CLASSES, tones
from tui.wording import Words


class Reason(Question[str]):
    """Answers with the reason given; empty when the person thought better of it."""

    DEFAULT_CSS = """
    Reason { align: center middle; }
    Reason Dialog { width: 76; }
    Reason .reason--ask { margin-top: 1; text-style: bold; }
    Reason Input { margin-top: 1; }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)

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
        with Dialog("dialog-line"):
            yield Static(remark(self._words, self._findings, quote=True, tones=tones(self)))
            yield Static(self._words("waive-ask"), classes="reason--ask", markup=False)
            for answer in numbered(self._answers):
                yield Static(visible(answer), markup=False)
            yield Input(placeholder=self._words("line-number" if asks and self._answers else "line-waive"))

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        said = chosen(self._answers, event.value)
        if not said or answered(self._findings, self._findings[0].rule, said):
            self.dismiss(said)
        else:
            self.query_one(".reason--ask", Static).update(self._words("reason-short"))

    def action_stay(self) -> None:
        """Give none."""
        self.dismiss("")
