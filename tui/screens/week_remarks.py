"""The three answers to a remark on the weekly note: the change it suggests, a reason, or that it is wrong here."""

from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from rules.change import changed
from rules.finding import Finding, Level
from storage.records import Waiver
from tui.bindings import key
from tui.screens.reason import Reason
from tui.screens.week_acts import WeekActsPage
from tui.suggesting import suggestions
from tui.widgets.answers import answers_to, make_change, say_change, spoken_at
from tui.widgets.passage_row import Shown
from tui.widgets.week_margin import block_span


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
        said = answers_to(self._spoken_text, finding)
        return " · ".join(f"{self._key_of(f'week-{name}')} {self.words(one)}" for name, one in said.items())

    def _key_of(self, name: str) -> str:
        # Of two keys the one that does not write a letter here.
        known = [active.binding for active in self.active_bindings.values() if active.binding.id == name]
        able = [binding for binding in known if not self.writing or len(binding.key) > 1]
        return self.app.get_key_display(able[0]) if able else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What answers a remark works where there is one."""
        if action in ("answer", "not_this"):
            return self.spoken is not None
        if action == "change":
            finding = self.spoken
            return finding is not None and suggestions().kind(self._spoken_text, finding) is not None
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
        change = suggestions().of(row.passage.text, here) if here.start >= 0 else None
        if change is None or self._view is None or row.passage not in self._view.passages:
            return
        worded = replace(row.passage, text=changed(row.passage.text, [change]))
        passages = [worded if one == row.passage else one for one in self._view.passages]
        if await self._save_passages(passages):
            self.tell(say_change(self.words, change, "change-back-week"))

    # A reason, or none at all

    @work(exclusive=True, group="act")
    async def action_answer(self) -> None:
        """Say why the remark does not fit here."""
        finding = self.spoken
        if finding is None or finding.level is Level.NOTE:
            self.tell(self.words("waive-none-here"))
        elif finding.level is Level.STOP:
            self.tell(self.words("stop-must-change"), "warning")
        else:
            meant = [one for one in self._findings if one.rule == finding.rule]
            reason = await self.app.push_screen_wait(Reason(self.words, meant))
            if reason:
                await self._waive(finding, reason)

    @work(exclusive=True, group="act")
    async def action_not_this(self) -> None:
        """The remark is wrong here: say so once, and hear no more of it."""
        finding = self.spoken
        if finding is None:
            return
        if finding.level is Level.STOP:
            self.tell(self.words("stop-must-change"), "warning")
        elif finding.holds:
            await self._waive(finding, self.words("not-this-reason"))
        else:
            self.unheard |= {finding.rule}
            self._findings = self.heard(self._findings)
            self.editor.mark(self.heard(self.editor.findings))
            self.draw()

    async def _waive(self, finding: Finding, reason: str) -> None:
        if not self.writing and self.unsaved and not await self.save():
            return
        text = self.editor.text if self.writing else None
        if await self.ask(self._give, text, finding.rule, reason):
            self.tell(self.words("did-waive"))
            if self.unsaved:
                self.read_again(self.editor)
            else:
                self.load()

    def _give(self, text: str | None, rule: str, reason: str) -> list[Waiver]:
        subject = self.desk.subject(str(self.week)) if text is None else self.desk.subject("-", text)
        return self.desk.register.give(subject, rule, reason)
