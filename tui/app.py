"""The app: which screen follows which.

Today is always at the bottom. Main screens stand directly on it; clearing and sharing take each
other's place, so that `esc` needs two steps at most. A screen with unsaved words is asked before it goes.
"""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen
from textual.theme import ThemeProvider

from rules.week import Week
from storage.errors import StorageError
from tui.bindings import key
from tui.desk import Desk
from tui.palette import OwnCommands
from tui.sayings import say_error
from tui.screens.clear import ClearPage
from tui.screens.desk_thread import DeskThread
from tui.screens.help import HelpPage
from tui.screens.history import HistoryPage
from tui.screens.page import Page
from tui.screens.places import place
from tui.screens.requests import GoBack, OpenClear, OpenDay, OpenHistory, OpenShare, OpenWeek
from tui.screens.share import SharePage
from tui.screens.today import TodayPage
from tui.screens.week import WeekPage
from tui.themes import OURS
from tui.visible import visible
from tui.walls import WalledApp


class ClearApp(WalledApp[None]):
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
        key("ctrl+q", "quit", "quit", show=False, priority=True),
        key("f1,question_mark", "help", "help"),
    ]

    def __init__(self, desk: Desk, *, banner: str = "") -> None:
        """`banner`: one sentence that stands above every screen, or nothing."""
        super().__init__(desk.words)
        self.desk = desk
        self._banner = banner
        self._thread = DeskThread(desk)
        self._home = TodayPage(self._thread, banner=banner)
        for theme in OURS:
            self.register_theme(theme)
        self.animation_level = "none"

    def get_default_screen(self) -> Screen[None]:
        """Today, below everything."""
        return self._home

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our own variable is under somebody else's theme."""
        return {"quiet": "auto 80%"}

    def on_mount(self) -> None:
        """The person's colours, or ours."""
        chosen = self.desk.settings.theme
        known = chosen in self.available_themes
        self.theme = chosen if known else OURS[0].name
        if chosen and not known:
            self.notify(self.words("no-theme", name=visible(chosen)), severity="warning")
        self._back_up_today()

    @work(group="backup")
    async def _back_up_today(self) -> None:
        # On a connection and a thread of its own: nobody waits for it.
        try:
            await asyncio.to_thread(self.desk.safe.back_up_daily)
        except StorageError as error:
            self.notify(say_error(self.words, error), severity="warning")

    def on_unmount(self) -> None:
        """Finish what was asked of the journal."""
        self._thread.close()

    def get_key_display(self, binding: Binding) -> str:
        """A key as people say it: `ctrl+s`, `esc`, « échap »."""
        if "+" not in binding.key and binding.key not in ("enter", "escape"):
            return super().get_key_display(binding)
        parts = binding.key.split("+")
        named = [
            self.words(f"keyname-{part}") if part in _NAMED else _ARROWS.get(part, part) for part in parts
        ]
        return "+".join(named)

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
        if await self._to_home():
            await self.push_screen(
                WeekPage(self._thread, request.week, banner=self._banner, place=request.place)
            )

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

    def action_command_palette(self) -> None:
        """Find any command by its name."""
        if isinstance(self.screen, Page):
            self.push_screen(CommandPalette(placeholder=self.words("palette-ask"), id="--command-palette"))

    def action_change_theme(self) -> None:
        """Choose other colours."""
        self.push_screen(CommandPalette(providers=[ThemeProvider], placeholder=self.words("palette-theme")))

    def action_help_quit(self) -> None:
        """ctrl+c with nothing selected: say how to leave."""
        self.notify(self.words("copy-nothing"))

    async def action_quit(self) -> None:
        """Leave; asks first where words would be lost."""
        self._quit()

    @work(exclusive=True, group="quit")
    async def _quit(self) -> None:
        for page in reversed(self.screen_stack):
            if isinstance(page, Page) and page.unsaved and not await page.may_leave():
                return
        self.exit()


_ARROWS = {"left": "←", "right": "→", "up": "↑", "down": "↓"}
_NAMED = ("enter", "escape", "ctrl", "alt")


def run_app(desk: Desk, banner: str = "") -> int:
    """Open the app on today and stay until the person leaves; 0, or 1 when a fault closed it.

    `banner` stands above every screen. A fault is said in one sentence on stderr.
    """
    app = ClearApp(desk, banner=banner)
    app.run()
    return 1 if app.fault else 0
