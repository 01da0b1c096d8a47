"""A day without notes: what it can become, a line or leave."""

from datetime import date

from textual import on, work

from rules.week import is_working
from tui.bindings import KeysNow
from tui.screens.returning import ReturningPage
from tui.visible import visible
from tui.widgets.journal_line import JournalLine
from tui.widgets.note_list import NoteList


class EmptyDayPage(ReturningPage):
    """A screen that knows what to say of a day without notes."""

    day: date
    """The day that is shown."""
    today: date

    async def lesson(self) -> str:
        """What stands in place of notes: what the day is, and what to do next."""
        keys = KeysNow(self, NoteList, JournalLine, typing=self.day == self.today)
        if await self.ask(self.desk.weeks.days_off, self.day, self.day):
            return self.words("empty-leave", key=keys)
        if not await self.ask(self.desk.total):
            return self.words("empty-journal", path=visible(self.desk.path), key=keys)
        if self.day == self.today:
            return self.words("empty-today", key=keys)
        working = self.day < self.today and is_working(self.day)
        return self.words("empty-day" if working else "empty-free", key=keys)

    @on(NoteList.Asked)
    def _leave_asked(self, event: NoteList.Asked) -> None:
        if event.what == "leave":
            self._turn_leave()

    @work
    async def _turn_leave(self) -> None:
        """Mark the day as leave, or take that back."""
        weeks = self.desk.weeks
        off = await self.ask(weeks.days_off, self.day, self.day)
        if off is None:
            return
        turn = weeks.work_again if off else weeks.take_off
        if await self.ask(turn, self.day) is not None:
            self.load()
