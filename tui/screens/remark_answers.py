"""What a person says to the remark that is spoken: why it does not fit here, or that it is wrong."""

from collections.abc import Iterable
from typing import Protocol

from textual.app import App
from textual.screen import Screen

from rules.finding import Finding, Level
from tui.bindings import keyed
from tui.screens.page import Severity
from tui.widgets.answers import answers_to
from tui.wording import Words


class Speaker(Protocol):
    """A screen, or a small app, that speaks of one remark at a time."""

    words: Words

    @property
    def app(self) -> App[object]:
        """Where the reason is asked for."""

    @property
    def screen(self) -> Screen[object]:
        """Whose keys answer."""

    def tell(self, sentence: str, severity: Severity = "information") -> None:
        """Say one sentence in passing."""


class RemarkAnswers:
    """The answers to the remarks on one text, and the advice that is not to be given on it again."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self._unheard: frozenset[str] = frozenset()

    def heard(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Those of `findings` that the person still wants to hear; what holds the text always."""
        return tuple(one for one in findings if one.holds or one.rule not in self._unheard)

    def hear_all(self) -> None:
        """Begin with another text."""
        self._unheard = frozenset()

    def keys(self, where: str, text: str, finding: Finding, *, typing: bool = True) -> list[str]:
        """The keys that answer `finding`, made of `text`, each with what it does.

        `where` is what the names of their bindings begin with; `typing`: whether letters are words now.
        """
        words, screen = self._speaker.words, self._speaker.screen
        said = answers_to(text, finding)
        return [keyed(screen, f"{where}-{name}", words(one), typing=typing) for name, one in said.items()]

    async def reason(self, finding: Finding | None, findings: Iterable[Finding]) -> str:
        """Why `finding`, one of `findings`, does not fit here, as the person puts it.

        Empty when they thought better of it, and after saying that it takes no reason.
        """
        words = self._speaker.words
        if finding is None or finding.level is Level.NOTE:
            self._speaker.tell(words("waive-none-here"))
        elif self._may_stand(finding):
            from tui.screens.reason import Reason  # not needed before there is a remark

            meant = [one for one in findings if one.rule == finding.rule]
            return await self._speaker.app.push_screen_wait(Reason(words, meant))
        return ""

    def wrong_here(self, finding: Finding) -> str:
        """The reason to give when a remark is called wrong; empty for advice, which is not said again, and a stop."""
        if not self._may_stand(finding):
            return ""
        if finding.holds:
            return self._speaker.words("not-this-reason")
        self._unheard |= {finding.rule}
        return ""

    def _may_stand(self, finding: Finding) -> bool:
        if finding.level is Level.STOP:
            self._speaker.tell(self._speaker.words("stop-stands"), "warning")
        return finding.level is not Level.STOP
