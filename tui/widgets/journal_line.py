"""The line to type in that is always there: enter adds, a paste is kept whole, ctrl+n starts a new line.

It grows to five lines and then scrolls. A line break is on ctrl+n because every terminal sends it;
shift+enter works as well where the terminal can tell it from enter.
"""

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.message import Message

from tui.bindings import key
from tui.walls import WalledApp
from tui.widgets.keys_ahead import KeysAhead
from tui.widgets.prose_editor import ProseEditor

if TYPE_CHECKING:
    from rules.vocabulary import Vocabulary

MOST_HELD = 100_000
"""Most code points the line holds: drawing more would keep the person waiting."""

MOST_ROWS = 5
"""Rows that the line grows to."""


class JournalLine(ProseEditor):
    """Where a note is written."""

    DEFAULT_CSS = """
    JournalLine { height: auto; min-height: 1; max-height: 5; background: $background; }
    JournalLine .text-area--cursor-line { background: $background; }
    JournalLine .text-area--suggestion { color: $quiet; text-style: italic; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "enter_note", "line-add"),
        key("up", "cursor_up", "line-notes"),
        key("ctrl+n,shift+enter", "line_break", "line-break"),
    ]

    vocabulary: "Vocabulary | None" = None
    """The words that are offered while a note is written; None until they are known."""

    class Entered(Message):
        """The person pressed enter on this text."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class LeftUpwards(Message):
        """The person went up from the first line: to the notes."""

    class LeftSideways(Message):
        """The person went left (-1) or right (1) on an empty line: to another day."""

        def __init__(self, days: int) -> None:
            super().__init__()
            self.days = days

    class TooLong(Message):
        """The person pasted more than the line can hold; none of it was put there."""

        def __init__(self, text: str, *, private: bool = False) -> None:
            super().__init__()
            self.text = text
            self.private = private

    def __init__(self, *, placeholder: str = "", notes_above: bool = False) -> None:
        """`notes_above`: whether `up` leads anywhere from the first line; who says so moves the focus then."""
        super().__init__(placeholder=placeholder)
        self._notes_above = notes_above
        self._ahead = KeysAhead()

    async def _on_key(self, event: events.Key) -> None:
        if self._ahead.keeps(event):
            return
        # Before the editor's own handler, which runs next, turns enter into a line break.
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_enter_note()
        elif event.key == "tab" and self.suggestion:
            event.stop()
            event.prevent_default()
            self.insert(self.suggestion)

    def update_suggestion(self) -> None:
        """Offer the rest of the tag, name or project that the cursor stands behind."""
        line, column = self.cursor_location
        here = self.document.get_line(line)
        at_end = self.selection.is_empty and not here[column : column + 1].strip()
        self.suggestion = self.vocabulary.completion(here[:column]) if at_end and self.vocabulary else ""

    async def _on_paste(self, event: events.Paste) -> None:
        if len(self.text) + len(event.text) > MOST_HELD:
            event.stop()
            event.prevent_default()
            self.post_message(self.TooLong(event.text))

    def action_enter_note(self) -> None:
        """Hand over what is written; where nothing is, say what the key is for."""
        if self.text.strip():
            text = self.text
            self.text = ""
            self.post_message(self.Entered(text))
        elif self._notes_above and isinstance(self.app, WalledApp):
            self.app.notify(self.app.words("line-empty"))

    def action_line_break(self) -> None:
        """Start a new line within the note."""
        self.insert("\n")

    def action_cursor_up(self, select: bool = False) -> None:
        """Up a line, or to the notes from the first."""
        if self._notes_above and self.cursor_at_first_line and not select:
            self._ahead.begin()
            self.post_message(self.LeftUpwards())
        else:
            super().action_cursor_up(select)

    def action_undo(self) -> None:
        """Take back what was done last on the line; where there is nothing, ctrl+z is the shell's, as elsewhere."""
        before = self.text
        super().action_undo()
        if not before and not self.text and self.app.check_action("suspend_process", ()):
            self.app.action_suspend_process()

    @on(events.Blur)
    def _left(self) -> None:
        self._ahead.give_to(self.screen.focused)

    def action_cursor_left(self, select: bool = False) -> None:
        """Left a sign, or on an empty line to the day before."""
        if self.text:
            super().action_cursor_left(select)
        else:
            self.post_message(self.LeftSideways(-1))

    def action_cursor_right(self, select: bool = False) -> None:
        """Right a sign, or on an empty line to the day after."""
        if self.text or self.suggestion:
            super().action_cursor_right(select)
        else:
            self.post_message(self.LeftSideways(1))

    def give_back(self, text: str) -> None:
        """Put `text`, which could not be added, back in front of whatever was typed since."""
        self.text = f"{text}\n{self.text}" if self.text else text
        self.move_cursor(self.document.end)
