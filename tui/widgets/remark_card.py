"""What one rule says on the clearing screen; where the rule wants an answer, a line to give it on."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from rules.finding import Finding, Level
from tui.answering import chosen, numbered
from tui.bindings import key_of
from tui.visible import visible
from tui.widgets.remark import remark
from tui.widgets.tones import TONE_CLASSES, tones
from tui.wording import Words

_CHANGE = "remark-change"


class RemarkCard(Vertical):
    """What one rule says, and what it is owed."""

    DEFAULT_CSS = """
    RemarkCard { height: auto; margin-bottom: 1; padding: 0 0 0 1; border-left: blank; }
    RemarkCard:focus-within { border-left: outer $accent; }
    RemarkCard Static { height: auto; }
    RemarkCard Input { border: none; height: 1; padding: 0 1; background: $panel; }
    RemarkCard Input:focus { border: none; height: 1; background: $surface; }
    RemarkCard .remark-card--answer { padding-left: 1; }
    RemarkCard .remark-card--ask { margin-top: 0; text-style: bold; }
    RemarkCard .remark-card--change { color: $quiet; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)

    class Answered(Message):
        """The person typed `answer` for `rule`; it may still be empty."""

        def __init__(self, rule: str, answer: str) -> None:
            super().__init__()
            self.rule = rule
            self.answer = answer

    class Entered(Message):
        """The person came to the remark on `card`."""

        def __init__(self, card: "RemarkCard") -> None:
            super().__init__()
            self.card = card

    def __init__(self, words: Words, findings: Sequence[Finding], *, asks: bool, answer: str = "") -> None:
        """`findings`: all of one rule; `asks`: the rule is owed an answer; `answer`: what was typed so far."""
        super().__init__()
        self._words = words
        self.findings = findings
        """All of one rule."""
        self._asks = asks
        self._answer = answer
        self._answers = findings[0].answers

    def compose(self) -> ComposeResult:
        """The remark, then what has to be done about it."""
        yield Static(remark(self._words, self.findings, quote=True, tones=tones(self)))
        yield Static(id=_CHANGE, classes="remark-card--change", markup=False)
        level = self.findings[0].level
        kind = "answer" if level is Level.QUESTION else "reason"
        if self._asks:
            yield Static(self._words(f"owed-{kind}"), classes="remark-card--ask", markup=False)
            for answer in numbered(self._answers):
                yield Static(visible(answer), classes="remark-card--answer", markup=False)
            line = "line-number" if self._answers else f"line-{kind}"
            yield Input(self._answer, placeholder=self._words(line), select_on_focus=False)
        elif level is Level.STOP:
            key = key_of(self.screen, "clear-reword", typing=False)
            yield Static(self._words("stop-must-change", key=key), classes="remark-card--ask", markup=False)

    def on_mount(self) -> None:
        """No change is offered before the screen says so."""
        self.offer("")

    def offer(self, change: str) -> None:
        """Show the key that makes a change for this remark, with what it does; empty for none."""
        line = self.query_one(f"#{_CHANGE}", Static)
        line.update(Content(change))
        line.display = bool(change)

    def on_descendant_focus(self) -> None:
        """Say which passage is spoken of."""
        self.post_message(self.Entered(self))

    def into_sight(self) -> None:
        """Be in sight whole: who answers reads what is asked."""
        self.scroll_visible(animate=False, immediate=True)
        for line in self.query(Input):  # where there is no room for all of it
            line.scroll_visible(animate=False, immediate=True)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Answered(self.findings[0].rule, chosen(self._answers, event.value)))

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        event.input.value = chosen(self._answers, event.value)
