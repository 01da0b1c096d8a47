"""The notes of the shown day, with the keys that act on the selected one.

The keys are single letters; they work only while this list has the focus, never while typing.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import ListItem, Static

from tui.bindings import LIST_KEYS, key
from tui.widgets.act_asked import ActAsked
from tui.widgets.keys_ahead import KeysAhead
from tui.widgets.note_row import NoteRow
from tui.widgets.pointed_rows import PointedRows
from tui.widgets.prose_editor import ProseEditor
from tui.widgets.swap import become, swap
from tui.widgets.tones import TONE_CLASSES
from tui.wording import Words

if TYPE_CHECKING:
    from tui.views import NoteView

_OF_THE_DAY = ("undo", "redo", "earlier", "later", "today")
"""What is done to no note, and so can be done where there is none."""


class EmptyRow(ListItem):
    """What stands there when a day has no notes: what to do next."""

    DEFAULT_CSS = """
    EmptyRow { padding: 1 2; max-width: 76; }
    EmptyRow.-highlight { background: $background; }
    """


class NoteList(PointedRows, can_focus=True, can_focus_children=True):
    """Notes, one of them selected. The arrow past the last one leads back to the line."""

    DEFAULT_CSS = """
    NoteList { background: $background; width: 100%; height: 1fr; scrollbar-gutter: stable; }
    NoteList:focus { background-tint: $foreground 0%; }
    """
    # For its rows: a style for each of a hundred rows would take as long to work out as the rows themselves.
    COMPONENT_CLASSES: ClassVar[set[str]] = {"note-row--quiet", *TONE_CLASSES}

    BINDINGS: ClassVar[list[BindingType]] = [
        key("e", "ask('edit')", "note-edit"),
        key("d", "ask('delete')", "note-delete"),
        key("p", "ask('private')", "note-private"),
        key("c", "ask('clear')", "note-clear"),
        key("r", "ask('reason')", "note-reason", show=False),
        key("s", "ask('share')", "note-share"),
        key("l", "ask('leave')", "day-leave"),
        key("u", "ask('undo')", "note-undo"),
        key("U", "ask('redo')", "note-redo"),
        key("h", "ask('history')", "note-history"),
        key("left", "ask('earlier')", "day-earlier"),
        key("right", "ask('later')", "day-later"),
        key("t", "ask('today')", "day-today", show=False),
        *LIST_KEYS,
    ]

    class Asked(ActAsked):
        """A key asked for `what` (`edit`, `delete`, …) to be done to the selected note."""

    class LeftDownwards(Message):
        """The person went down from the last note: to the line."""

    def __init__(self, words: Words) -> None:
        super().__init__(initial_index=None)
        self._words = words
        self._ahead = KeysAhead()

    @property
    def selected(self) -> "NoteView | None":
        """The note the keys act on."""
        child = self.highlighted_child
        return child.view if isinstance(child, NoteRow) else None

    @property
    def rows(self) -> list[NoteRow]:
        """Every row, in order."""
        return list(self.query_children(NoteRow))

    def watch_has_focus(self, has_focus: bool) -> None:
        """The selected row names its keys, which work only here."""
        super().watch_has_focus(has_focus)
        if self.highlighted_child is not None:
            self.highlighted_child.refresh(layout=True)

    # What is typed on the heels of a key that leads to an editor or to the line is meant for there

    async def _on_key(self, event: events.Key) -> None:
        if not self._ahead.keeps(event) and self._leads_away(event.key):
            self._ahead.begin()

    def _leads_away(self, key: str) -> bool:
        bound = self.screen.active_bindings.get(key)
        action = bound.binding.action if bound is not None and bound.enabled else ""
        if action == "cursor_down":
            return self._at_the_end
        return action == "back" or (action in ("ask('edit')", "select_cursor") and self.selected is not None)

    @property
    def _at_the_end(self) -> bool:
        return self.index is None or self.index >= len(self) - 1

    @on(events.Blur)
    def _left(self) -> None:
        focused = self.screen.focused
        self._ahead.give_to(focused if isinstance(focused, ProseEditor) else None)

    def stays(self) -> None:
        """The cursor does not leave after all."""
        self._ahead.give_to(None)

    async def show_empty(self, sentences: str) -> None:
        """Draw `sentences` in place of notes."""
        await swap(self, [EmptyRow(Static(Content(sentences)))])
        self.refresh_bindings()

    async def show(self, views: "Sequence[NoteView]", select: int | None = None) -> None:
        """Draw these notes; `select` is the number of the note to select, else the selected one stays."""
        wanted = select if select is not None else self._selected_number()
        known = {row.view.note.id for row in self.rows}
        # A note that went leaves its place to the next; on another day the last note is the one to begin with.
        there = self.index is not None and any(view.note.id in known for view in views)
        place = self.index if there and self.index is not None else len(views)
        if [row.view.note.id for row in self.rows] != [view.note.id for view in views]:
            await become(self, lambda: self._rows_for(views))
        for row, view in zip(self.rows, views, strict=False):
            row.show(view)
        numbers = [view.note.id for view in views]
        if numbers:
            self.index = numbers.index(wanted) if wanted in numbers else min(place, len(numbers) - 1)
        self.refresh_bindings()

    def _rows_for(self, views: "Sequence[NoteView]") -> list[NoteRow]:
        known = {row.view.note.id: row for row in self.rows}
        return [known.get(view.note.id) or NoteRow(view, self._words) for view in views]

    def _selected_number(self) -> int | None:
        return self.selected.note.id if self.selected else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a note needs one; only a day without any can be leave."""
        if action != "ask" or parameters[0] in _OF_THE_DAY:
            return super().check_action(action, parameters)
        return (self.selected is None) == (parameters[0] == "leave")

    def action_ask(self, what: str) -> None:
        """Say what was asked for."""
        self.post_message(self.Asked(what))

    def action_first(self) -> None:
        """To the first note; from there to those before it that are not drawn."""
        if self.rows and self.index == 0:
            self.post_message(self.Asked("more"))
        self.index = 0 if self.rows else None

    def action_last(self) -> None:
        """To the last note, also where it is not drawn."""
        self.index = len(self) - 1 if self.rows else None
        self.post_message(self.Asked("last"))

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        if self.rows and self.scroll_offset.y == 0:
            self.post_message(self.Asked("more"))

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        if self.rows and self.scroll_offset.y >= self.max_scroll_y:
            self.post_message(self.Asked("below"))

    def action_cursor_up(self) -> None:
        """Up a note, or from the first to those before it that are not drawn."""
        if self.rows and self.index == 0:
            self.post_message(self.Asked("more"))
        elif self.rows:
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """Down a note, or to the line from the last."""
        if self._at_the_end:
            self.post_message(self.LeftDownwards())
        else:
            super().action_cursor_down()

    def action_select_cursor(self) -> None:
        """Enter opens the selected note."""
        self.post_message(self.Asked("edit"))
