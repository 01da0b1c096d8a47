"""What the note on the line, or the selected one, answers, passes on or asks for: said with one key."""

import json
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import work
from textual.binding import BindingType

from storage.errors import StorageError
from tui.bindings import key
from tui.occasion_told import occasion_told
from tui.screens.outside import OutsidePage
from tui.widgets.line_remark import LineRemark
from tui.widgets.note_list import NoteList

if TYPE_CHECKING:
    from storage.records import Occasion, OccasionKind

_DRAFT: Final = "line-occasion"
"""Where it is kept while the words on the line are not."""


class OccasionPage(OutsidePage):
    """A screen whose line, and whose notes, can answer somebody, pass something on or call for expertise."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+b", "occasion", "line-occasion", show=False, priority=True)
    ]

    occasion: "Occasion | None" = None
    """That of the note on the line; None for an ordinary one."""

    @work
    async def action_occasion(self) -> None:
        """Ask which kind it is, then for what stands beside it."""
        view = self.notes.selected if isinstance(self.focused, NoteList) else None
        given = await self._said_of(view.occasion if view else self.occasion)
        if given is not None and view is not None:
            await self._say(view.note.id, given)
        elif given is not None:
            await self.take_occasion(None if given.kind == "note" else given)

    async def _said_of(self, now: "Occasion | None") -> "Occasion | None":
        # None where the person leaves it as it is.
        from storage.records import Occasion
        from tui.screens.beside import FIELDS, Beside

        kinds = [("stay", "choice-stay-long"), *((kind, f"kind-{kind}") for kind in FIELDS)]
        chosen = await self.choose("kind-ask", [*kinds, *[("note", "kind-note")] * (now is not None)])
        if chosen in ("stay", ""):
            return None
        if chosen not in FIELDS:
            return Occasion("note")
        kind = cast("OccasionKind", chosen)
        return await self.app.push_screen_wait(
            Beside(self.words, kind, now if now and now.kind == kind else None)
        )

    async def _say(self, number: int, given: "Occasion") -> None:
        def said() -> bool:
            self.desk.say_occasion(number, given)
            return True

        if await self.ask(said):
            self.tell(self.words(f"occasion-kept-{given.kind}", name=number))
            self.load(number)

    async def take_occasion(self, occasion: "Occasion | None") -> None:
        """Let the note on the line have this occasion, also after a crash."""
        self.occasion = occasion
        if occasion is None:
            await self.forget(_DRAFT)
        else:
            with suppress(StorageError):
                kept = self.draft(_DRAFT, json.dumps(occasion.written))
                await self.thread.ask(self.desk.drafts.keep, kept)
        self.occasion_changed()

    async def occasion_back(self) -> None:
        """Take up what a window that is gone left there."""
        draft = await self.left_behind(_DRAFT)
        if draft is not None:
            from storage.records import Occasion

            await self.take_occasion(Occasion(*json.loads(draft.text)))

    def occasion_changed(self) -> None:
        """Show it beside the line."""
        raise NotImplementedError

    def say_occasion(self) -> None:
        """What stands beside the note on the line, where there is nothing else to say."""
        remark = self.query_one(LineRemark)
        if self.occasion is None:
            remark.say_nothing()
        else:
            remark.say(occasion_told(self.occasion, self.words))
