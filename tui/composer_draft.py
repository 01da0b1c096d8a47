"""What stands in the composer, on disk before it is a note, so that no closed terminal takes it.

Beside the desk, not in it: whoever types is not kept waiting by the rules, and neither is what they typed.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from typing import ParamSpec, TypeVar

from storage.database import Journal
from storage.drafts import DraftStore
from storage.errors import StorageError
from storage.faults import as_journal_errors
from storage.records import Draft
from tui.clock import Clock

COMPOSER = "composer"
"""What its drafts are called."""

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


class ComposerDraft:
    """The words of one composer. A journal that refuses them is said when they are to be kept for good."""

    def __init__(self, path: str, clock: Clock, day: date | None = None) -> None:
        """`day`: the local day that is written for; None for today."""
        self.today = clock.today()
        self._path = path
        self._clock = clock
        self._day = day or self.today
        self._journal = Journal(path)
        self._drafts = DraftStore(self._journal)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="draft")

    async def take(self) -> Draft | None:
        """What a composer that is gone left, if any did; it belongs to this one from now on."""
        draft = await self._ask(self._drafts.take, COMPOSER)
        self._day = (draft and draft.day) or self._day
        return draft

    async def keep(self, text: str, *, private: bool) -> None:
        """Write `text` to disk in place of what was there; nothing but space is forgotten."""
        if text.strip():
            draft = Draft(COMPOSER, text, 0, self._day, self._clock.now(), private)
            await self._ask(self._drafts.keep, draft)
        else:
            await self._ask(self._drafts.drop, COMPOSER)

    def forget(self) -> None:
        """The words are a note, or are not wanted. Waits for what is being written; the last thing to ask."""
        self._thread.shutdown(wait=True)
        with suppress(StorageError), as_journal_errors(self._path):
            self._drafts.drop(COMPOSER)
            self._journal.close()

    async def _ask(
        self, act: Callable[Given, Answer], *args: Given.args, **kwargs: Given.kwargs
    ) -> Answer | None:
        with suppress(StorageError), as_journal_errors(self._path):
            return await asyncio.wrap_future(self._thread.submit(act, *args, **kwargs))
        return None
