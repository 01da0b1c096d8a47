"""One thread that does the app's journal work, in the order it was asked for.

A SQLite connection belongs to its thread, two notes entered quickly must keep their order, and the
journal's change stamp can only be compared with one read on the same connection. Work that was asked
for is finished before the app is gone.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from storage.faults import as_journal_errors
from tui.desk import Desk

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


class DeskThread:
    """A desk, and the thread its journal is used on."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        """Its methods that touch the journal are called through `ask` only."""
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self._closed = False

    async def ask(self, act: Callable[Given, Answer], *args: Given.args, **kwargs: Given.kwargs) -> Answer:
        """What `act` gives, done on the journal's thread. Raises what it raises, SQLite's as JournalError."""
        if self._closed:
            # The app is going; whoever asks now is going with it.
            raise asyncio.CancelledError
        with as_journal_errors(self.desk.path):
            return await asyncio.wrap_future(self._thread.submit(act, *args, **kwargs))

    def close(self) -> None:
        """Finish what was asked for, then stop."""
        self._closed = True
        self._thread.submit(self.desk.close)
        self._thread.shutdown(wait=True)
