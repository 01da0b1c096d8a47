"""The app: which screen follows which.

Today is always at the bottom. Main screens stand directly on it; clearing and sharing take each
other's place, so that `esc` needs two steps at most. A screen with unsaved words is asked before it goes.
"""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.screen import Screen

from rules.week import Week
from storage.errors import StorageError
from tui.bindings import key
from tui.desk import Desk
from tui.hang_up import before_the_end
from tui.overlays import OverlaidApp
from tui.palette import OwnCommands
from tui.sayings import say_error
from tui.screens.clear import ClearPage
from tui.screens.desk_thread import DeskThread
from tui.screens.drafting import DraftingPage
from tui.screens.friday import FridayPage
from tui.screens.help import HelpPage
from tui.screens.history import HistoryPage
from tui.screens.page import Page
from tui.screens.places import place
from tui.screens.requests import (
    GoBack,
    OpenClear,
    OpenDay,
    OpenHistory,
    OpenShare,
    OpenWeek,
    OpenWeekHistory,
    SettingsChanged,
)
from tui.screens.share import SharePage
from tui.screens.today import TodayPage
from tui.screens.week import WeekPage
from tui.screens.week_history import WeekHistoryPage
from tui.screens.welcome import WelcomePage


class ClearApp(OverlaidApp[None]):
    """Clearday on a terminal."""

    TITLE = "Clearday"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = {OwnCommands}
    ENABLE_COMMAND_PALETTE = True

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f3,w", "week", "week"),
        key("f5,slash", "open('search')", "search"),
        key("f10,o", "open('more')", "more"),
        key("m", "open('calendar')", "calendar", show=False),
        key("ctrl+p,f8", "command_palette", "commands", priority=True),
        key("f2", "home", "home", show=False),
        key("comma", "open('settings')", "settings", show=False),
        key("ctrl+o", "jump", "jump", show=False, priority=True),
        key("backslash", "jump", "jump-sign", show=False),
        key("ctrl+q", "quit", "quit", show=False, priority=True),
        key("Q", "quit", "quit-letter", show=False),
        key("f1,question_mark", "help", "help"),
    ]

    def __init__(self, desk: Desk, *, banner: str = "", first: bool = False) -> None:
        """`banner`: one sentence that stands above every screen, or nothing; `first`: ask what a newcomer is asked."""
        super().__init__(desk)
        self._banner = banner
        self._first = first
        self._thread = DeskThread(desk)
        self._home = TodayPage(self._thread, banner=banner)

    def get_default_screen(self) -> Screen[None]:
        """Today, below everything."""
        return self._home

    def on_mount(self) -> None:
        """As the person chose it, then today, then what a newcomer is asked."""
        if said := self.choose(self.desk.settings):
            self.notify(said, severity="warning")
        self._back_up_today()
        if not self.is_headless:
            before_the_end(self._keep_words)
        if self._first:
            self.push_screen(WelcomePage(self._thread, banner=self._banner))

    @work(group="backup")
    async def _back_up_today(self) -> None:
        # On a connection and a thread of its own: nobody waits for it.
        try:
            await asyncio.to_thread(self.desk.safe.back_up_daily)
        except StorageError as error:
            self.notify(say_error(self.words, error), severity="warning")

    async def _keep_words(self) -> None:
        for page in self.screen_stack:
            if isinstance(page, DraftingPage):
                await page.keep_due()

    def on_unmount(self) -> None:
        """Finish what was asked of the journal."""
        self._thread.close()

    @on(SettingsChanged)
    @work(exclusive=True, group="reopen")
    async def _reopen(self, event: SettingsChanged) -> None:
        """Go on with a desk that has the settings as they are now, and come back to where the person was."""
        if not await self._home.let_go():
            return
        try:
            desk = await asyncio.to_thread(self.desk.preferences.reopened)
        except (StorageError, ValueError) as error:
            self.notify(say_error(self.words, error), severity="error")
            return
        self._thread.close()
        self.desk, self.words, self._thread = desk, desk.words, DeskThread(desk)
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        await self._home.go_on_with(self._thread)
        if said := self.choose(desk.settings):
            self.notify(said, severity="warning")
        if event.place:
            self.action_open(event.place)

    # Going from screen to screen

    async def _to_home(self) -> bool:
        while self.screen is not self._home:
            page = self.screen
            if isinstance(page, Page) and not await page.may_leave():
                return False
            if page is self.screen:
                await self.pop_screen()
        return True

    @on(GoBack)
    @work(exclusive=True, group="going")
    async def _go_back(self) -> None:
        page = self.screen
        if (
            isinstance(page, Page)
            and page is not self._home
            and await page.may_leave()
            and page is self.screen
        ):
            await self.pop_screen()

    @on(OpenDay)
    @work(exclusive=True, group="going")
    async def _open_day(self, request: OpenDay) -> None:
        if not await self._to_home():
            return
        if request.note is None:
            self._home.go_to(request.day)
            self._home.line.focus()
        else:
            self._home.open_note(request.day, request.note, edit=request.edit)

    @on(OpenWeek)
    @work(exclusive=True, group="going")
    async def _open_week(self, request: OpenWeek) -> None:
        if not await self._to_home():
            return
        kind = FridayPage if request.guided else WeekPage
        await self.push_screen(kind(self._thread, request.week, banner=self._banner, place=request.place))

    @on(OpenClear)
    @work(exclusive=True, group="going")
    async def _open_clear(self, request: OpenClear) -> None:
        await self._put(ClearPage(self._thread, request.name, banner=self._banner))

    @on(OpenShare)
    @work(exclusive=True, group="going")
    async def _open_share(self, request: OpenShare) -> None:
        page = SharePage(self._thread, request.name, terminal=self.hand_to_terminal, banner=self._banner)
        await self._put(page)

    @on(OpenHistory)
    @work(exclusive=True, group="going")
    async def _open_history(self, request: OpenHistory) -> None:
        await self._put(HistoryPage(self._thread, request.note, banner=self._banner))

    @on(OpenWeekHistory)
    @work(exclusive=True, group="going")
    async def _open_week_history(self, request: OpenWeekHistory) -> None:
        await self._put(WeekHistoryPage(self._thread, request.week, banner=self._banner))

    async def _put(self, page: Page) -> None:
        if isinstance(self.screen, ClearPage | SharePage):
            await self.switch_screen(page)
        else:
            await self.push_screen(page)

    # Keys that work everywhere

    @work(exclusive=True, group="going")
    async def action_open(self, name: str) -> None:
        """Go to one of the places that `PLACES` lists."""
        if isinstance(self.screen, place(name)) or not await self._to_home():
            return
        page = place(name)(self._thread, banner=self._banner)
        page.start(self._home.day)
        await self.push_screen(page)

    @work(exclusive=True, group="going")
    async def action_home(self) -> None:
        """To today's line."""
        if await self._to_home():
            self._home.action_back()

    def action_week(self) -> None:
        """The weekly note of the week that is shown."""
        if not isinstance(self.screen, WeekPage):
            self.post_message(OpenWeek(Week.of(self._home.day)))

    def action_help(self) -> None:
        """Help for where the person is, on top of it."""
        page = self.screen
        if isinstance(page, Page) and not isinstance(page, HelpPage):
            self.push_screen(HelpPage(self._thread, page.TOPIC, banner=self._banner))

    async def action_quit(self) -> None:
        """Leave; asks first where words would be lost."""
        self._quit()

    @work(exclusive=True, group="quit")
    async def _quit(self) -> None:
        for page in reversed(self.screen_stack):
            if isinstance(page, Page) and page.unsaved and not await page.may_leave():
                return
        self.exit()


def run_app(desk: Desk, banner: str = "", *, first: bool = False) -> int:
    """Open the app on today and stay until the person leaves; 0, or 1 when a fault closed it.

    `banner` stands above every screen; `first` asks what a newcomer is asked. A fault is one sentence on stderr.
    """
    app = ClearApp(desk, banner=banner, first=first)
    app.run()
    return 1 if app.fault else 0
