"""The app: how it starts, how it goes on with other settings, and the keys that work everywhere.

The first picture comes before the desk is open: rules, platforms and journal are read behind it.
"""

import asyncio
import gc
from typing import TYPE_CHECKING, ClassVar, Union

from textual import on, work
from textual.binding import BindingType
from textual.driver import Driver
from textual.screen import Screen

from rules.week import Week
from storage.errors import StorageError
from tui.bindings import key
from tui.doorway import Doorway
from tui.hang_up import before_the_end
from tui.line_breaks import keep_signs_with_their_words
from tui.on_the_way import GOING
from tui.palette import OwnCommands
from tui.routes import RoutedApp
from tui.sayings import say_error
from tui.screens.desk_thread import DeskThread
from tui.screens.drafting import DraftingPage
from tui.screens.page import Page
from tui.screens.places import PLACES, place
from tui.screens.requests import OpenWeek, SettingsChanged
from tui.widgets.question import Question

if TYPE_CHECKING:
    from tui.desk import Desk


class ClearApp(RoutedApp[None]):
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
        key("ctrl+z", "suspend_process", "suspend", show=False),
        key("f1,question_mark", "help", "help"),
    ]

    def __init__(self, given: Union["Desk", Doorway], *, banner: str = "", first: bool = False) -> None:
        """`given`: a desk, or the doorway to one that is opened once the first picture is drawn.

        `banner`: one sentence that stands above every screen, or nothing; `first`: ask what a newcomer is asked.
        """
        keep_signs_with_their_words()
        super().__init__(given, banner=banner)
        self._first = first
        self.unopened: Exception | None = None
        """Why the desk could not be opened, if it could not: then the app is gone."""

    def get_default_screen(self) -> Screen[None]:
        """Today, below everything."""
        return self._home

    def on_mount(self) -> None:
        """As the person chose it, then today, then what a newcomer is asked."""
        if said := self.choose(self.door.settings):
            self.notify(said, severity="warning")
        if not self.is_headless:
            before_the_end(self._keep_words, self.leave_terminal)
        if self._first:
            from tui.screens.welcome import WelcomePage

            self.push_screen(WelcomePage(self._thread, banner=self._banner))
        self.call_after_refresh(self._open)

    @work(group="open")
    async def _open(self) -> None:
        try:
            desk = await self._thread.open()
        except (StorageError, ValueError) as error:
            self.unopened = error
            self._home.leave_behind(self._home.line)
            self.exit()
            return
        _collect_from_now_on()
        if desk.packs.notices:
            self.notify(" ".join(desk.packs.notices), severity="warning")
        await self._back_up_today(desk)

    async def _back_up_today(self, desk: "Desk") -> None:
        try:
            if await self._thread.ask(desk.safe.lacks_daily):
                # On a connection and a thread of its own: nobody waits for it.
                await asyncio.to_thread(desk.safe.back_up_daily)
        except StorageError as error:
            self.notify(say_error(self.words, error), severity="warning")

    async def _keep_words(self) -> None:
        for page in self.screen_stack:
            if isinstance(page, DraftingPage):
                await page.keep_due()

    def on_unmount(self) -> None:
        """Finish what was asked of the journal."""
        self._thread.close()

    @on(Driver.SignalResume)
    def _draw_again(self) -> None:
        # The shell has had the terminal: nothing of what was drawn stands there any more.
        self.refresh(layout=True)

    @on(SettingsChanged)
    @work(exclusive=True, group="reopen")
    async def _reopen(self, event: SettingsChanged) -> None:
        """Go on with a desk that has the settings as they are now, and come back to where the person was."""
        if not await self._home.let_go():
            return
        try:
            desk = await asyncio.to_thread(self.door.preferences.reopened)
        except (StorageError, ValueError) as error:
            self.notify(say_error(self.words, error), severity="error")
            return
        before, self._thread = self._thread, DeskThread(desk)
        self.door, self.words = desk.door, desk.words
        # While the screen in front still has the keys: none gets lost, and nothing is read for the one below.
        await self._home.go_on_with(self._thread)
        while len(self.screen_stack) > 1:
            await self._take_away()
        before.close()
        if said := self.choose(desk.settings):
            self.notify(said, severity="warning")
        if event.place:
            self.action_open(event.place)

    # Keys that work everywhere

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key leads to where the person is, away from where it is of no use, or to a shell that is not there."""
        if action == "suspend_process":
            return self._driver is not None and self._driver.can_suspend
        pages = [one for one in self.screen_stack if isinstance(one, Page)]
        here = action == "open" and PLACES[str(parameters[0])] == type(pages[-1]).__name__ if pages else False
        return not (here or self._is_asked(action) or any(action in one.WITHOUT for one in pages))

    def _is_asked(self, action: str) -> bool:
        """Whether `action` would leave a question behind that waits for its answer, below the help."""
        waits = any(isinstance(one, Question) for one in self.screen_stack[:-1])
        return waits and action in ("open", "week", "home")

    def action_open(self, name: str) -> None:
        """Go to one of the places that `PLACES` lists."""
        self.set_out()
        self._open_place(name)

    @work(exclusive=True, group=GOING)
    async def _open_place(self, name: str) -> None:
        if isinstance(self.screen, place(name)) or not await self._to_home():
            return
        page = place(name)(self._thread, banner=self._banner)
        page.start(self._home.day)
        await self.push_screen(page)

    @work(exclusive=True, group=GOING)
    async def action_home(self) -> None:
        """To today's line."""
        if await self._to_home():
            self._home.action_back()

    def action_week(self) -> None:
        """The weekly note of the week that is shown."""
        from tui.screens.week import WeekPage

        if not isinstance(self.screen, WeekPage):
            self.set_out()
            self.post_message(OpenWeek(Week.of(self._home.day)))

    def action_help(self) -> None:
        """Help for where the person is, on top of it; a question goes on waiting below."""
        from tui.screens.help import HelpPage

        page = next((one for one in reversed(self.screen_stack) if isinstance(one, Page)), None)
        if page is not None and not isinstance(page, HelpPage):
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


def _collect_from_now_on() -> None:
    if not gc.isenabled():
        # What was made up to here and is of use stays: the collector need never look at it again.
        gc.collect()
        gc.freeze()
        gc.enable()


def run_app(given: Union["Desk", Doorway], banner: str = "", *, first: bool = False) -> int:
    """Open the app on today and stay until the person leaves; 0, or 1 when a fault closed it.

    `banner` stands above every screen; `first` asks what a newcomer is asked. A fault is one sentence on stderr.
    Raises what `Doorway.open` raises.
    """
    app = ClearApp(given, banner=banner, first=first)
    app.run()
    if app.unopened is not None:
        raise app.unopened
    return 1 if app.fault else 0
