"""Which screen follows which, when one asks for another.

Today is always at the bottom. Main screens stand directly on it; clearing and sharing take each
other's place, so that `esc` needs two steps at most. A screen with unsaved words is asked before it goes.
Each is imported when somebody goes there: the first picture of the app waits for none of them.
"""

from asyncio import shield, sleep
from typing import TYPE_CHECKING, Union

from textual import on, work
from textual.app import ReturnType

from tui.doorway import Doorway
from tui.on_the_way import GOING, OnTheWayApp
from tui.screens.desk_thread import DeskThread
from tui.screens.page import Page
from tui.screens.requests import (
    GoBack,
    OpenClear,
    OpenDay,
    OpenHistory,
    OpenShare,
    OpenWeek,
    OpenWeekHistory,
)
from tui.screens.today import TodayPage

if TYPE_CHECKING:
    from tui.desk import Desk


class RoutedApp(OnTheWayApp[ReturnType]):
    """An app whose screens follow one another."""

    def __init__(self, given: Union["Desk", Doorway], *, banner: str = "") -> None:
        """`given`: a desk, or the doorway to one; `banner`: one sentence above every screen, or nothing."""
        self._thread = DeskThread(given)
        super().__init__(self._thread.door)
        self._banner = banner
        self._home = TodayPage(self._thread, banner=banner)

    async def _to_home(self) -> bool:
        await self._thread.ready()
        while self.screen is not self._home:
            page = self.screen
            if isinstance(page, Page) and not await page.may_leave():
                return False
            if page is self.screen:
                await self._take_away()
        return True

    async def _take_away(self) -> None:
        """Take the screen in front away; whoever goes elsewhere meanwhile does not call that off."""
        page = self.screen
        await self._until_it_stands()
        if page is self.screen:
            # The app waits for it too: called off, it would end the app without a word.
            await shield(self.pop_screen())

    async def _until_it_stands(self) -> None:
        """Wait until the screen in front is all there: one that is half put up cannot be taken down."""
        while not self.screen.is_mounted:
            await sleep(0)

    @on(GoBack)
    @work(exclusive=True, group=GOING)
    async def _go_back(self) -> None:
        page = self.screen
        if (
            isinstance(page, Page)
            and page is not self._home
            and await page.may_leave()
            and page is self.screen
        ):
            await self._take_away()

    @on(OpenDay)
    @work(exclusive=True, group=GOING)
    async def _open_day(self, request: OpenDay) -> None:
        if not await self._to_home():
            return
        if request.note is None:
            self._home.go_to(request.day)
            self._home.line.focus()
        else:
            self._home.open_note(request.day, request.note, edit=request.edit)

    @on(OpenWeek)
    @work(exclusive=True, group=GOING)
    async def _open_week(self, request: OpenWeek) -> None:
        if not await self._to_home():
            return
        from tui.screens.week import WeekPage

        kind = WeekPage
        if request.guided:
            from tui.screens.friday import FridayPage

            kind = FridayPage
        await self.push_screen(kind(self._thread, request.week, banner=self._banner, place=request.place))

    @on(OpenClear)
    @work(exclusive=True, group=GOING)
    async def _open_clear(self, request: OpenClear) -> None:
        from tui.screens.clear import ClearPage

        await self._put(ClearPage(self._thread, request.name, banner=self._banner))

    @on(OpenShare)
    @work(exclusive=True, group=GOING)
    async def _open_share(self, request: OpenShare) -> None:
        from tui.screens.share import SharePage

        page = SharePage(self._thread, request.name, terminal=self.hand_to_terminal, banner=self._banner)
        await self._put(page)

    @on(OpenHistory)
    @work(exclusive=True, group=GOING)
    async def _open_history(self, request: OpenHistory) -> None:
        from tui.screens.history import HistoryPage

        await self._put(HistoryPage(self._thread, request.note, banner=self._banner))

    @on(OpenWeekHistory)
    @work(exclusive=True, group=GOING)
    async def _open_week_history(self, request: OpenWeekHistory) -> None:
        from tui.screens.week_history import WeekHistoryPage

        await self._put(WeekHistoryPage(self._thread, request.week, banner=self._banner))

    async def _put(self, page: Page) -> None:
        await self._until_it_stands()
        if isinstance(self.screen, Page) and self.screen.IN_TURN:
            await shield(self.switch_screen(page))
        else:
            await self.push_screen(page)
