"""What an app still does when it is ended from outside, its terminal closed or the machine going down.

It writes the words that stand in it, and takes what it drew from a terminal that is still there.
"""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress

_SIGNALS = ("SIGHUP", "SIGTERM")
_LONGEST = 5.0
"""Seconds after which the end no longer waits, for the words and again for the terminal."""
Keep = Callable[[], Awaitable[None]]
"""Writes the words that stand in the app."""
Leave = Callable[[], None]
"""Gives the terminal back as it was found."""
_ENDING: set[asyncio.Future[None]] = set()


def before_the_end(keep: Keep, leave: Leave) -> None:
    """Await `keep` when the process is asked to end from outside, call `leave`, then end as it would have without.

    Does nothing where the system has no such signals, or outside the main thread.
    """
    loop = asyncio.get_running_loop()
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        with suppress(NotImplementedError, RuntimeError, ValueError):
            if number is not None:
                loop.add_signal_handler(number, _end_after, loop, keep, leave, number)


def _end_after(loop: asyncio.AbstractEventLoop, keep: Keep, leave: Leave, number: signal.Signals) -> None:
    loop.remove_signal_handler(number)  # a second one ends it at once
    _ENDING.add(asyncio.ensure_future(_keep_and_end(keep, leave, number)))


async def _keep_and_end(keep: Keep, leave: Leave, number: signal.Signals) -> None:
    try:
        await asyncio.wait_for(keep(), timeout=_LONGEST)
    finally:
        # A terminal that is gone may never take what it is sent: then the alarm ends the process.
        signal.setitimer(signal.ITIMER_REAL, _LONGEST)
        with suppress(OSError):
            leave()
        os.kill(os.getpid(), number)
