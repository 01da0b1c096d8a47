"""One thread that does the app's journal work, in the order it was asked for.

A SQLite connection belongs to its thread, two notes entered quickly must keep their order, and the
journal's change stamp can only be compared with one read on the same connection. Work that was asked
for is finished before the app is gone.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, ParamSpec, TypeVar, Union

from storage.errors import StorageError
from storage.faults import as_journal_errors
from tui.doorway import Doorway

if TYPE_CHECKING:
    from tui.desk import Desk

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


class DeskThread:
    """A desk, and the thread it is opened on and its journal is used on."""

    def __init__(self, given: Union["Desk", Doorway]) -> None:
        """`given`: a desk, or the doorway to one that is opened when it is first asked for."""
        self._desk = None if isinstance(given, Doorway) else given
        self.door = given if isinstance(given, Doorway) else given.door
        """What is known of the desk while it is not open yet."""
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self._opening: Future[Desk] | None = None
        self._begun = asyncio.Event()
        self._closed = False

    @property
    def desk(self) -> "Desk":
        """The desk; who asks before it is open waits. Its methods that touch the journal go through `ask` only."""
        if self._desk is None:
            self._desk = self._opened().result()
        return self._desk

    async def open(self) -> "Desk":
        """The desk, as soon as it is open. Raises what `Doorway.open` raises."""
        if self._desk is None:
            self._begun.set()
            opening = asyncio.wrap_future(self._opened())
            # Else asyncio prints, with a traceback, an error that nobody waits for any more: it is said by who opens.
            opening.add_done_callback(lambda done: done.cancelled() or done.exception())
            # Shielded: whoever no longer waits must not call it off for the others.
            self._desk = await asyncio.shield(opening)
        return self._desk

    async def ready(self) -> None:
        """Wait for the desk, which somebody else opens. Where it cannot be, the app is going, and so is who waits."""
        if self._desk is None:
            await self._begun.wait()
        try:
            await self.open()
        except (StorageError, ValueError):
            raise asyncio.CancelledError from None

    def _opened(self) -> "Future[Desk]":
        if self._closed:
            raise asyncio.CancelledError
        if self._opening is None:
            self._opening = self._thread.submit(self.door.open)
        return self._opening

    async def ask(self, act: Callable[Given, Answer], *args: Given.args, **kwargs: Given.kwargs) -> Answer:
        """What `act` gives, done on the journal's thread. Raises what it raises, SQLite's as JournalError."""
        if self._closed:
            # The app is going; whoever asks now is going with it.
            raise asyncio.CancelledError
        with as_journal_errors(self.door.path):
            return await asyncio.wrap_future(self._thread.submit(act, *args, **kwargs))

    def close(self) -> None:
        """Finish what was asked for, then stop."""
        self._closed = True
        if self._desk is not None:
            self._thread.submit(self._desk.close)
        self._thread.shutdown(wait=True)
