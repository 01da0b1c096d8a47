"""What a window that is gone was writing, and never kept, stands there again when the app opens."""

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work

from storage.errors import StorageError
from tui.screens.watching import WatchingPage
from tui.screens.writing import PASTED
from tui.widgets.journal_line import JournalLine

if TYPE_CHECKING:
    from storage.records import Draft


class ReturningPage(WatchingPage):
    """A screen that goes on where a crash or a closed terminal left it."""

    @work
    async def sit_down(self) -> None:
        """Put back what was left, and say so in one sentence."""
        with suppress(StorageError):  # said by whatever reads or writes the journal next
            await self.thread.ask(self.desk.acts.sit_down)
        await self.occasion_back()
        said = [self.is_back(draft)] if (draft := await self._line_back()) else []
        with suppress(StorageError):
            waiting = await self.thread.ask(self.desk.waiting)
            said += (
                [self.words("draft-waiting", names=", ".join(map(self._named, waiting)))] if waiting else []
            )
        if said:
            self.tell(" ".join(said))
        await self._paste_back()

    async def _paste_back(self) -> None:
        # Asked about once more: its question was not answered.
        draft = await self.left_behind(PASTED)
        if draft is not None:
            self.go_to(draft.day or self.day)
            self.line.post_message(JournalLine.TooLong(draft.text, private=draft.private))

    async def _line_back(self) -> "Draft | None":
        from tui.composer_draft import COMPOSER

        # What was left on the line, or else in the composer of the shell: on the line it goes on.
        draft = await self.left_behind("line") or await self.left_behind(COMPOSER)
        if draft is not None:
            self.line.give_back(draft.text)
            self.keep_line_private(self.margin.private or draft.private)
            self.go_to(draft.day or self.day)
            await self.keep_now(self.line)
            if draft.source != "line":
                await self.forget(draft.source)
        return draft

    def _named(self, name: str) -> str:
        return self.words("draft-note", name=name) if name.isdigit() else name
