"""What an app still does when its terminal is closed or the machine goes down: write the words that stand in it."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress

_SIGNALS = ("SIGHUP", "SIGTERM")
_LONGEST = 5.0
"""Seconds after which the end no longer waits."""
_ENDING: set[asyncio.Future[None]] = set()


def before_the_end(keep: Callable[[], Awaitable[None]]) -> None:
    """Await `keep` when the process is asked to end from outside, then end as it would have without.

    Does nothing where the system has no such signals, or outside the main thread.
    """
    loop = asyncio.get_running_loop()
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        with suppress(NotImplementedError, RuntimeError, ValueError):
            if number is not None:
                loop.add_signal_handler(number, _end_after, loop, keep, number)


def _end_after(
    loop: asyncio.AbstractEventLoop, keep: Callable[[], Awaitable[None]], number: signal.Signals
) -> None:
    loop.remove_signal_handler(number)  # a second one ends it at once
    _ENDING.add(asyncio.ensure_future(_keep_and_end(keep, number)))


async def _keep_and_end(keep: Callable[[], Awaitable[None]], number: signal.Signals) -> None:
    try:
        await asyncio.wait_for(keep(), timeout=_LONGEST)
    finally:
        os.kill(os.getpid(), number)
