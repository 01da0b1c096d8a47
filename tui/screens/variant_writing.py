"""Writing what one platform gets in the place of the source: the editor, its draft, its counts, and the way back."""

from textual import on, work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from rules.private_spans import public
from rules.snippet import snippets
from storage.records import Draft
from tui.screens.outgoing import Outgoing, Outlook
from tui.screens.part_acts import PartActsPage
from tui.widgets.note_editor import NoteEditor
from tui.widgets.part_card import length
from tui.widgets.prose_editor import ProseEditor
from tui.widgets.variant_editor import VariantEditor

_MOST_TOLD = 4
"""Parts whose lengths are told while a variant is written."""


class VariantWritingPage(PartActsPage):
    """A screen with parts, in whose place a text for one platform can be written."""

    outgoing: Outgoing | None = None
    """The text on every platform; None until it was read."""
    platform = ""
    """The id of the platform that is shown."""

    @property
    def editor(self) -> VariantEditor | None:
        """The open editor, if one is."""
        # Its keys may be asked about before it stands.
        return next((one for one in self.query(VariantEditor) if one.display), None)

    @work(exclusive=True, group="edit")
    async def action_edit(self) -> None:
        """Write what this platform gets."""
        outlook = self.outlook
        if outlook is None or self.editor is not None or self.outgoing is None:
            return
        written = await self.ask(self.desk.variants.written, self.outgoing.subject, outlook.platform)
        if written is None:
            return
        editor = self.query_one(VariantEditor)
        self.query_one("#share-parts").display = False
        editor.begin(written)
        draft = await self.left_behind(self._draft_source)
        if draft is not None:
            editor.bring_back(draft.text, 0)
            self.tell(self.is_back(draft))
        self._tell_lengths(editor.text)
        self.refresh_bindings()

    @property
    def _draft_source(self) -> str:
        key_of = self.outgoing.subject.key if self.outgoing else ""
        return f"variant:{key_of}@{self.platform}"

    def draft_of(self, editor: ProseEditor) -> Draft | None:
        """What is written for the platform; nothing where it is what was there."""
        if not isinstance(editor, VariantEditor):
            return None
        return self.draft(self._draft_source, editor.text if editor.changed else "")

    @on(TextArea.Changed)
    def _variant_written(self, event: TextArea.Changed) -> None:
        if event.text_area is self.editor:
            self._tell_lengths(event.text_area.text)

    @work(thread=True, exclusive=True, group="lengths")
    def _tell_lengths(self, text: str) -> None:
        outlook = self.outlook
        if outlook is None:
            return
        parts = snippets(public(text), outlook.platform, reply=outlook.subject.reply)
        about = outlook.platform.sure == "about"
        told = [length(self.words, part, about=about) for part in parts[:_MOST_TOLD]]
        told += ["…"] * (len(parts) > _MOST_TOLD)
        said = f"{self.words.count('parts', len(parts))}: {' · '.join(told)}"
        self.app.call_from_thread(self._say_lengths, said)

    def _say_lengths(self, said: str) -> None:
        if self.editor is not None:
            self.query_one("#share-stands", Static).update(Content(said))

    @on(NoteEditor.Saved)
    @work(exclusive=True, group="edit")
    async def _save(self, event: NoteEditor.Saved) -> None:
        outlook = self.outlook
        if outlook is None or self.outgoing is None:
            return
        editor = event.editor
        if editor.changed and await self.ask(self._write, outlook, editor.text) is None:
            return
        await self._close()

    def _write(self, outlook: Outlook, text: str) -> bool:
        self.desk.variants.write(self.desk.subject(self.source), outlook.platform, text)
        return True

    @on(NoteEditor.Left)
    @work
    async def _leave(self) -> None:
        if await self.may_leave():
            await self._close()

    async def _close(self) -> None:
        await self.forget(self._draft_source)
        parts = self.query_one("#share-parts", VerticalScroll)
        parts.display = True
        parts.focus()
        # Hidden and kept: an editor that is taken away may be drawn once more while it goes.
        self.query_one(VariantEditor).display = False
        self.draw_again()

    @property
    def unsaved(self) -> bool:
        """Whether something was written for a platform and not kept."""
        return self.editor is not None and self.editor.changed

    async def may_leave(self) -> bool:
        """Ask about words that were written."""
        if not self.unsaved:
            return True
        return await self.choose("leave-variant", [("stay", "leave-stay"), ("drop", "leave-drop")]) == "drop"

    @work(exclusive=True, group="edit")
    async def action_source(self) -> None:
        """Let this platform get the source again."""
        outlook = self.outlook
        if outlook is None or self.outgoing is None:
            return
        if await self.ask(self.desk.variants.end, self.outgoing.subject, outlook.platform):
            self.say(self.words("variant-none", name=self.source, platform=outlook.platform.name))
            self.draw_again()
