"""Every version of a weekly note: what restoring it would change, and the way back."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static

from rules.week import Week
from rules.word_diff import word_diff
from tui.bindings import LIST_KEYS, key
from tui.screens.desk_thread import DeskThread
from tui.screens.page import Page
from tui.screens.requests import GoBack
from tui.week_history import WeekVersionView
from tui.widgets.days import short_day
from tui.widgets.difference import drawn
from tui.widgets.pointed_list import PointedList


class WeekVersionList(PointedList):
    """The versions, newest first; enter restores the selected one."""

    DEFAULT_CSS = """
    WeekVersionList, WeekVersionList:focus { border: none; padding: 0; background: $background; }
    WeekVersionList { height: auto; max-height: 45%; margin-top: 1; }
    WeekVersionList:focus { background-tint: $foreground 0%; }
    WeekVersionList:focus > .option-list--option-highlighted { text-style: bold; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "select", "history-restore"), *LIST_KEYS]


class WeekHistoryPage(Page):
    """The versions of one weekly note, and below them what the selected one would bring back."""

    TOPIC = "week"
    LAYOUT = "history"

    def __init__(self, thread: DeskThread, week: Week, *, banner: str = "") -> None:
        super().__init__(thread, banner=banner)
        self._week = week
        self._versions: Sequence[WeekVersionView] = ()

    def body(self) -> ComposeResult:
        """The versions, what the selected one is, the difference."""
        yield WeekVersionList(markup=False)
        yield Static(id="history-what", markup=False)
        with VerticalScroll(id="history-text"):
            yield Static(id="history-diff", markup=False)

    def on_mount(self) -> None:
        """Show the versions."""
        self.head(self.words("title-history", what=self.words.week_title(self._week)))
        self.query_one(WeekVersionList).focus()
        self._load()

    @work(exclusive=True, group="load")
    async def _load(self) -> None:
        self._versions = (await self.ask(self.desk.weeks.versions, self._week) or ())[::-1]
        versions = self.query_one(WeekVersionList)
        versions.set_options(self._row(view) for view in self._versions)
        versions.highlighted = 0 if self._versions else None

    def _row(self, view: WeekVersionView) -> str:
        day, at = short_day(self.words, view.changed.date()), f"{view.changed:%H:%M}"
        row = self.words("history-row", version=view.version, day=day, at=at, changes=view.told(self.words))
        return f"{row} · {self.words('history-now')}" if view is self._versions[0] else row

    @on(OptionList.OptionHighlighted)
    @work(exclusive=True, group="diff")
    async def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        now, then = self._versions[0], self._versions[event.option_index]
        pieces = await asyncio.to_thread(word_diff, now.text, then.text)
        what = "history-same" if now.text == then.text else "week-history-other"
        self.query_one("#history-what", Static).update(self.words(what))
        self.query_one("#history-diff", Static).update(drawn(self.words, pieces))

    @on(OptionList.OptionSelected)
    @work(exclusive=True, group="restore")
    async def _restore(self, event: OptionList.OptionSelected) -> None:
        version = self._versions[event.option_index].version
        if await self.ask(self._restored, version):
            self.tell(self.words("did-restore-week", version=version))
            self.post_message(GoBack())

    def _restored(self, version: int) -> bool:
        self.desk.weeks.restore(self._week, version)
        return True
