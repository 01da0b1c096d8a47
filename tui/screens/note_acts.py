"""What can be done to the selected note, and how each act is taken back."""

from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual import on, work

from storage.errors import ChangedElsewhere, NoSuchNote, StorageError
from tui.refusal import Refusal
from tui.sayings import say_error
from tui.screens.drafting import DraftingPage
from tui.screens.requests import OpenClear, OpenHistory, OpenShare
from tui.widgets.note_editor import NoteEditor
from tui.widgets.note_list import NoteList
from tui.widgets.note_row import NoteRow
from tui.widgets.remark import by_rule

if TYPE_CHECKING:
    from storage.records import Act, Note
    from tui.views import NoteView

MOST_EDITED = 200_000
"""Most code points of a note that can be rewritten here: a longer one would keep the person waiting."""


class _Turn(Protocol):
    def __call__(self, *, over: bool = False) -> "Act": ...


class NoteActsPage(DraftingPage):
    """A screen with a `NoteList` whose notes can be rewritten, set aside, kept private and brought back."""

    @property
    def notes(self) -> NoteList:
        """The list."""
        return self.query_one(NoteList)

    def load(self, select: int | None = None) -> None:
        """Read the notes again; `select` names the one to select."""
        raise NotImplementedError

    @on(NoteList.Asked)
    def _asked(self, event: NoteList.Asked) -> None:
        acts = {
            "undo": lambda: self._turn(self.desk.undo, "undone-here"),
            "redo": lambda: self._turn(self.desk.redo, "redone-here"),
            "history": self._history,
            "edit": self._edit,
            "delete": self._delete,
            "private": self._toggle_private,
            "reason": self._give_reason,
        }
        if event.what in acts:
            acts[event.what]()
        elif event.what in ("clear", "share"):
            self._leave_for(event.what)

    def _leave_for(self, what: str) -> None:
        view = self.notes.selected
        if view is not None:
            name = str(view.note.id)
            self.post_message(OpenClear(name) if what == "clear" else OpenShare(name))

    def _history(self) -> None:
        if self.notes.selected is not None:
            self.post_message(OpenHistory(self.notes.selected.note.id))

    # Rewriting

    @property
    def editor(self) -> NoteEditor | None:
        """The open editor, if one is."""
        return self.query(NoteEditor).first() if self.query(NoteEditor) else None

    def _edit(self) -> None:
        row = self.notes.highlighted_child
        if self.editor is not None:  # one note is rewritten at a time: back to it
            self.editor.focus()
            return
        if not isinstance(row, NoteRow):
            self.notes.stays()
            return
        size = len(row.view.note.text)
        if size > MOST_EDITED:
            self.notes.stays()
            self.tell(self.words("edit-long", size=self.words.figure(size)), "warning")
        else:
            self._bring_back(row.open_editor(), row.view.note.id)

    @work
    async def _bring_back(self, editor: NoteEditor, number: int) -> None:
        draft = await self.left_behind(f"note:{number}")
        if draft is not None and editor.is_attached:
            editor.bring_back(draft.text, draft.version)
            self.tell(self.is_back(draft))

    @on(NoteEditor.Saved)
    @work
    async def _save(self, event: NoteEditor.Saved) -> None:
        await self.keep(event.editor)

    async def keep(self, editor: NoteEditor) -> bool:
        """Save what the editor holds and close it; whether that could be done."""
        row = editor.query_ancestor(NoteRow)
        before = editor.started_from(row.view.note)
        if editor.changed:
            after = await self._rewrite(before, editor.text)
            if after is None:
                return False
            self.tell(self.words("did-edit"))
        await self._close(row)
        return True

    async def _rewrite(self, before: "Note", text: str) -> "NoteView | None":
        try:
            return await self.thread.ask(self.desk.rewrite, before, text)
        except ChangedElsewhere:
            return await self.settle(
                "changed-note",
                text,
                partial(self.desk.note, before.id),
                lambda there: there.note.text,
                lambda now: self.desk.rewrite(now.note, text),
            )
        except (StorageError, Refusal) as error:
            self.tell(say_error(self.words, error), "error")
            return None

    async def _close(self, row: NoteRow) -> None:
        await row.close_editor()
        self.editor_closed()
        await self.forget(f"note:{row.view.note.id}")
        self.notes.focus()
        self.load(row.view.note.id)

    def editor_closed(self) -> None:
        """What was said of the words in an editor that is gone is said no more."""
        raise NotImplementedError

    @on(NoteEditor.Left)
    @work
    async def _left(self, event: NoteEditor.Left) -> None:
        await self.leave_editor(event.editor)

    async def leave_editor(self, editor: NoteEditor) -> bool:
        """Close the editor; whether it closed. Words are dropped only when the person says so."""
        if editor.changed:
            answers = [("stay", "leave-stay"), ("save", "leave-save"), ("drop", "leave-drop")]
            chosen = await self.choose("leave-note", answers)
            if chosen != "drop":
                return chosen == "save" and await self.keep(editor)
        else:
            self.tell(self.words("edit-unchanged"))
        await self._close(editor.query_ancestor(NoteRow))
        return True

    # Setting aside, keeping private, taking back

    def _tell_way_back(self, sentence: str) -> None:
        # The keys it names are letters, which are only words on the line.
        on_line = "" if self.notes.has_focus else f" {self.words('from-line')}"
        self.tell(sentence + on_line)

    @work
    async def _delete(self) -> None:
        view = self.notes.selected
        if view and await self.ask(self.desk.delete, view.note):
            self._tell_way_back(self.words("did-delete"))
            self.load()

    @work
    async def _toggle_private(self) -> None:
        view = self.notes.selected
        after = await self.ask(self.desk.set_private, view.note, not view.note.private) if view else None
        if after:
            self._tell_way_back(self.words("did-private" if after.note.private else "did-public"))
            self.load()

    @work
    async def _give_reason(self) -> None:
        view = self.notes.selected
        held = [finding for finding in view.findings if finding.holds] if view else []
        finding = by_rule(held)[0][0] if held else None
        reason = await self.answers.reason(finding, held)
        if view is None or finding is None or not reason:
            return
        if await self.ask(self.desk.register.give_for, str(view.note.id), finding.rule, reason):
            self.tell(self.words("did-waive"))
            self.load(view.note.id)

    @work
    async def _turn(self, turn: _Turn, sentence: str) -> None:
        try:
            act: Act | None = await self.thread.ask(turn)
        except ChangedElsewhere:
            over = await self.choose("undo-changed", [("stay", "undo-stay"), ("over", "undo-over")]) == "over"
            act = await self.ask(turn, over=True) if over else None
        except (StorageError, Refusal) as error:
            self.tell(say_error(self.words, error), "warning")
            return
        if act is not None:
            self._tell_way_back(self.words(sentence, act=self.words(f"act-{act.kind}", name=act.name)))
            await self._show_turned(act)

    async def _show_turned(self, act: "Act") -> None:
        try:
            view = await self.thread.ask(self.desk.note, int(act.name)) if act.name.isdigit() else None
        except NoSuchNote:
            view = None
        if view is None:
            self.load()
        else:
            self.show_note(view)

    def show_note(self, view: "NoteView") -> None:
        """Go to where `view` is and select it."""
        raise NotImplementedError
