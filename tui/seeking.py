"""A search of the journal: what the app's search page and `clearday search` both ask.

Words and days the index knows. For a tag, a person or how a note stands, notes have to be looked into: the newest
first, as far as the search is let go at a time. It gives what it finds as it finds it and knows how far it came, so
that nobody takes what was not looked into for what is not there.
Light enough for the shell: it needs a connection, not the whole desk.
"""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, TypeVar

from rules.people import people
from rules.query import Query
from storage.records import Note
from storage.search import Kind, NoteSearch, Term
from tui.note_tags import tags_of

Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Far:
    """How far to go at most: notes whose words are looked at, and notes that rules read, which costs far more."""

    looked: int
    read: int


FAR: Final = Far(20_000, 2_000)
"""As far as one goes before a person is asked whether to go on."""
EVERYWHERE: Final = Far(2**63, 2**63)


@dataclass(frozen=True, slots=True)
class Looked:
    """How far a search came that has not looked into everything yet."""

    notes: int
    """How many were looked into."""
    total: int
    """How many may be meant, by the words, the days and what the journal tells of them."""
    day: date
    """The day of the last that was looked into."""
    one_day: bool
    """Whether the first was of that day too: a search up to that day would go no further."""

    @property
    def rest(self) -> int:
        """How many were not looked into."""
        return self.total - self.notes


class Seeking(Generic[Given]):
    """One search, to be gone on with on the thread of its connection."""

    def __init__(
        self, connection: sqlite3.Connection, query: Query, take: Callable[[Note], Given | None]
    ) -> None:
        """`take`: what is given of a note that has words, tags and people; None where its state is not asked for."""
        self._search = NoteSearch(connection)
        self._query = query
        self._take = take
        self._reads = bool(_READ.intersection(query.states))
        self._numbers = self._search.newest(*self._bounds, _kinds(query.states)) if looks_into(query) else []
        self._notes = 0
        self._days: tuple[date, date] | None = None

    @property
    def looked(self) -> Looked | None:
        """How far it came; None where nothing is left to look into."""
        if self._days is None or self._notes == len(self._numbers):
            return None
        first, last = self._days
        return Looked(self._notes, len(self._numbers), last, first == last)

    def go_on(self, far: Far) -> Iterator[Given]:
        """What is found next, until all is or it went so far; who stops early goes on from there the next time.

        Words alone are found once, the best match first, however many notes have them.
        """
        notes = self._looked_into(far) if looks_into(self._query) else self._search.find(*self._bounds)
        return (given for note in notes if (given := self._take(note)) is not None)

    def _looked_into(self, far: Far) -> Iterator[Note]:
        end, read = self._notes + far.looked, 0
        while self._notes < min(end, len(self._numbers)) and read < far.read:
            note = self._search.numbered(self._numbers[self._notes])
            self._notes += 1
            if note is None:  # set aside since
                end += 1
                continue
            self._days = (self._days[0] if self._days else note.day, note.day)
            if _has(self._query.tags, tags_of(note)) and _has(self._query.people, people(note.text)):
                read += self._reads
                yield note

    @property
    def _bounds(self) -> tuple[list[Term], date, date]:
        terms = [Term(sought.text, sought.prefix) for sought in self._query.sought]
        # The index knows words, not signs: it narrows the search, the note itself decides.
        terms += [Term(word) for word in (*self._query.tags, *self._query.people)]
        return terms, self._query.first, self._query.last


def looks_into(query: Query) -> bool:
    """Whether notes have to be looked into to answer `query`."""
    return bool(query.tags or query.people or query.states)


_READ: Final = frozenset({"draft", "held", "cleared", "shared"})
"""The states that nobody knows before rules have read the note."""


def _kinds(states: tuple[str, ...]) -> tuple[Kind, ...]:
    """What the journal tells of every note in one of `states`; nothing where it tells nothing."""
    if {"draft", "held"}.intersection(states):
        return ()
    cleared: tuple[Kind, ...] = ("cleared",) if {"cleared", "shared"}.intersection(states) else ()
    return (*cleared, "private") if "private" in states else cleared


def _has(wanted: tuple[str, ...], there: tuple[str, ...]) -> bool:
    return set(wanted) <= {one.casefold() for one in there}
