"""The weekly note: rolled up from the days, edited by hand, remarks beside it, and the ways on from there."""

from typing import ClassVar

from textual import work
from textual.binding import BindingType

from rules.week import Week
from tui.bindings import key
from tui.screens.requests import OpenClear, OpenDay, OpenShare, OpenWeek, OpenWeekHistory
from tui.screens.week_remarks import WeekRemarksPage


class WeekPage(WeekRemarksPage):
    """A week of the journal, and the ways on from it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("c,f4", "leave_for('clear')", "week-clear"),
        key("s", "leave_for('share')", "week-share"),
        key("f6", "leave_for('share')", "week-share-f", show=False, priority=True),
        key("r,f9", "next_remark", "week-remark"),
        key("p,alt+left", "shift(-1)", "week-earlier"),
        key("n,alt+right", "shift(1)", "week-later"),
        key("a", "fill_gap", "week-gap"),
        key("f7", "fill_gap", "week-gap-f", show=False, priority=True),
        key("f", "reshape", "week-shape"),
        key("h", "history", "week-history"),
        key("y", "year_ago", "week-year"),
        key("t", "title", "week-name", show=False),
        key("i", "guide", "friday"),
    ]

    _from: Week | None = None

    @work
    async def action_leave_for(self, what: str) -> None:
        """Clear or share the week, as it reads now."""
        if (self.unsaved and not await self.save()) or not await self._decide():
            return
        self.post_message(OpenClear(str(self.week)) if what == "clear" else OpenShare(str(self.week)))

    async def _decide(self) -> bool:
        """Ask about what is still only offered: the text that leaves must be the one that was read."""
        if self._view is None or not self._view.waiting:
            return True
        answers = [("stay", "offers-stay"), ("take", "offers-take"), ("drop", "offers-drop")]
        chosen = await self.choose("offers-ask", answers)
        if chosen == "stay" or self._view is None:
            return False
        text = self._view.text if chosen == "take" else self._view.settled
        return await self.saved(self._view, text, ())

    @work
    async def action_shift(self, weeks: int) -> None:
        """Show an earlier or a later week."""
        await self._go_to(self.week.shifted(weeks))

    @work
    async def action_year_ago(self) -> None:
        """Show the same week a year ago, and then the one that was left."""
        there = self.week
        if await self._go_to(self._from or self.week.year_ago):
            self._from = None if self._from else there

    async def _go_to(self, week: Week) -> bool:
        if not await self.may_leave():
            return False
        self._view = None
        self.week = week
        if self.writing:
            self.editor.action_read()
        self.load()
        return True

    @work
    async def action_history(self) -> None:
        """Every version of this week."""
        if not self.unsaved or await self.save():
            self.post_message(OpenWeekHistory(self.week))

    def action_guide(self) -> None:
        """Go through the week step by step."""
        self.post_message(OpenWeek(self.week, guided=True))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys for remarks, empty days, versions and the ways on only where there is something for them."""
        if action == "leave_for":
            return self._view is None or self._view.words > 0 or self.unsaved
        if action == "next_remark":
            return bool(self._findings)
        if action == "history":
            return self._view is not None and self._view.version > 0
        if action == "fill_gap":
            return self._view is not None and bool(self._view.gaps)
        return super().check_action(action, parameters)

    def action_next_remark(self) -> None:
        """Go to the next passage with a remark, after the last to the first."""
        if self.writing:
            self._next_remark_while_writing()
            return
        held = [number for number, row in enumerate(self.rows) if row.findings]
        here = self.reading.place if self.reading.place is not None else -1
        if held:
            self.reading.go_to_row(next((number for number in held if number > here), held[0]))

    def _next_remark_while_writing(self) -> None:
        starts = sorted(finding.start for finding in self._findings)
        if starts:
            self.editor.go_to(next((start for start in starts if start > self.editor.place), starts[0]))
            self.call_after_refresh(self.editor.scroll_cursor_visible)

    def action_fill_gap(self) -> None:
        """Go to the first empty day, to write there."""
        if self._view is not None and self._view.gaps:
            self.post_message(OpenDay(self.reading.gap or self._view.gaps[0]))
