"""A question with two or three answers, asked only where nothing can be undone afterwards."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Button, Static

from tui.bindings import key
from tui.widgets.dialog import Dialog
from tui.widgets.question import Question


class Choice(Question[str]):
    """Answers with the id of the button chosen; esc answers with the first, which changes nothing."""

    DEFAULT_CSS = """
    Choice { align: center middle; }
    Choice Static { margin-bottom: 1; }
    Choice Button { width: 100%; margin-top: 0; content-align-horizontal: left; text-align: left; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "stay", "choice-stay"),
        key("up", "app.focus_previous", "list-up", show=False),
        key("down", "app.focus_next", "list-down", show=False),
        key("home", "edge(0)", "list-first", show=False),
        key("end", "edge(-1)", "list-last", show=False),
    ]

    def __init__(self, question: str, answers: Sequence[tuple[str, str]]) -> None:
        """`answers`: id and wording of each, the harmless one first."""
        super().__init__()
        self._question = question
        self._answers = answers

    def compose(self) -> ComposeResult:
        """The question and a button for each answer."""
        with Dialog("dialog-choice"):
            yield Static(self._question, markup=False)
            for name, wording in self._answers:
                yield Button(wording, id=name, compact=True)

    @on(Button.Pressed)
    def _chosen(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id or "")

    def action_edge(self, place: int) -> None:
        """Go to the first answer, or to the last."""
        list(self.query(Button))[place].focus()

    def action_stay(self) -> None:
        """Change nothing."""
        self.dismiss(self._answers[0][0])
