"""Day One's JSON: `{"metadata": {"version": "1.0"}, "entries": [{"uuid", "creationDate", "timeZone", "text"…}]}`.

`creationDate` is UTC and `timeZone` says on which wall clock, and so on which day, it was written. Photos
and other attachments stay behind, counted. A note without a known zone goes out under its offset, written
as Apple writes one: `GMT-0500`.
"""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from storage.exchange.contents import Contents, JournalNote, Local, Understood, Version, foreign_note
from storage.exchange.identity import uid_of_uuid
from storage.exchange.jrnl_tags import is_starred, once, starred, unstarred
from storage.exchange.json_entry import Entry, load_json
from storage.exchange.moments import from_utc, utc_moment

_ATTACHED = {"photos": "photos", "videos": "videos", "audios": "audio", "pdfAttachments": "documents"}


def read_dayone(text: str, path: str, *, local: Local) -> Understood:
    """The entries in `text`. Raises InputError naming the entry and key that is wrong."""
    left_out: Counter[str] = Counter()
    notes: dict[str, JournalNote] = {}
    for entry in Entry(load_json(text, path), path, "").entries("entries"):
        _count_attached(entry, left_out)
        note = _note(entry, local)
        if note is None:
            left_out["blank"] += 1
        elif note.uid in notes:
            raise entry.wrong("uuid")
        else:
            notes[note.uid] = note
    return Understood("dayone", Contents(tuple(notes.values())), tuple(left_out.items()))


def write_dayone(notes: Iterable[JournalNote]) -> str:
    """The notes as Day One exports them."""
    held = {"metadata": {"version": "1.0"}, "entries": [_entry(note) for note in notes]}
    return json.dumps(held, ensure_ascii=False, indent=2) + "\n"


def _count_attached(entry: Entry, left_out: Counter[str]) -> None:
    for key, kind in _ATTACHED.items():
        attached = entry.get(key)
        if isinstance(attached, list) and attached:
            left_out[kind] += len(attached)


def _note(entry: Entry, local: Local) -> JournalNote | None:
    text = entry.words("text", default="")
    if not text.strip():
        return None
    uuid, zone = entry.words("uuid"), entry.words("timeZone", default="")
    at = _on_the_clock_there(entry, zone, local)
    return foreign_note(
        uid_of_uuid(uuid),
        "dayone",
        day=at.date(),
        at=at,
        text=text,
        tags=starred(once(entry.tags("tags")), star=entry.flag("starred", default=False)),
        zone="" if zone.startswith(("GMT", "UTC")) else zone,
    )


def _on_the_clock_there(entry: Entry, zone: str, local: Local) -> datetime:
    """When it was written, on the wall clock of its zone; on ours where it names none. Raises InputError."""
    created = utc_moment(entry.words("creationDate"))
    if created is None:
        raise entry.wrong("creationDate")
    at = from_utc(created, zone, local)
    if at is None:
        raise entry.wrong("timeZone")
    return at


def _entry(note: JournalNote) -> dict[str, object]:
    now = note.now
    return {
        "uuid": note.uid.upper(),
        "creationDate": f"{now.moment.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat()}Z",
        "timeZone": _zone(now),
        "text": now.text,
        "tags": list(unstarred(now.tags)),
        "starred": is_starred(now.tags),
    }


def _zone(now: Version) -> str:
    told = now.zone and from_utc(now.moment.astimezone(UTC), now.zone, lambda *_: now.moment)
    if told and told.utcoffset() == now.moment.utcoffset():
        return now.zone
    return f"GMT{now.moment:%z}"[:8]
