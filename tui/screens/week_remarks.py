"""The three answers to a remark on the weekly note: the change it suggests, a reason, or that it is wrong here."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType

from rules.finding import Finding
from tui.bindings import key
from tui.screens.week_acts import WeekActsPage
from tui.widgets.answers import make_change, say_change, spoken_at
from tui.widgets.passage_row import Shown
from tui.widgets.week_margin import block_span

if TYPE_CHECKING:
    from rules.change import Changes


class WeekRemarksPage(WeekActsPage):
    """The weekly note, and the keys that answer the remark beside it, while reading and while writing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f12,ctrl+g", "change", "week-change", priority=True),
        key("R,ctrl+r", "answer", "week-reason", show=False),
        key("T,ctrl+t", "not_this", "week-not-this", show=False),
    ]

    @property
    def spoken(self) -> Finding | None:
        """The remark that the keys answer: at the cursor while writing, else the heaviest of the passage."""
        if self._view is None:
            return None
        if self.writing:
            start, end = block_span(self.editor.text, self.editor.place)
            near = [one for one in self.editor.findings if one.start < end and one.end > start]
            return spoken_at(near, self.editor.place)
        row = self.reading.selected
        return spoken_at(row.findings if row is not None and not row.passage.offered else (), -1)

    @property
    def _spoken_text(self) -> str:
        """What the offsets of the spoken remark count."""
        return self.editor.text if self.writing or self.unsaved or self._view is None else self._view.text

    def hints(self) -> str:
        """The keys that answer the spoken remark, each with what it does."""
        finding = self.spoken
        if finding is None:
            return ""
        return " · ".join(self.answers.keys("week", self._spoken_text, finding, typing=self.writing))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What answers a remark works where there is one."""
        if action in ("answer", "not_this"):
            return self.spoken is not None
        if action == "change":
            finding = self.spoken
            return finding is not None and _suggestions().kind(self._spoken_text, finding) is not None
        return super().check_action(action, parameters)

    # The change it suggests

    def action_change(self) -> None:
        """Make the change that the remark suggests."""
        finding = self.spoken
        if finding is None:
            return
        if self.writing:
            said = make_change(self.words, self.editor, finding)
            if said:
                self.tell(said)
        elif self.reading.selected is not None:
            self._change_passage(self.reading.selected, finding)

    @work(exclusive=True, group="act")
    async def _change_passage(self, row: Shown, finding: Finding) -> None:
        if self.unsaved and not await self.save():
            return
        here = replace(finding, start=finding.start - row.start, end=finding.end - row.start)
        change = _suggestions().of(row.passage.text, here) if here.start >= 0 else None
        if change is None or self._view is None or row.passage not in self._view.passages:
            return
        from rules.change import changed

        worded = replace(row.passage, text=changed(row.passage.text, [change]))
        passages = [worded if one == row.passage else one for one in self._view.passages]
        if await self._save_passages(passages):
            self.tell(say_change(self.words, change, "change-back-week"))

    # A reason, or none at all

    @work(exclusive=True, group="act")
    async def action_answer(self) -> None:
        """Say why the remark does not fit here."""
        finding = self.spoken
        reason = await self.answers.reason(finding, self._findings)
        if finding is not None and reason:
            await self._waive(finding, reason)

    @work(exclusive=True, group="act")
    async def action_not_this(self) -> None:
        """The remark is wrong here: say so once, and hear no more of it."""
        finding = self.spoken
        if finding is None:
            return
        if reason := self.answers.wrong_here(finding):
            await self._waive(finding, reason)
        else:
            self._findings = self.answers.heard(self._findings)
            self.editor.mark(self.answers.heard(self.editor.findings))
            self.draw()

    async def _waive(self, finding: Finding, reason: str) -> None:
        if not self.writing and self.unsaved and not await self.save():
            return
        name, text = ("-", self.editor.text) if self.writing else (str(self.week), "")
        if await self.ask(self.desk.register.give_for, name, finding.rule, reason, text):
            self.tell(self.words("did-waive"))
            if self.unsaved:
                self.read_again(self.editor)
            else:
                self.load()


def _suggestions() -> "Changes":
    from tui.suggesting import suggestions  # not needed before there is a remark

    return suggestions()
