"""What comes in beside the notes: what they answer, pass on or ask for, and what was said of naming people.

Nothing is overwritten: an occasion is one more line about its note, and the one said last stands. Of two words
about a person the later one stands, on whichever machine it was said.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from storage.exchange.contents import JournalNote, KeptOccasion, KeptPerson
from storage.exchange.joining import Fate
from storage.opened import Opened
from storage.people import SET_PERSON
from storage.quicklog import INSERT_OCCASION

_SAID = "SELECT kind, quote, who, link, until, at FROM occasion WHERE note = ?"
_PERSON = "SELECT spelling, standing, role, at FROM person WHERE name = ?"


def new_occasions(
    database: Opened, occasions: Iterable[KeptOccasion], known: Mapping[int, int]
) -> tuple[KeptOccasion, ...]:
    """Those that the journal does not have, in their order. `known`: numbers there and here; 0 for a new note."""
    here: dict[int, set[tuple[str, ...]]] = {}
    found = []
    for one in occasions:
        number = known.get(one.note)
        if number is None:
            continue
        if number not in here:
            here[number] = {tuple(row) for row in database.execute(_SAID, [number])} if number else set()
        if one.said not in here[number]:
            found.append(one)
    return tuple(found)


def standing(occasions: Iterable[KeptOccasion]) -> dict[int, tuple[str, ...]]:
    """By number, what was said last of each note's kind; ordinary ones are left out."""
    last: dict[int, KeptOccasion] = {}
    for one in occasions:
        before = last.get(one.note)
        if before is None or datetime.fromisoformat(one.at) >= datetime.fromisoformat(before.at):
            last[one.note] = one
    return {number: one.said for number, one in last.items() if one.kind != "note"}


def new_standing(
    database: Opened, notes: Iterable[tuple[JournalNote, Fate, int]]
) -> dict[str, tuple[str, ...]]:
    """By identity, what a format that knows no more says of notes' kinds, as far as the journal does not have it."""
    found = {}
    for note, fate, number in notes:
        if note.said and fate in ("new", "known"):
            here = {tuple(row) for row in database.execute(_SAID, [number])} if number else set()
            if note.said not in here:
                found[note.uid] = note.said
    return found


def newer_people(database: Opened, people: Iterable[KeptPerson]) -> tuple[KeptPerson, ...]:
    """Those of whom the journal knows nothing, or of whom something was said later."""
    return tuple(one for one in people if _rank(one) > _here(database, one))


def write_beside(
    database: Opened,
    occasions: Iterable[KeptOccasion],
    people: Iterable[KeptPerson],
    numbers: Mapping[int, int],
) -> None:
    """Write them; `numbers` are the notes' numbers there and here."""
    for one in occasions:
        database.conn.execute(INSERT_OCCASION, [numbers[one.note], *one.said])
    for person in people:
        database.conn.execute(SET_PERSON, [person.name.casefold(), *_row(person)])


def _here(database: Opened, person: KeptPerson) -> tuple[float, tuple[str, ...]]:
    row = database.execute(_PERSON, [person.name.casefold()]).fetchone()
    return _rank(KeptPerson(*row)) if row else (float("-inf"), ())


def _rank(person: KeptPerson) -> tuple[float, tuple[str, ...]]:
    # Said at one moment and not alike: both machines have to choose the same one.
    return datetime.fromisoformat(person.at).timestamp(), _row(person)


def _row(person: KeptPerson) -> tuple[str, ...]:
    return person.name, person.standing, person.role, person.at
