"""Waiting until an app is still, exactly: Textual's pilot guesses it from how busy the process was for a while.

An app is still when its event loop has nothing to run, its screen nothing to draw, and nothing moves. What is left
waits for a key, for a timer, or for work that goes on elsewhere; settled it is when no work goes on either.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from textual.app import App
from textual.pilot import Pilot

PATIENCE = 600
"""Seconds that the work after a step may take."""
_LOOK_EVERY = 0.005
"""Seconds between two looks whether the work is done or asks a question."""


async def until_nothing_runs(min_sleep: float = 0, max_sleep: float = 0) -> None:
    """Until the event loop has nothing to run. Takes what Textual's own waiting takes, and needs neither."""
    loop: Any = asyncio.get_running_loop()
    await asyncio.sleep(0)
    while loop._ready:
        await asyncio.sleep(0)


@contextmanager
def exact_waiting() -> Iterator[None]:
    """While this lasts, a pilot waits for what a key does, and not for time."""
    with (
        patch("textual.app.wait_for_idle", until_nothing_runs),
        patch("textual.pilot.wait_for_idle", until_nothing_runs),
    ):
        yield


async def press(app: App[Any], key: str) -> None:
    """Press a key, with no limit on the time that a busy machine may take."""
    await app._press_keys([key])


async def until_still(app: App[Any]) -> None:
    """Until every message is handled, everything is drawn and nothing moves any more."""
    await until_nothing_runs()
    while _is_unfinished(app):
        app.screen._on_timer_update()  # draws at once what would be drawn in a moment
        await app.animator.wait_until_complete()
        await until_nothing_runs()


def _is_unfinished(app: App[Any]) -> bool:
    screen = app.screen
    moves = app.animator._animations or app.animator._scheduled
    return bool(moves or screen._callbacks or screen._update_timer._active.is_set())


async def settle(pilot: Pilot[Any]) -> None:
    """Until everything asked for is done and drawn, or a question waits for its answer. Raises TimeoutError."""
    app = pilot.app
    async with asyncio.timeout(PATIENCE):
        await until_still(app)
        while not app.screen.is_modal and not all(worker.is_finished for worker in app.workers):
            await asyncio.sleep(_LOOK_EVERY)  # nobody awaits the worker: giving up on it would end its work
            await until_still(app)
