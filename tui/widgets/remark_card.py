"""What one rule says on the clearing screen; where the rule wants an answer, a line to give it on."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from rules.finding import Finding, Level
from tui.answering import chosen, numbered
from tui.bindings import key_of
from tui.visible import visible
from tui.widgets.remark import remark
from tui.widgets.tones import TONE_CLASSES, tones
from tui.wording import Words


class RemarkCard(Vertical):
    """What one rule says, and what it is owed."""

    DEFAULT_CSS = """
    RemarkCard { height: auto; margin-bottom: 1; padding: 0 0 0 1; border-left: blank; }
    RemarkCard:focus-within { border-left: outer $accent; }
    RemarkCard Static { height: auto; }
    RemarkCard Input { border: none; height: 1; padding: 0 1; background: $panel; margin-right: 1; }
    RemarkCard Input:focus { border: none; height: 1; background: $surface; }
    RemarkCard .remark-card--answer { padding-left: 1; }
    RemarkCard .remark-card--ask { margin-top: 0; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)

    class Answered(Message):
        """The person typed `answer` for `rule`; it may still be empty."""

        def __init__(self, rule: str, answer: str) -> None:
            super().__init__()
            self.rule = rule
            self.answer = answer

    class Entered(Message):
        """The person came to this remark; its first passage begins at the code point `start`."""

        def __init__(self, start: int) -> None:
            super().__init__()
            self.start = start

    def __init__(self, words: Words, findings: Sequence[Finding], *, asks: bool, answer: str = "") -> None:
        """`findings`: all of one rule; `asks`: the rule is owed an answer; `answer`: what was typed so far."""
        super().__init__()
        self._words = words
        self._findings = findings
        self._asks = asks
        self._answer = answer
        self._answers = findings[0].answers

    def compose(self) -> ComposeResult:
        """The remark, then what has to be done about it."""
        yield Static(remark(self._words, self._findings, quote=True, tones=tones(self)))
        level = self._findings[0].level
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

    def on_descendant_focus(self) -> None:
        """Say which passage is spoken of, and be in sight whole: who answers reads what is asked."""
        self.post_message(self.Entered(self._findings[0].start))
        self.call_after_refresh(self._into_sight)

    def _into_sight(self) -> None:
        self.scroll_visible(animate=False, immediate=True)
        for line in self.query(Input):  # where there is no room for all of it
            line.scroll_visible(animate=False, immediate=True)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Answered(self._findings[0].rule, chosen(self._answers, event.value)))

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        event.input.value = chosen(self._answers, event.value)
