"""What bringing a file in would change: every note and week is new, known, changed or a conflict.

A format that holds histories has them joined (storage/exchange/joining.py): a conflict is then a note that
went on in two ways, and both are kept. From any other format a conflict is a note with one identity and
other words: nothing of it is brought in, for which of the two is right is a person's decision.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from storage.exchange.beside import new_occasions, new_standing, newer_people
from storage.exchange.contents import (
    WITH_HISTORY,
    JournalNote,
    JournalWeek,
    KeptOccasion,
    KeptPerson,
    Understood,
    Version,
    WeekVersion,
)
from storage.exchange.identity import Likeness, likeness
from storage.exchange.joining import Fate, Joined, join_note, join_week
from storage.exchange.whole_journal import STATE, version_from
from storage.opened import Opened

_NOTES = f"SELECT id, uid, {STATE} FROM note ORDER BY id"
_HISTORY = f"SELECT {STATE} FROM note_version WHERE note = ? ORDER BY version"
_WEEK = "SELECT text, base, changed FROM week_version WHERE week = ? ORDER BY version"
_EMPTY = (
    "SELECT NOT EXISTS (SELECT 1 FROM note) AND NOT EXISTS (SELECT 1 FROM week)"
    " AND NOT EXISTS (SELECT 1 FROM clearance) AND NOT EXISTS (SELECT 1 FROM variant)"
    " AND NOT EXISTS (SELECT 1 FROM consent)"
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A file held against a journal."""

    notes: tuple[tuple[JournalNote, Fate, int], ...]
    """Each note, what becomes of it, and its number in this journal when it is known here; else 0."""
    weeks: tuple[tuple[JournalWeek, Fate], ...]
    into_empty: bool
    """Whether the journal holds nothing yet: only then do numbers, clearances and the ledger come along."""
    more_of_notes: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    """By identity, the versions that a note gets."""
    more_of_weeks: Mapping[str, tuple[WeekVersion, ...]] = field(default_factory=dict)
    """By week, the versions that it gets."""
    occasions: tuple[KeptOccasion, ...] = ()
    """What notes answer, pass on or ask for, as far as the journal does not have it."""
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By identity, the same from a format that knows only what stands."""
    people: tuple[KeptPerson, ...] = ()
    """Those of whom something new was said."""

    @property
    def kinds(self) -> int:
        """How many notes' kinds are new here."""
        return len(self.occasions) + len(self.said)

    def count(self, fate: Fate) -> int:
        """How many notes have this fate."""
        return sum(found == fate for _, found, _ in self.notes)


def compare(database: Opened, understood: Understood) -> Comparison:
    """Hold what was understood against the journal; changes nothing."""
    joins = _Joins(database, whole=understood.format in WITH_HISTORY)
    # A journal's own notes are known by identity alone: two machines may well note the same words at once.
    alike = understood.format != "journal"
    contents = understood.contents
    notes = tuple(_notes(database, contents.notes, joins, alike=alike))
    return Comparison(
        notes=notes,
        weeks=tuple((week, joins.week(week)) for week in understood.contents.weeks),
        into_empty=bool(database.execute(_EMPTY).fetchone()[0]),
        more_of_notes=joins.notes,
        more_of_weeks=joins.weeks,
        occasions=new_occasions(
            database, contents.occasions, {note.number: known for note, _, known in notes}
        ),
        said=new_standing(database, notes),
        people=newer_people(database, contents.people),
    )


def _notes(
    database: Opened, notes: tuple[JournalNote, ...], joins: "_Joins", *, alike: bool
) -> Iterable[tuple[JournalNote, Fate, int]]:
    numbers, others = _here(database, {note.uid for note in notes})
    for note in notes:
        number = numbers.get(note.uid)
        if number is not None:
            yield note, joins.note(note, number), number
            continue
        same = others.get(likeness(note.now)) if alike else None
        yield (note, "known", same.pop()) if same else (note, "new", 0)


def _here(database: Opened, uids: set[str]) -> tuple[dict[str, int], dict[Likeness, list[int]]]:
    # A note that is known by its identity is not there to be matched by its words as well.
    numbers: dict[str, int] = {}
    alike: dict[Likeness, list[int]] = defaultdict(list)
    for number, uid, *state in database.execute(_NOTES):
        if uid in uids:
            numbers[uid] = number
        else:
            alike[likeness(version_from(state))].append(number)
    for same in alike.values():
        same.reverse()
    return numbers, alike


class _Joins:
    # What joining the histories gives, note by note and week by week.
    def __init__(self, database: Opened, *, whole: bool) -> None:
        self._database = database
        self._whole = whole
        self.notes: dict[str, tuple[Version, ...]] = {}
        self.weeks: dict[str, tuple[WeekVersion, ...]] = {}

    def note(self, note: JournalNote, number: int) -> Fate:
        history = [version_from(row) for row in self._database.execute(_HISTORY, [number])]
        if not self._whole:
            told = likeness(note.now)
            return "known" if any(likeness(version) == told for version in history) else "conflict"
        joined: Joined[Version] = join_note(history, note.versions)
        self.notes[note.uid] = joined.appended
        return joined.fate

    def week(self, week: JournalWeek) -> Fate:
        history = [WeekVersion(*row) for row in self._database.execute(_WEEK, [week.id])]
        if not history:
            return "new"
        joined: Joined[WeekVersion] = join_week(history, week.versions)
        self.weeks[week.id] = joined.appended
        return joined.fate
