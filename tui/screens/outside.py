"""Goes on with a text in the person's own editor: the app steps aside and takes back what was written."""

import os
from typing import TYPE_CHECKING

from textual import work
from textual.app import SuspendNotSupported

from storage.errors import StorageError
from tui.refusal import Refusal
from tui.sayings import say_error
from tui.screens.note_acts import NoteActsPage
from tui.visible import visible
from tui.widgets.journal_line import JournalLine
from tui.widgets.note_row import NoteRow

if TYPE_CHECKING:
    from storage.sheets import Sheet


class OutsidePage(NoteActsPage):
    """A screen whose line and note editor can be left for the person's own editor."""

    @property
    def line(self) -> JournalLine:
        """The line to type in."""
        raise NotImplementedError

    def take_line(self, text: str) -> None:
        """Put `text` on the line."""
        raise NotImplementedError

    @work
    async def action_outside(self) -> None:
        """Open the note that is being rewritten, or the line, in the person's own editor."""
        from storage.sheets import lay_out

        editor = self.editor
        name = f"note-{editor.query_ancestor(NoteRow).view.note.id}" if editor else "line"
        try:
            sheet = lay_out(self.desk.path, name, editor.text if editor else self.line.text)
            if sheet.left and (editor.changed if editor else self.line.text):
                self.tell(self.words("outside-left", path=visible(sheet.path)), "warning")
                return
            text = self._outside(sheet)
        except (StorageError, Refusal) as error:
            self.tell(say_error(self.words, error), "error")
            return
        await self._take(sheet, text)

    def _outside(self, sheet: "Sheet") -> str | None:
        from tui.editing import edited

        fault: Exception | None = None
        text = None
        try:
            with self.app.suspend():
                # Caught inside, so that the app always comes back to its screen.
                try:
                    text = edited(sheet, os.environ)
                except (StorageError, Refusal) as error:
                    fault = error
        except SuspendNotSupported:
            if not sheet.left:
                sheet.put_away()
            raise Refusal("outside-not-here") from None
        if fault is not None:
            raise fault
        return text

    async def _take(self, sheet: "Sheet", text: str | None) -> None:
        editor = self.editor
        if text is None:
            self.tell(self.words("edit-unchanged"))
        elif editor is None:
            self.take_line(text)
        else:
            editor.load_text(text)
            await self.keep(editor)
        sheet.put_away()
