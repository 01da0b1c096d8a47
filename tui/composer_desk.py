"""The desk beside the composer: opened while somebody types already, and asked off the event loop.

What is wrong with the settings or the journal is not said here but when the note is kept; until then the
words are written without remarks.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from rules.finding import Finding
from rules.review import Review
from rules.vocabulary import Vocabulary
from storage.errors import StorageError
from storage.records import ConsentState
from tui.desk import Desk

Answer = TypeVar("Answer")


class ComposerDesk:
    """A desk that is still being opened, or cannot be. A connection to the journal lasts for one question."""

    def __init__(self, open_desk: Callable[[], Desk]) -> None:
        """`open_desk` is called in a thread; it may raise StorageError and ValueError."""
        self._open_desk = open_desk
        self._desk: Desk | None = None
        self._tried = asyncio.Event()

    async def open(self) -> Vocabulary:
        """Open it; what can be offered to who writes, nothing where it cannot be opened."""
        try:
            self._desk, words = await asyncio.to_thread(self._opened)
        except (StorageError, ValueError):
            return Vocabulary()
        finally:
            self._tried.set()
        return words

    def _opened(self) -> tuple[Desk, Vocabulary]:
        desk = self._open_desk()
        return desk, _let_go(desk, Desk.vocabulary)

    @property
    def is_open(self) -> bool:
        """Whether it is open by now."""
        return self._desk is not None

    @property
    def theme(self) -> str:
        """The one in the settings; empty before it is open."""
        return self._desk.settings.theme if self._desk else ""

    async def review(self, text: str) -> tuple[Finding, ...]:
        """What the rules find in `text`; nothing before it is open."""
        if self._desk is None or not text.strip():
            return ()
        with suppress(StorageError):
            found: Review = await asyncio.to_thread(_let_go, self._desk, lambda desk: desk.review(text))
            return found.findings
        return ()

    async def give(self, text: str, rule: str, reason: str) -> bool:
        """Give a reason for all that `rule` holds in `text`; whether that was done. Raises StorageError and Refusal."""
        return await self._done(lambda desk: desk.register.give_for("-", rule, reason, text))

    async def record(self, photo: str, state: ConsentState, *, person: str, purpose: str) -> bool:
        """Record what was agreed about a picture; whether that was done. Raises StorageError and Refusal."""
        return await self._done(lambda desk: desk.photos.record(photo, state, person=person, purpose=purpose))

    async def _done(self, act: Callable[[Desk], object]) -> bool:
        await self._tried.wait()
        if self._desk is None:
            return False
        await asyncio.to_thread(_let_go, self._desk, act)
        return True


def _let_go(desk: Desk, act: Callable[[Desk], Answer]) -> Answer:
    # A connection belongs to its thread, and the next question may come from another.
    try:
        return act(desk)
    finally:
        desk.close()
