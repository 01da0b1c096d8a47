"""Keeps what is being written on disk while it is written, so that no crash or closed terminal takes it.

The first key after a write begins a pause, and what stands there at its end is written: however
fast somebody types, no word is younger than the pause when it reaches the disk.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual import on, work
from textual.widgets import TextArea

from storage.errors import StorageError
from tui.one_line import from_where_it_differs
from tui.screens.reviewing import ReviewingPage
from tui.visible import visible
from tui.widgets.days import short_day
from tui.widgets.prose_editor import ProseEditor
from tui.wording import Words

if TYPE_CHECKING:
    from storage.records import Draft

_MOST_TOLD = 160
"""Code points of another window's words that are shown."""
View = TypeVar("View")
KEEP_EVERY = 0.25
"""Seconds from a key until what stands in the editor is written to disk."""


class DraftingPage(ReviewingPage):
    """A screen whose editors survive a crash."""

    _due: frozenset[ProseEditor] = frozenset()

    def draft_of(self, editor: ProseEditor) -> "Draft | None":
        """What `editor` holds, as a draft; with no text when nothing in it would be lost; None for no draft."""
        raise NotImplementedError

    @on(TextArea.Changed)
    def _to_keep(self, event: TextArea.Changed) -> None:
        if isinstance(event.text_area, ProseEditor):
            self.keep_soon(event.text_area)

    def keep_soon(self, editor: ProseEditor) -> None:
        """Write what `editor` holds to disk after the pause."""
        if editor not in self._due:
            self._due |= {editor}
            self.set_timer(KEEP_EVERY, partial(self._keep_draft, editor))

    @work(group="draft")
    async def _keep_draft(self, editor: ProseEditor) -> None:
        self._due -= {editor}
        await self.keep_now(editor)

    def other_reads(self, other: str, mine: str) -> str:
        """What another window wrote in the place of `mine`, as far as a question has room for it."""
        return self.words("changed-other", text=visible(from_where_it_differs(other, mine, _MOST_TOLD)))

    async def settle(
        self,
        question: str,
        text: str,
        read: Callable[[], View],
        said: Callable[[View], str],
        keep: Callable[[View], View],
    ) -> View | None:
        """Ask what becomes of `text`, where another window wrote in its place: what stands then; None for neither yet.

        `question`: a wording key. `read` gives what stands in the journal, `said` its words, `keep` puts `text` on
        top of it. Where `text` gives way it can be pasted.
        """
        there = await self.ask(read)
        if there is None:
            return None
        answers = [("stay", "changed-stay"), ("mine", "changed-mine"), ("theirs", "changed-theirs")]
        chosen = await self.choose(question, answers, self.other_reads(said(there), text))
        now = await self.ask(read) if chosen != "stay" else None
        if now is None or chosen == "mine":
            return await self.ask(keep, now) if now else None
        self.app.copy_to_clipboard(text)
        return now

    async def keep_due(self) -> None:
        """Write at once what waits for its pause to end."""
        for editor in self._due:
            await self.keep_now(editor)

    async def keep_now(self, editor: ProseEditor) -> None:
        """Write what `editor` holds to disk."""
        await self.thread.ready()
        draft = self.draft_of(editor)
        if draft is not None:
            await self.keep_draft(draft)

    async def keep_draft(self, draft: "Draft") -> None:
        """Write `draft` to disk; forget it where it has no text."""
        await self.thread.ready()
        # A journal that refuses is said when somebody wants the words kept for good, not at every key.
        with suppress(StorageError):
            if draft.text:
                await self.thread.ask(self.desk.drafts.keep, draft)
            else:
                await self.thread.ask(self.desk.drafts.drop, draft.source)

    def leave_behind(self, editor: ProseEditor) -> None:
        """Leave what `editor` holds for the next time, where there is no desk to keep it."""
        draft = self.draft_of(editor)
        if draft is not None and draft.text:
            with suppress(StorageError):
                self.thread.door.leave(draft)

    async def forget(self, source: str) -> None:
        """What was written for `source` is kept for good, or is not wanted."""
        with suppress(StorageError):
            await self.thread.ask(self.desk.drafts.drop, source)

    async def left_behind(self, source: str) -> "Draft | None":
        """What a window that is gone was writing for `source`, and never kept."""
        with suppress(StorageError):
            return await self.thread.ask(self.desk.drafts.take, source)
        return None

    def is_back(self, draft: "Draft") -> str:
        """One sentence: from when the words are that stand there again."""
        return say_back(self.words, draft, self.clock.today())

    def draft(
        self, source: str, text: str, *, version: int = 0, day: date | None = None, private: bool = False
    ) -> "Draft":
        """`text` as the draft of `source`, kept at this moment; `version`: of what is stored, that it stands on."""
        from storage.records import Draft

        return Draft(source, text, version, day, self.clock.now(), private)


def say_back(words: Words, draft: "Draft", today: date) -> str:
    """One sentence: from when the words of `draft` are, and that they stand there again."""
    at = f"{draft.at:%H:%M}"
    if draft.at.date() != today:
        at = f"{short_day(words, draft.at.date())} {at}"
    return words("draft-back", when=at)
