"""Reads everything a journal holds, as one consistent moment of it."""

import json
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

from storage.exchange.contents import (
    Contents,
    JournalNote,
    JournalWeek,
    KeptClearance,
    KeptConsent,
    KeptOccasion,
    KeptPerson,
    KeptVariant,
    LedgerLine,
    Version,
    WeekVersion,
)
from storage.opened import Opened

STATE = "day, at, zone, text, tags, private, deleted, changed"

_NOTES = "SELECT id, uid, origin FROM note ORDER BY id"
_VERSIONS = f"SELECT note, {STATE} FROM note_version ORDER BY note, version"
_WEEKS = "SELECT week, text, base, changed FROM week_version ORDER BY week, version"
_CLEARANCES = "SELECT id, source, cleared_at, packs, answers FROM clearance ORDER BY id"
_FINGERPRINTS = (
    "SELECT clearance, platform, fingerprint FROM clearance_fingerprint ORDER BY clearance, platform"
)
_LEDGER = "SELECT clearance, source, platform, part, parts, route, at, text, link FROM shared ORDER BY id"
_VARIANTS = "SELECT source, platform, text, basis, at FROM variant ORDER BY id"
_CONSENTS = "SELECT photo, state, person, purpose, at FROM consent ORDER BY id"
_OCCASIONS = "SELECT note, kind, quote, who, link, until, at FROM occasion ORDER BY id"
_PEOPLE = "SELECT spelling, standing, role, at FROM person ORDER BY name"


def read_journal(database: Opened) -> Contents:
    """Notes with every version, weeks, clearances and ledger, each in the order they came into the journal."""
    with database.atomic():
        clearances = database.execute(_CLEARANCES).fetchall()
        places = {row[0]: place for place, row in enumerate(clearances, start=1)}
        fingerprints = _grouped(database.execute(_FINGERPRINTS), lambda row: (row[0], row[1]))
        return Contents(
            notes=_notes(database),
            weeks=_weeks(database),
            clearances=tuple(_clearance(row, fingerprints.get(row[0], ())) for row in clearances),
            ledger=tuple(LedgerLine(places[row[0]], *row[1:]) for row in database.execute(_LEDGER)),
            variants=tuple(KeptVariant(*row) for row in database.execute(_VARIANTS)),
            consents=tuple(KeptConsent(*row) for row in database.execute(_CONSENTS)),
            occasions=tuple(KeptOccasion(*row) for row in database.execute(_OCCASIONS)),
            people=tuple(KeptPerson(*row) for row in database.execute(_PEOPLE)),
        )


def _notes(database: Opened) -> tuple[JournalNote, ...]:
    versions = _grouped(database.execute(_VERSIONS), version_from)
    rows = database.execute(_NOTES)
    return tuple(JournalNote(uid, origin, versions[number], number) for number, uid, origin in rows)


def _weeks(database: Opened) -> tuple[JournalWeek, ...]:
    versions = _grouped(database.execute(_WEEKS), lambda row: WeekVersion(*row))
    return tuple(JournalWeek(week, found) for week, found in versions.items())


def between(contents: Contents, first: str, last: str) -> Contents:
    """The notes of the local days `first` to `last` and the weeks they are of; no clearances and no ledger."""
    notes = tuple(note for note in contents.notes if first <= note.now.day <= last)
    numbers = {note.number for note in notes}
    return Contents(
        notes=notes,
        occasions=tuple(one for one in contents.occasions if one.note in numbers),
        weeks=tuple(week for week in contents.weeks if _week_of(first) <= week.id <= _week_of(last)),
    )


def version_from(row: Any) -> Version:  # noqa: ANN401 - a row of the columns in STATE, as sqlite3 gives it
    """The version that a row of `STATE` describes."""
    day, at, zone, text, tags, private, deleted, changed = row
    return Version(day, at, zone, text, tuple(json.loads(tags)), bool(private), bool(deleted), changed)


def _grouped(rows: Iterable[Any], made: Any) -> dict[Any, tuple[Any, ...]]:  # noqa: ANN401 - rows of several tables
    return {key: tuple(made(row[1:]) for row in group) for key, group in groupby(rows, itemgetter(0))}


def _clearance(row: Any, fingerprints: tuple[tuple[str, str], ...]) -> KeptClearance:  # noqa: ANN401 - a row
    _, source, cleared_at, packs, answers = row
    return KeptClearance(source, cleared_at, _pairs(packs), _pairs(answers), fingerprints)


def _pairs(written: str) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in json.loads(written))


def _week_of(day: str) -> str:
    from datetime import date

    year, week, _ = date.fromisoformat(day).isocalendar()
    return f"{year:04d}-W{week:02d}"
