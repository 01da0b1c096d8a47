"""Rewriting a note where it stands: ctrl+s keeps the new words, esc asks before it drops any."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from tui.bindings import key
from tui.widgets.prose_editor import ProseEditor

if TYPE_CHECKING:
    from storage.records import Note


class NoteEditor(ProseEditor):
    """The editor that opens inside a note's row."""

    DEFAULT_CSS = """
    NoteEditor { height: auto; min-height: 2; max-height: 14; width: 1fr; padding: 0 0 0 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s", "save", "editor-save"),
        key("escape", "leave", "editor-leave"),
    ]

    class Saved(Message):
        """The person wants these words kept."""

        def __init__(self, editor: "NoteEditor") -> None:
            super().__init__()
            self.editor = editor

    class Left(Message):
        """The person wants to leave the editor."""

        def __init__(self, editor: "NoteEditor") -> None:
            super().__init__()
            self.editor = editor

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._given = self.text
        self._version: int | None = None
        self.move_cursor(self.document.end)

    @property
    def changed(self) -> bool:
        """Whether the words are not those that were given."""
        return self.text != self._given

    def bring_back(self, text: str, version: int) -> None:
        """Go on with words that were written on top of the note's version `version` and not saved."""
        # What was typed since the editor opened stands behind them.
        typed = self.text.removeprefix(self._given)
        self.load_text(text + typed)
        self.move_cursor(self.document.end)
        self._version = version

    def started_from(self, note: "Note") -> "Note":
        """`note` as the version that the words were written on top of."""
        return note if self._version is None else replace(note, version=self._version)

    def on_click(self, event: events.Click) -> None:
        """A click among the words is theirs: the list around them would take the cursor away."""
        event.stop()

    def action_save(self) -> None:
        """Ask for the words to be kept."""
        self.post_message(self.Saved(self))

    def action_leave(self) -> None:
        """Ask to leave."""
        self.post_message(self.Left(self))
