"""Asks for the value of one setting: one of a few, or words of the person's own."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.bindings import key
from tui.widgets.barred_list import BarredList
from tui.widgets.dialog import Dialog
from tui.widgets.question import Question
from tui.wording import Words


class Value(Question[str | None]):
    """Answers with the value, empty for the usual one; None when the person thought better of it."""

    DEFAULT_CSS = """
    Value { align: center middle; }
    Value Static { margin-bottom: 1; }
    Value OptionList > .option-list--option { padding: 0 1; }
    Value OptionList, Value OptionList:focus {
        height: auto; max-height: 12; background: $surface; border: none; padding: 0;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [key("escape", "stay", "choice-stay")]

    def __init__(self, words: Words, about: str, now: str, known: Sequence[str], usual: str = "") -> None:
        """`about`: what is asked; `now`: the value there is; `known`: all there are, or none for any words.

        `usual`: what holds where nothing is given, in words.
        """
        super().__init__()
        self._words = words
        self._about = about
        self._now = now
        self._known = known
        self._usual = usual

    def compose(self) -> ComposeResult:
        """The question, then the values or a line."""
        with Dialog("dialog-choice" if self._known else "dialog-line"):
            yield Static(self._about, markup=False)
            if self._known:
                usual = Option(self._usual, id="--usual")
                yield BarredList(usual, *(Option(one, id=one) for one in self._known), markup=False)
            else:
                yield Input(self._now, placeholder=self._usual, select_on_focus=False)

    def on_mount(self) -> None:
        """Begin at the value there is."""
        for listed in self.query(OptionList):
            listed.highlighted = self._known.index(self._now) + 1 if self._now in self._known else 0

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss("" if event.option.id == "--usual" else event.option.id)

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())

    def action_stay(self) -> None:
        """Change nothing."""
        self.dismiss(None)
