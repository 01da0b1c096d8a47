"""A person at the app, for tests: presses keys, types, looks at the screen, and waits for work instead of time."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from unittest.mock import patch

from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Button, Input, TextArea

from screenshots.waiting import PAUSES, is_asking, lasting, press, settle
from tui.app import ClearApp
from tui.desk import Desk
from tui.screens.page import Page
from tui.widgets.journal_line import JournalLine

LOOKS = 600
"""How often it is looked whether what is waited for has come."""
NEVER = 3600
"""Seconds that no test lasts."""


class Sitting:
    """One sitting at a real app on a real journal."""

    def __init__(self, app: ClearApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def settle(self) -> None:
        """Until nothing is being worked on, or a question waits for an answer."""
        await settle(self.pilot)

    @property
    def asks(self) -> bool:
        """Whether a question stands on the screen; the work that asked it goes on after the answer."""
        return is_asking(self.app)

    async def press(self, *keys: str) -> None:
        """Press keys one after another, waiting for each one's work."""
        for key in keys:
            await press(self.pilot, key)
            await self.settle()

    async def write(self, text: str) -> None:
        """Put `text` where the cursor is, as typing would."""
        focused = await self._focused(TextArea, Input)
        if isinstance(focused, Input):
            focused.insert_text_at_cursor(text)
        elif isinstance(focused, TextArea):
            focused.insert(text)
        await self.settle()

    async def rewrite(self, text: str) -> None:
        """Put `text` in the place of what stands in the editor that was opened."""
        editor = await self._focused(TextArea, but=JournalLine)
        assert isinstance(editor, TextArea)
        editor.text = text
        await self.settle()

    async def _focused(self, *kinds: type[Widget], but: type[Widget] | None = None) -> Widget:
        # An editor that opens has the focus only once it is drawn.
        def found() -> bool:
            return isinstance(self.app.focused, kinds) and not (but and isinstance(self.app.focused, but))

        await self.until(found, "nothing to write in has the focus")
        assert self.app.focused
        return self.app.focused

    async def until(self, true: Callable[[], object], otherwise: str = "it never came") -> None:
        """Until `true` is; for what comes by itself, or while others are still at work."""
        for _ in range(LOOKS):
            if true():
                return
            await self.pilot.pause()
        raise AssertionError(otherwise)

    async def choose(self, answer: str) -> None:
        """Answer the question that stands on the screen with the button that says `answer`."""
        button = next(one for one in self.app.screen.query(Button) if str(one.label) == answer)
        button.focus()
        await self.press("enter")

    @property
    def page(self) -> Page:
        """The screen in front."""
        page = self.app.screen
        assert isinstance(page, Page)
        return page

    @property
    def seen(self) -> str:
        """Everything on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    @property
    def said(self) -> list[str]:
        """What was said in passing and still stands."""
        return [notification.message for notification in self.app._notifications]


@asynccontextmanager
async def sit(desk: Desk, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Sitting]:
    """Open the app on `desk` at `size` and wait until it is ready; it goes to work without a pause."""
    app = ClearApp(desk)
    # What was said in passing outlasts the work of a busy machine.
    with lasting(0, *PAUSES), patch.object(ClearApp, "NOTIFICATION_TIMEOUT", NEVER):
        async with app.run_test(size=size, notifications=True) as pilot:
            sitting = Sitting(app, pilot)
            await sitting.settle()
            yield sitting
