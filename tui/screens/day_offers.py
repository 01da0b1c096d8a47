"""What the key line and the list of commands offer of a day: what there is something to do it to."""

from collections.abc import Iterator
from typing import Final

from textual.binding import Binding
from textual.dom import DOMNode

from tui.screens.empty_day import EmptyDayPage
from tui.widgets.note_list import NoteList

_HERE: Final = ("day-today",)
_ALREADY: Final = ("home",)
_WITH_WORDS: Final = ("editor-start", "editor-end")
_TO_BEGIN: Final = ("note-edit",)


class DayOffersPage(EmptyDayPage):
    """A screen with the notes of a day and a line, and what can be done to them."""

    def commands(self) -> Iterator[tuple[DOMNode, Binding]]:
        """What can be done to the selected note, also from the line."""
        for binding in NoteList.BINDINGS:
            if isinstance(binding, Binding) and binding.show:
                yield self.notes, binding

    @property
    def commands_first(self) -> bool:
        """A day without notes begins with the line, not with what can be taken back."""
        return self.notes.selected is not None

    @property
    def refusing(self) -> frozenset[str]:
        """Without a note there is none to go up to or to share."""
        none_here = () if self.notes.rows else ("line-notes", "note-share-f")
        return super().refusing.union(none_here)

    @property
    def idle(self) -> frozenset[str]:
        """An empty line has no end to go to, and today leads to no other day."""
        at_home = self.day == self.today
        return super().idle.union(
            _HERE if at_home else (),
            _ALREADY if at_home and self.line.has_focus else (),
            _WITH_WORDS if self.line.has_focus and not self.line.text else (),
            _TO_BEGIN if self.editor is not None else (),
        )
