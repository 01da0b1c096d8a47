"""What was done to notes and weeks, kept so that it can be taken back after a restart.

Taking back and doing again write the old state as a new version: history only grows. A state that
somebody else changed since is not overwritten, and a new act ends what could be done again.
"""

from dataclasses import replace
from datetime import datetime
from typing import Literal
from uuid import uuid4

from storage.database import Journal
from storage.errors import ChangedElsewhere
from storage.notes import NoteStore
from storage.occasions import OccasionStore
from storage.records import Act, ActKind, Note, Occasion, SavedWeek
from storage.weeks import WeekStore

_INSERT = "INSERT INTO act (kind, source, before, after, sitting, at) VALUES (?, ?, ?, ?, ?, ?)"
_END = "UPDATE act SET state = 'ended' WHERE state = 'undone'"
_NEXT = (
    "SELECT id, kind, source, before, after, at FROM act"
    " WHERE state = ? AND (sitting = ? OR id <= ?) ORDER BY id {order} LIMIT 1"
)
_NEXT_DONE = _NEXT.format(order="DESC")
_NEXT_UNDONE = _NEXT.format(order="ASC")
_MARK = "UPDATE act SET state = ? WHERE id = ?"
_LAST = "SELECT coalesce(max(id), 0) FROM act"
_ALL = 2**63 - 1


class ActStore:
    """The acts of one journal, as one sitting sees them: its own, and those from before it began."""

    def __init__(self, journal: Journal, notes: NoteStore, weeks: WeekStore) -> None:
        self._journal = journal
        self._notes = notes
        self._weeks = weeks
        self._occasions = OccasionStore(journal)
        self._sitting = uuid4().hex
        self._seen = _ALL

    def sit_down(self) -> None:
        """Begin a sitting: acts that other windows do from now on are theirs to take back."""
        self._seen = int(self._journal.database.execute(_LAST).fetchone()[0])

    def revise(self, kind: ActKind, note: Note, *, changed: datetime) -> Note:
        """Write `note` as its next version, as an act. Raises ChangedElsewhere; then nothing was written."""
        with self._journal.database.atomic():
            after = self._notes.revise(note, changed=changed)
            self._add(kind, f"note:{note.id}", note.version, after.version, changed)
        return after

    def save(self, week: SavedWeek, *, changed: datetime) -> SavedWeek:
        """Save a week as its next version, as an act unless it is its first. Raises ChangedElsewhere."""
        with self._journal.database.atomic():
            saved = self._weeks.save(week, changed=changed)
            if week.version and saved.version > week.version:
                self._add("week", f"week:{week.id}", week.version, saved.version, changed)
        return saved

    def say(self, note: int, occasion: Occasion, *, changed: datetime) -> None:
        """Let `occasion` stand for a note, as an act unless it stands already. Raises NoSuchNote."""
        with self._journal.database.atomic():
            before = self._occasions.standing_line(self._notes.get(note).id)
            if self._occasions.line(before).written != occasion.written:
                after = self._occasions.say(note, occasion, at=changed)
                self._add("occasion", f"note:{note}", before, after, changed)

    def newest(self) -> Act | None:
        """The newest act that stands: the one `undo` would take back."""
        return self._next(_NEXT_DONE, "done")

    def undo(self, *, changed: datetime, over: bool = False) -> Act | None:
        """Take back the newest act that stands; None when there is none.

        Raises ChangedElsewhere when its note or week was changed since, unless `over` allows to write
        over that; the other state then stays as an older version.
        """
        act = self._next(_NEXT_DONE, "done")
        if act is not None:
            self._turn(act, act.after, act.before, "undone", changed=changed, over=over)
        return act

    def redo(self, *, changed: datetime, over: bool = False) -> Act | None:
        """Do again what was taken back last; None when there is nothing. Raises ChangedElsewhere as `undo`."""
        act = self._next(_NEXT_UNDONE, "undone")
        if act is not None:
            self._turn(act, act.before, act.after, "done", changed=changed, over=over)
        return act

    def _add(self, kind: ActKind, source: str, before: int, after: int, at: datetime) -> None:
        database = self._journal.database
        database.execute(_END)
        database.execute(_INSERT, [kind, source, before, after, self._sitting, at.isoformat()])

    def _next(self, ask: str, state: str) -> Act | None:
        row = self._journal.database.execute(ask, [state, self._sitting, self._seen]).fetchone()
        if row is None:
            return None
        number, kind, source, before, after, at = row
        return Act(number, kind, source, before, after, datetime.fromisoformat(at))

    def _turn(
        self,
        act: Act,
        stands: int,
        wanted: int,
        state: Literal["done", "undone"],
        *,
        changed: datetime,
        over: bool,
    ) -> None:
        with self._journal.database.atomic():
            if act.kind == "occasion":
                self._turn_occasion(int(act.name), stands, wanted, changed=changed, over=over)
            elif act.source.startswith("week:"):
                self._turn_week(act.name, stands, wanted, changed=changed, over=over)
            else:
                self._turn_note(int(act.name), stands, wanted, changed=changed, over=over)
            self._journal.database.execute(_MARK, [state, act.id])

    def _turn_note(self, number: int, stands: int, wanted: int, *, changed: datetime, over: bool) -> None:
        now = self._notes.find(number)
        if not over and replace(now, version=stands) != self._notes.version(number, stands):
            raise ChangedElsewhere("note-changed", note=number)
        then = self._notes.version(number, wanted)
        self._notes.revise(replace(then, version=now.version), changed=changed)

    def _turn_occasion(self, note: int, stands: int, wanted: int, *, changed: datetime, over: bool) -> None:
        line = self._occasions.line
        now = line(self._occasions.standing_line(note))
        if not over and now.written != line(stands).written:
            raise ChangedElsewhere("note-changed", note=note)
        self._occasions.say(note, line(wanted), at=changed)

    def _turn_week(self, name: str, stands: int, wanted: int, *, changed: datetime, over: bool) -> None:
        now, then = self._weeks.get(name), self._weeks.version(name, wanted)
        if now is None or then is None or not (over or self._weeks.version(name, stands) == _at(now, stands)):
            raise ChangedElsewhere("week-changed", week=name)
        self._weeks.save(_at(then, now.version), changed=changed)


def _at(week: SavedWeek, version: int) -> SavedWeek:
    return replace(week, version=version)
