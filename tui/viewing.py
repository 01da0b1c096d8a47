"""How a text stands at a glance: what was found in it, and whether it was cleared or left."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rules.finding import verdict_of
from rules.platforms import Platform
from rules.review import Review
from storage.clearances import ClearanceStore
from storage.records import Clearance, Note
from tui.checking import Checking
from tui.note_tags import tags_of
from tui.occasions import Occasions
from tui.subject import Subject, of_note
from tui.views import NoteView, State

if TYPE_CHECKING:
    from tui.gate import Gate


class Viewing:
    """The notes and texts of one journal, as lists show them."""

    def __init__(
        self,
        gate: "Callable[[], Gate]",
        clearances: ClearanceStore,
        checking: Checking,
        occasions: Occasions,
        platforms: Sequence[Platform],
    ) -> None:
        """`gate` is asked for where a text was cleared once: only then it matters whether that still holds."""
        self._gate = gate
        self._clearances = clearances
        self._checking = checking
        self._occasions = occasions
        self._platforms = platforms

    def note(self, note: Note) -> NoteView:
        """A note, with what rules find at once in it and in what is kept beside it, and what `recalling` adds."""
        told = self._occasions.told(note)
        found = self._checking.review(note.text)
        tags = tags_of(note)
        beside = self._occasions.beside(told) if told.occasion else self._occasions.tagged(note, tags)
        found = replace(found, findings=(*found.findings, *beside))
        subject = of_note(note, told)
        found = self.recalling(subject, note.text, found)
        state = self.state(subject, found)
        return NoteView(note, tags, state, found.findings, told.occasion)

    def recalling(self, subject: Subject, text: str, found: Review) -> Review:
        """`found`, and where it leaves `text` clear what the second reader said when it read `subject` for clearing."""
        if subject.private or verdict_of(found.findings) != "clear":
            return found
        return replace(found, findings=(*self._checking.recalled(subject.key, text), *found.findings))

    def state(self, subject: Subject, found: Review) -> State:
        """How `subject`, in which this was found, stands."""
        clearance = self._standing_clearance(subject)
        if clearance is not None:
            return "shared" if self._clearances.was_shared(clearance, subject.key) else "cleared"
        return "draft" if verdict_of(found.findings) == "clear" else "held"

    def _standing_clearance(self, subject: Subject) -> Clearance | None:
        if self._clearances.last(subject.key) is None:
            return None
        gate = self._gate()
        held = (gate.clearance(subject, platform) for platform in self._platforms)
        return next((clearance for clearance in held if clearance is not None), None)
