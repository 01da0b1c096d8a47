"""Clearday's own JSON: a journal to the last version, so that it can move house and lose nothing.

    {"clearday": 1,
     "notes": [{"number", "uid", "origin",
                "versions": [{"day", "at", "zone", "text", "tags", "private", "deleted", "changed"}]}],
     "weeks": [{"id", "versions": [{"text", "base", "changed"}]}],
     "clearances": [{"source", "cleared_at", "packs": [[id, version]], "answers": [[rule, reason]],
                     "fingerprints": [[platform, fingerprint]]}],
     "shared": [{"clearance", "source", "platform", "part", "parts", "route", "at", "text", "link"}],
     "variants": [{"source", "platform", "text", "basis", "at"}],
     "consents": [{"photo", "state", "person", "purpose", "at"}],
     "occasions": [{"note", "kind", "quote", "who", "link", "until", "at"}],
     "people": [{"name", "standing", "role", "at"}]}

In copies by older programs `text` and `link`, `variants`, `consents`, `occasions` and `people` are missing; a
variant whose `text` is null is a way back to the source, an occasion whose `kind` is `note` one to an ordinary note.

Versions are oldest first, the last is the current one. `number` is the note's number in the journal, an
occasion's `note` such a number, `clearance` a place in `clearances` counted from 1. Keys that are not known are
refused nowhere and kept nowhere; a change that an older program would misread gets the next number under
`clearday`.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import get_args

from storage.errors import InputError
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
    Understood,
    Version,
    WeekVersion,
)
from storage.exchange.identity import is_uid
from storage.exchange.json_entry import Entry, load_json
from storage.exchange.week_base import is_base
from storage.records import ConsentState, OccasionKind, PersonStanding

VERSION = 1
"""The version of the format that this program writes, and the newest it reads."""

_LAST = 2**53 - 1
"""The largest whole number every JSON reader keeps; no journal gets there by counting."""


def read_clearday(text: str, path: str) -> Understood:
    """The journal that `text` describes. Raises InputError naming `path` and the key that is wrong."""
    whole = Entry(load_json(text, path), path, "")
    version = whole.whole("clearday", 1, _LAST)
    if version > VERSION:
        raise InputError("clearday-newer", path=path, found=version, known=VERSION)
    clearances = tuple(map(_clearance, whole.entries("clearances")))
    contents = Contents(
        notes=tuple(map(_note, whole.entries("notes"))),
        weeks=tuple(map(_week, whole.entries("weeks"))),
        clearances=clearances,
        ledger=tuple(_ledger_line(entry, len(clearances)) for entry in whole.entries("shared")),
        variants=tuple(map(_variant, whole.entries("variants", newer=True))),
        consents=tuple(map(_consent, whole.entries("consents", newer=True))),
        occasions=tuple(map(_occasion, whole.entries("occasions", newer=True))),
        people=tuple(map(_person, whole.entries("people", newer=True))),
    )
    _each_once(contents, whole)
    return Understood("clearday", contents)


def write_clearday(contents: Contents) -> str:
    """The whole of `contents`, one note a line; the same contents give the same text."""
    parts = [
        _list("notes", map(_note_json, contents.notes)),
        _list("weeks", map(_week_json, contents.weeks)),
        _list("clearances", map(_clearance_json, contents.clearances)),
        _list("shared", map(asdict, contents.ledger)),
        _list("variants", map(asdict, contents.variants)),
        _list("consents", map(asdict, contents.consents)),
        _list("occasions", map(asdict, contents.occasions)),
        _list("people", map(asdict, contents.people)),
    ]
    return f'{{"clearday": {VERSION},\n' + ",\n".join(parts) + "}\n"


def _list(name: str, items: Iterable[dict[str, object]]) -> str:
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f'"{name}": [\n{lines}\n]' if lines else f'"{name}": []'


def _each_once(contents: Contents, whole: Entry) -> None:
    for key, names in (
        ("notes[].uid", [note.uid for note in contents.notes]),
        ("notes[].number", [note.number for note in contents.notes]),
        ("weeks[].id", [week.id for week in contents.weeks]),
        ("people[].name", [person.name.casefold() for person in contents.people]),
    ):
        if len(set(names)) != len(names):
            raise whole.wrong(key)


def _note(entry: Entry) -> JournalNote:
    uid = entry.words("uid")
    if not is_uid(uid):
        raise entry.wrong("uid")
    versions = tuple(map(_version, entry.entries("versions")))
    if not versions:
        raise entry.wrong("versions")
    return JournalNote(uid, entry.words("origin"), versions, entry.whole("number", 1, _LAST))


def _version(entry: Entry) -> Version:
    return Version(
        day=entry.day("day"),
        at=entry.moment("at"),
        zone=entry.words("zone"),
        text=entry.text("text"),
        tags=entry.tags("tags"),
        private=entry.flag("private"),
        deleted=entry.flag("deleted"),
        changed=entry.moment("changed"),
    )


def _week(entry: Entry) -> JournalWeek:
    name = entry.words("id")
    versions = tuple(map(_week_version, entry.entries("versions")))
    if not _is_week(name):
        raise entry.wrong("id")
    if not versions:
        raise entry.wrong("versions")
    return JournalWeek(name, versions)


def _week_version(entry: Entry) -> WeekVersion:
    base = entry.words("base")
    if not is_base(base):
        raise entry.wrong("base")
    return WeekVersion(entry.words("text"), base, entry.moment("changed"))


def _is_week(name: str) -> bool:
    if len(name) != 8 or name[4:6] != "-W" or not (name[:4] + name[6:]).isdecimal() or not name.isascii():
        return False
    try:
        date.fromisocalendar(int(name[:4]), int(name[6:]), 1)
    except ValueError:
        return False
    return True


def _clearance(entry: Entry) -> KeptClearance:
    fingerprints = entry.pairs("fingerprints")
    if len({platform for platform, _ in fingerprints}) != len(fingerprints):
        raise entry.wrong("fingerprints")
    return KeptClearance(
        source=entry.words("source"),
        cleared_at=entry.moment("cleared_at"),
        packs=entry.pairs("packs"),
        answers=entry.pairs("answers"),
        fingerprints=fingerprints,
    )


def _ledger_line(entry: Entry, clearances: int) -> LedgerLine:
    return LedgerLine(
        clearance=entry.whole("clearance", 1, clearances),
        source=entry.words("source"),
        platform=entry.words("platform"),
        part=entry.whole("part", 1, _LAST),
        parts=entry.whole("parts", 1, _LAST),
        route=entry.words("route"),
        at=entry.moment("at"),
        text=entry.words("text", default=""),
        link=entry.words("link", default=""),
    )


def _variant(entry: Entry) -> KeptVariant:
    text = None if entry.get("text") is None else entry.text("text")
    return KeptVariant(
        entry.words("source"), entry.words("platform"), text, entry.words("basis"), entry.moment("at")
    )


def _consent(entry: Entry) -> KeptConsent:
    state = entry.words("state")
    if state not in get_args(ConsentState):
        raise entry.wrong("state")
    said = entry.words("person"), entry.words("purpose")
    return KeptConsent(entry.text("photo"), state, *said, entry.moment("at"))


def _occasion(entry: Entry) -> KeptOccasion:
    kind = entry.words("kind")
    if kind not in get_args(OccasionKind):
        raise entry.wrong("kind")
    quote, who, link, until = (entry.words(key) for key in ("quote", "who", "link", "until"))
    return KeptOccasion(entry.whole("note", 1, _LAST), kind, quote, who, link, until, entry.moment("at"))


def _person(entry: Entry) -> KeptPerson:
    standing = entry.words("standing")
    if standing not in get_args(PersonStanding):
        raise entry.wrong("standing")
    return KeptPerson(entry.text("name"), standing, entry.words("role"), entry.moment("at"))


def _note_json(note: JournalNote) -> dict[str, object]:
    versions = [
        {
            "day": version.day,
            "at": version.at,
            "zone": version.zone,
            "text": version.text,
            "tags": list(version.tags),
            "private": version.private,
            "deleted": version.deleted,
            "changed": version.changed,
        }
        for version in note.versions
    ]
    return {"number": note.number, "uid": note.uid, "origin": note.origin, "versions": versions}


def _week_json(week: JournalWeek) -> dict[str, object]:
    versions = [{"text": v.text, "base": v.base, "changed": v.changed} for v in week.versions]
    return {"id": week.id, "versions": versions}


def _clearance_json(clearance: KeptClearance) -> dict[str, object]:
    return {
        "source": clearance.source,
        "cleared_at": clearance.cleared_at,
        "packs": clearance.packs,
        "answers": clearance.answers,
        "fingerprints": clearance.fingerprints,
    }
