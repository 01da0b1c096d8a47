"""What a person meant to do next and has not said done: carried into later weeks, never moved.

An intention is a note with a tag of the part that carries (`#next`). Its own day keeps it as it is; a later
week shows it again until it is done or dropped. A week shows what the four weeks before it left; all that was
ever left is listed by `still_open`, so that an old journal does not pour into a new week.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rules.private_spans import public
from rules.week import Week
from storage.database import Journal
from storage.notes import NoteStore
from storage.outcomes import OutcomeStore
from storage.records import Note, OutcomeKind
from storage.search import NoteSearch, Term
from tui.clock import Clock
from tui.note_tags import tags_of
from tui.refusal import Refusal

CARRIED_WEEKS = 4
"""How many weeks back a weekly note looks for what is still to be done."""


@dataclass(frozen=True, slots=True)
class Carried:
    """An intention that an earlier week left."""

    note: Note
    weeks: int
    """How many weeks ago it was written down."""


class Carrying:
    """The intentions of one journal."""

    def __init__(self, journal: Journal, notes: NoteStore, clock: Clock, tags: frozenset[str]) -> None:
        """`tags`: casefolded; a note with one of them is an intention."""
        self._journal = journal
        self._notes = notes
        self._outcomes = OutcomeStore(journal)
        self._clock = clock
        self._tags = tags

    def into(self, week: Week, tags: frozenset[str]) -> tuple[Carried, ...]:
        """What the weeks before left for `week` under these casefolded tags, oldest first.

        What was done or dropped after it ended was still open then, so a past week stays as it was.
        """
        first, last = week.monday - timedelta(weeks=CARRIED_WEEKS), week.monday - timedelta(days=1)
        left = [note for note in self._notes.between(first, last) if _names(note, tags)]
        return tuple(Carried(note, _weeks(note, week)) for note in self._open(left, week.sunday))

    def still_open(self) -> tuple[Carried, ...]:
        """Every intention that has no outcome, oldest first, those of this week included."""
        today = self._clock.today()
        found: dict[int, Note] = {}
        search = NoteSearch(self._journal.database.conn)
        for tag in sorted(self._tags):
            found |= {
                note.id: note for note in search.find([Term(tag)], last=today) if _names(note, self._tags)
            }
        notes = sorted(found.values(), key=lambda note: (note.at, note.id))
        return tuple(Carried(note, _weeks(note, Week.of(today))) for note in self._open(notes, today))

    def settle(self, number: int, outcome: OutcomeKind) -> Note:
        """Record that an intention was done or dropped, today. Raises NoSuchNote, and Refusal for another note."""
        note = self._intention(number)
        self._outcomes.record(note.id, outcome, day=self._clock.today(), at=self._clock.now())
        return note

    def reopen(self, number: int) -> Note:
        """Take back what was recorded of an intention. Raises NoSuchNote, and Refusal where nothing was."""
        note = self._intention(number)
        if not self._outcomes.forget(note.id):
            raise Refusal("intention-open", note=number)
        return note

    def _intention(self, number: int) -> Note:
        note = self._notes.get(number)
        if not _names(note, self._tags):
            raise Refusal("no-intention", note=number)
        return note

    def _open(self, notes: Sequence[Note], day: date) -> Iterable[Note]:
        outcomes = self._outcomes.of(note.id for note in notes)
        return (note for note in notes if note.id not in outcomes or outcomes[note.id].day > day)


def _names(note: Note, tags: frozenset[str]) -> bool:
    shareable = not note.private and bool(public(note.text).strip())
    return shareable and any(tag.casefold() in tags for tag in tags_of(note))


def _weeks(note: Note, week: Week) -> int:
    return (week.monday - Week.of(note.day).monday).days // 7
