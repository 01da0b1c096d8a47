"""A person at the app, for tests: presses keys, types, looks at the screen, and waits for work instead of time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from textual.pilot import Pilot
from textual.widgets import Button, Input, TextArea
from textual.worker import Worker, WorkerCancelled

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
        for _ in range(5):
            await self.pilot.pause()
            if self.asks:
                return
            busy = [worker for worker in self.app.workers if not worker.is_finished]
            with suppress(WorkerCancelled):
                if busy:
                    await self._until_done_or_asked(busy)
        await self.pilot.pause()

    async def _until_done_or_asked(self, busy: list[Worker[object]]) -> None:
        waiting = [asyncio.ensure_future(worker.wait()) for worker in busy]
        while not self.asks and not all(future.done() for future in waiting):
            await self.pilot.pause()
        for future in waiting:
            future.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    @property
    def asks(self) -> bool:
        """Whether a question stands on the screen; the work that asked it goes on after the answer."""
        return self.app.screen.is_modal

    async def press(self, *keys: str) -> None:
        """Press keys one after another, waiting for each one's work."""
        for key in keys:
            await self.pilot.press(key)
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


@asynccontextmanager
async def sit(desk: Desk, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Sitting]:
    """Open the app on `desk` at `size` and wait until it is ready."""
    app = ClearApp(desk)
    async with app.run_test(size=size, notifications=True) as pilot:
        sitting = Sitting(app, pilot)
        await sitting.settle()
        yield sitting
