"""What a change would do to a text, shown before it is done."""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from rules.word_diff import word_diff
from tui.bindings import key
from tui.widgets.dialog import Dialog
from tui.widgets.difference import drawn
from tui.widgets.question import Question
from tui.wording import Words


class Comparison(Question[bool]):
    """Answers whether the person wants the change."""

    DEFAULT_CSS = """
    Comparison { align: center middle; }
    Comparison Dialog { width: 100; max-width: 96%; max-height: 92%; }
    Comparison VerticalScroll { height: auto; max-height: 1fr; }
    .comparison--ask { margin-bottom: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "answer(True)", "compare-take"),
        key("escape", "answer(False)", "choice-stay"),
    ]

    def __init__(self, words: Words, before: str, after: str) -> None:
        super().__init__()
        self._words = words
        self._pieces = word_diff(before, after)

    def compose(self) -> ComposeResult:
        """How to answer, and the difference."""
        with Dialog("dialog-compare"):
            yield Static(self._words("compare-ask"), classes="comparison--ask", markup=False)
            with VerticalScroll():
                yield Static(drawn(self._words, self._pieces) or Text())

    def on_mount(self) -> None:
        """Arrows scroll."""
        self.query_one(VerticalScroll).focus()

    def action_answer(self, wanted: bool) -> None:
        """Close with the answer."""
        self.dismiss(wanted)
