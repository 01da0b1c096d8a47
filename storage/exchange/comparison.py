"""What bringing a file in would change: every note and week is new, known or a conflict.

A conflict is a note (or week) with one identity and two histories. Nothing of it is brought in: which of
the two is right is a person's decision.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from sqlite_utils import Database

from storage.exchange.contents import Contents, JournalNote, JournalWeek, Understood, Version, WeekVersion
from storage.exchange.identity import Likeness, likeness
from storage.exchange.whole_journal import STATE, version_from

Fate = Literal["new", "known", "conflict"]

_NOTES = f"SELECT id, uid, {STATE} FROM note ORDER BY id"
_HISTORY = f"SELECT {STATE} FROM note_version WHERE note = ? ORDER BY version"
_WEEK = "SELECT text, base, changed FROM week_version WHERE week = ? ORDER BY version"
_EMPTY = (
    "SELECT NOT EXISTS (SELECT 1 FROM note) AND NOT EXISTS (SELECT 1 FROM week)"
    " AND NOT EXISTS (SELECT 1 FROM clearance)"
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A file held against a journal."""

    notes: tuple[tuple[JournalNote, Fate, int], ...]
    """Each note, what becomes of it, and its number in this journal when it is known here; else 0."""
    weeks: tuple[tuple[JournalWeek, Fate], ...]
    into_empty: bool
    """Whether the journal holds nothing yet: only then do numbers, clearances and the ledger come along."""

    def count(self, fate: Fate) -> int:
        """How many notes have this fate."""
        return sum(found == fate for _, found, _ in self.notes)


def compare(database: Database, understood: Understood) -> Comparison:
    """Hold what was understood against the journal; changes nothing."""
    contents = understood.contents
    return Comparison(
        notes=tuple(_notes(database, contents, whole=understood.format == "clearday")),
        weeks=tuple((week, _week_fate(database, week)) for week in contents.weeks),
        into_empty=bool(database.execute(_EMPTY).fetchone()[0]),
    )


def _notes(database: Database, contents: Contents, *, whole: bool) -> Iterable[tuple[JournalNote, Fate, int]]:
    numbers, alike = _here(database, {note.uid for note in contents.notes})
    for note in contents.notes:
        number = numbers.get(note.uid)
        if number is not None:
            history = [version_from(row) for row in database.execute(_HISTORY, [number])]
            yield note, _note_fate(note, history, whole=whole), number
            continue
        same = alike.get(likeness(note.now))
        yield (note, "known", same.pop()) if same else (note, "new", 0)


def _here(database: Database, uids: set[str]) -> tuple[dict[str, int], dict[Likeness, list[int]]]:
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


def _note_fate(note: JournalNote, history: list[Version], *, whole: bool) -> Fate:
    if whole:
        # When a version was made is not compared: the same file may have come into two journals by itself.
        ours = [replace(version, changed="") for version in history[: len(note.versions)]]
        return "known" if ours == [replace(version, changed="") for version in note.versions] else "conflict"
    told = likeness(note.now)
    return "known" if any(likeness(version) == told for version in history) else "conflict"


def _week_fate(database: Database, week: JournalWeek) -> Fate:
    # The roll-ups beside the texts are not compared: they name notes by this journal's numbers.
    history = [WeekVersion(*row) for row in database.execute(_WEEK, [week.id])]
    if not history:
        return "new"
    ours = [(version.text, version.changed) for version in history]
    theirs = [(version.text, version.changed) for version in week.versions]
    return "known" if ours[: len(theirs)] == theirs else "conflict"
