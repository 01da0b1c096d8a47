"""A person at the app, for tests: presses keys, types, looks at the screen, and waits for work instead of time."""

from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager, nullcontext
from unittest.mock import patch

from textual.pilot import Pilot
from textual.widgets import Button, Input, TextArea

from screenshots.stillness import exact_waiting, press, settle
from tui.app import ClearApp
from tui.desk import Desk
from tui.screens.page import Page


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
        return self.app.screen.is_modal

    async def press(self, *keys: str) -> None:
        """Press keys one after another, waiting for each one's work."""
        for key in keys:
            await press(self.app, key)
            await self.settle()

    async def write(self, text: str) -> None:
        """Put `text` where the cursor is, as typing would."""
        focused = self.app.focused
        if isinstance(focused, TextArea):
            focused.insert(text)
        else:
            assert isinstance(focused, Input), focused
            focused.insert_text_at_cursor(text)
        await self.settle()

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


PAUSES = (
    "reviewing.PAUSE",
    "reviewing.CLOSELY",
    "reviewing.RESTING",
    "week_text.CLOSELY",
    "search.PAUSE",
    "calendar.PAUSE",
)
"""What the screens let pass after the last key before they go to work."""


@contextmanager
def no_pauses() -> Iterator[None]:
    """Work begins with the key: `settle` would wait for it anyway."""
    with ExitStack() as stack:
        for pause in PAUSES:
            stack.enter_context(patch(f"tui.screens.{pause}", 0))
        yield


@asynccontextmanager
async def sit(
    desk: Desk, size: tuple[int, int] = (120, 40), *, pauses: bool = False
) -> AsyncIterator[Sitting]:
    """Open the app on `desk` at `size` and wait until it is ready; `pauses` for what only these tell apart."""
    app = ClearApp(desk)
    with exact_waiting(), nullcontext() if pauses else no_pauses():
        async with app.run_test(size=size, notifications=True) as pilot:
            sitting = Sitting(app, pilot)
            await sitting.settle()
            yield sitting
