"""Writes what is new into the journal: all of it or, whatever goes wrong, nothing."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple

from storage.exchange.beside import write_beside
from storage.exchange.comparison import Comparison, compare
from storage.exchange.contents import (
    Contents,
    JournalNote,
    KeptClearance,
    Understood,
    Version,
    WeekVersion,
)
from storage.exchange.week_base import renumbered
from storage.opened import Opened
from storage.quicklog import INSERT_OCCASION

Progress = Callable[[int, int], None]
"""Told after each note how many are done, and of how many."""

_NOTE = (
    "INSERT INTO note (id, uid, origin, day, at, instant, zone, text, tags, private, deleted, changed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_NEXT = (
    "UPDATE note SET day = ?, at = ?, instant = ?, zone = ?, text = ?, tags = ?, private = ?, deleted = ?,"
    " changed = ?, version = version + 1 WHERE id = ?"
)
_WEEK = "INSERT INTO week (text, base, changed, id) VALUES (?, ?, ?, ?)"
_NEXT_WEEK = "UPDATE week SET text = ?, base = ?, changed = ?, version = version + 1 WHERE id = ?"
_CLEARANCE = "INSERT INTO clearance (source, cleared_at, packs, answers) VALUES (?, ?, ?, ?)"
_FINGERPRINT = "INSERT INTO clearance_fingerprint (clearance, platform, fingerprint) VALUES (?, ?, ?)"
_LEDGER = (
    "INSERT INTO shared (clearance, source, platform, part, parts, route, at, text, link)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_VARIANT = "INSERT INTO variant (source, platform, text, basis, at) VALUES (?, ?, ?, ?, ?)"
_CONSENT = "INSERT INTO consent (photo, state, person, purpose, at) VALUES (?, ?, ?, ?, ?)"


def bring_in(
    database: Opened, understood: Understood, *, now: str, progress: Progress | None = None
) -> Comparison:
    """Add what the journal does not have yet, in one transaction; returns what became of everything.

    `now` is the moment, ISO 8601, for versions that do not say when they were made. Every version
    passes through the journal's own triggers, as if it were written again in its order.
    """
    with _all_or_nothing(database):
        found = compare(database, understood)
        numbers = _add_notes(database, found, now, progress)
        for week, fate in found.weeks:
            versions = week.versions if fate == "new" else found.more_of_weeks[week.id]
            own = None if found.into_empty else numbers
            _add_week(database, week.id, versions, own, begun=fate != "new")
        write_beside(database, found.occasions, found.people, numbers)
        # Clearing is a person's act on this machine: a journal's file from another one never brings it along.
        if found.into_empty and understood.format == "clearday":
            _add_clearances(database, understood.contents)
    return found


@contextmanager
def _all_or_nothing(database: Opened) -> Iterator[None]:
    # The lock is taken before looking: nobody else can add in between what is then added twice.
    database.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.conn.execute("COMMIT")
    except BaseException:
        database.conn.rollback()
        raise


def _add_notes(database: Opened, found: Comparison, now: str, progress: Progress | None) -> dict[int, int]:
    numbers: dict[int, int] = {}
    for done, (note, fate, known) in enumerate(found.notes, start=1):
        number = known
        if fate == "new":
            number = _add_note(database, note, now, note.number if found.into_empty else 0)
        for version in found.more_of_notes.get(note.uid, ()):
            database.conn.execute(_NEXT, [*_state(version, now), number])
        numbers[note.number] = number
        if note.uid in found.said:
            database.conn.execute(INSERT_OCCASION, [number, *found.said[note.uid]])
        if progress is not None:
            progress(done, len(found.notes))
    return numbers


def _add_note(database: Opened, note: JournalNote, now: str, number: int) -> int:
    first, *later = note.versions
    values = [number or None, note.uid, note.origin, *_state(first, now)]
    given = int(database.conn.execute(_NOTE, values).lastrowid or 0)
    for version in later:
        database.conn.execute(_NEXT, [*_state(version, now), given])
    return given


def _state(version: Version, now: str) -> list[object]:
    return [
        version.day,
        version.at,
        round(version.moment.timestamp() * 1_000_000),
        version.zone,
        version.text,
        json.dumps(version.tags),
        int(version.private),
        int(version.deleted),
        version.changed or now,
    ]


def _add_week(
    database: Opened,
    week: str,
    versions: Iterable[WeekVersion],
    numbers: dict[int, int] | None,
    *,
    begun: bool,
) -> None:
    for position, version in enumerate(versions):
        base = version.base if numbers is None else renumbered(version.base, numbers)
        values = [version.text, base, version.changed, week]
        database.conn.execute(_NEXT_WEEK if position or begun else _WEEK, values)


def _add_clearances(database: Opened, contents: Contents) -> None:
    given = [_add_clearance(database, clearance) for clearance in contents.clearances]
    for line in contents.ledger:
        clearance, *values = astuple(line)
        database.conn.execute(_LEDGER, [given[clearance - 1], *values])
    for variant in contents.variants:
        database.conn.execute(_VARIANT, astuple(variant))
    for consent in contents.consents:
        database.conn.execute(_CONSENT, astuple(consent))


def _add_clearance(database: Opened, clearance: KeptClearance) -> int:
    kept = [json.dumps(clearance.packs), json.dumps(clearance.answers)]
    row = database.conn.execute(_CLEARANCE, [clearance.source, clearance.cleared_at, *kept])
    given = int(row.lastrowid or 0)
    for platform, fingerprint in clearance.fingerprints:
        database.conn.execute(_FINGERPRINT, [given, platform, fingerprint])
    return given
