"""jrnl's JSON: `{"tags": {}, "entries": [{"title", "body", "date", "time", "tags", "starred"}]}`.

The title is the first line of a note and the body the rest, so a text comes back to the letter. Two jrnl
sentences on one line arrive as two lines: its JSON does not say which they were.
"""

import json
from collections import Counter
from collections.abc import Iterable

from storage.exchange.contents import Contents, JournalNote, Local, Understood, foreign_note
from storage.exchange.identity import Identities
from storage.exchange.jrnl_tags import is_starred, once, starred, unstarred
from storage.exchange.json_entry import Entry, load_json
from storage.exchange.moments import Stamp, read_clock, read_stamp


def read_jrnl_json(text: str, path: str, *, local: Local) -> Understood:
    """The entries in `text`. Raises InputError naming the entry and key that is wrong."""
    identities = Identities()
    entries = Entry(load_json(text, path), path, "").entries("entries")
    notes = [_note(entry, identities, local) for entry in entries]
    kept = tuple(note for note in notes if note is not None)
    blank = len(notes) - len(kept)
    return Understood("jrnl-json", Contents(kept), (("blank", blank),) if blank else ())


def write_jrnl_json(notes: Iterable[JournalNote]) -> str:
    """The notes as jrnl exports them."""
    notes = list(notes)
    entries = [_entry(note) for note in notes]
    tags = Counter(tag for note in notes for tag in _tags(note))
    held = {"tags": dict(sorted(tags.items())), "entries": entries}
    return json.dumps(held, ensure_ascii=False, indent=2) + "\n"


def _note(entry: Entry, identities: Identities, local: Local) -> JournalNote | None:
    title, body = entry.words("title", default=""), entry.words("body", default="")
    text = f"{title}\n{body}" if body else title
    stamp = _stamp(entry)
    if not text.strip():
        return None
    at = stamp.moment(local)
    tags = starred(once(entry.tags("tags")), star=entry.flag("starred", default=False))
    uid = identities.of(at, text)
    return foreign_note(uid, "jrnl-json", day=stamp.day, at=at, text=text, tags=tags)


def _stamp(entry: Entry) -> Stamp:
    day = read_stamp(entry.words("date"))
    if day is None:
        raise entry.wrong("date")
    written = entry.words("time", default="")
    clock = read_clock(written) if written else day.clock
    if written and clock is None:
        raise entry.wrong("time")
    return Stamp(day.day, clock, day.zone)


def _entry(note: JournalNote) -> dict[str, object]:
    now = note.now
    title, _, body = now.text.partition("\n")
    return {
        "title": title if body else now.text,
        "body": body,
        "date": now.day,
        "time": f"{now.moment:%H:%M}",
        "tags": _tags(note),
        "starred": is_starred(now.tags),
    }


def _tags(note: JournalNote) -> list[str]:
    return [f"@{tag}" for tag in unstarred(note.now.tags)]
