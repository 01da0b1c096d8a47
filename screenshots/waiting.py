"""Waiting until an app that a script or a test sits at has done what was asked of it."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any
from unittest.mock import patch

from textual.app import App
from textual.command import CommandPalette
from textual.pilot import Pilot, WaitForScreenTimeout

PATIENCE = 300
"""Seconds that the work after a step may take."""
CALM = 2
"""How many looks in a row have to find nobody at work."""
PAUSES = (
    "reviewing.PAUSE",
    "reviewing.CLOSELY",
    "reviewing.RESTING",
    "week_text.CLOSELY",
    "search.PAUSE",
    "calendar.PAUSE",
)
"""What the screens let pass after the last key before they go to work."""


async def settle(pilot: Pilot[Any]) -> None:
    """Until everything asked for is done and drawn, or a question waits for its answer. Raises TimeoutError.

    Nobody awaits the workers: who gave up on one, since it asks a question, would end its work.
    """
    calm = 0
    async with asyncio.timeout(PATIENCE):
        while calm < CALM:
            calm = calm + 1 if await _is_calm(pilot) else 0


async def press(pilot: Pilot[Any], key: str) -> None:
    """Press a key, however long a machine with much to do needs to hear it; what it does is to be waited for."""
    with suppress(WaitForScreenTimeout):
        await pilot.press(key)


async def _is_calm(pilot: Pilot[Any]) -> bool:
    await pilot.app.animator.wait_until_complete()
    try:
        await pilot.pause()
    except WaitForScreenTimeout:  # a machine with much to do needs longer than the framework waits
        return False
    return is_asking(pilot.app) or all(worker.is_finished for worker in pilot.app.workers)


def is_asking(app: App[Any]) -> bool:
    """Whether a question stands on the screen; the work that asked it goes on after the answer."""
    return app.screen.is_modal and not isinstance(app.screen, CommandPalette)


@contextmanager
def lasting(seconds: float, *pauses: str) -> Iterator[None]:
    """Let `pauses`, some of PAUSES, last `seconds`: none, or longer than it takes to press the next key."""
    with ExitStack() as stack:
        for pause in pauses:
            stack.enter_context(patch(f"tui.screens.{pause}", seconds))
        yield
