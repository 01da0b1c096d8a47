"""One day as a Markdown file that can come back: a page to read, and every text to the letter.

    ---
    clearday: 1
    day: 2026-11-20
    notes:
    - {"id": "3f…", "at": "2026-11-20T09:12:00-05:00", "zone": "America/Toronto", "tags": [], "private": false}
    ---

    # 2026-11-20

    ## 09:12 <!-- note 3f… -->

    The words of the note.

The front matter is YAML of which each note is one line of JSON; `occasion` in it is what the note answers, passes
on or asks for (storage/exchange/occasion_entry.py). A heading with the note's id opens it; a
line of a text that looks like one has a backslash put before it, which is taken off again. The day is
the note's own; the time in the heading is for people, the moment in the front matter counts.
"""

import json
import re
from collections.abc import Sequence

from storage.errors import InputError
from storage.exchange.contents import JournalNote, Version
from storage.exchange.identity import is_uid
from storage.exchange.json_entry import Entry
from storage.exchange.occasion_entry import occasion_object, occasion_said

OURS = "---\nclearday: "
"""How a file of ours begins."""
VERSION = 1

_HEAD = re.compile(r"^## \d\d:\d\d <!-- note ([0-9A-Za-z_-]{1,64}) -->\n", re.MULTILINE | re.ASCII)
_LIKE_HEAD = re.compile(r"^(?=\\*## \d\d:\d\d <!-- note [0-9A-Za-z_-]{1,64} -->$)", re.MULTILINE | re.ASCII)
_ESCAPED = re.compile(r"^\\(?=\\*## \d\d:\d\d <!-- note [0-9A-Za-z_-]{1,64} -->$)", re.MULTILINE | re.ASCII)


def write_day(day: str, notes: Sequence[JournalNote]) -> str:
    """The file of `day`; its `notes` in the order they are to stand."""
    lines = [OURS + str(VERSION), f"day: {day}", "notes:"]
    lines += [f"- {json.dumps(_about(note), ensure_ascii=False)}" for note in notes]
    head = "\n".join([*lines, "---", "", f"# {day}", "", ""])
    return head + "\n".join(_section(note) for note in notes)


def read_day(text: str, path: str) -> list[JournalNote]:
    """The notes of a file that `write_day` wrote, with what was edited since. Raises InputError."""
    if text.startswith("---\r\n"):  # something turned every line end round; ours are line feeds
        text = text.replace("\r\n", "\n")
    front, _, page = text.removeprefix("---\n").partition("\n---\n")
    day, entries = _front_matter(front, path)
    texts = _texts(page, day, path)
    notes = [_note(entry, day, texts) for entry in entries]
    if not len(texts) == len(notes) == len({note.uid for note in notes}):
        raise InputError("json-key", path=path, key="notes")
    return notes


def _front_matter(front: str, path: str) -> tuple[str, list[Entry]]:
    version, day, _, *lines = [*front.split("\n"), "", ""]
    found = {"clearday": version.removeprefix("clearday: "), "day": day.removeprefix("day: ")}
    if not found["clearday"].isdecimal() or int(found["clearday"][:9]) < 1:
        raise InputError("json-key", path=path, key="clearday")
    if int(found["clearday"][:9]) > VERSION:
        raise InputError("clearday-newer", path=path, found=found["clearday"][:9], known=VERSION)
    entries = [
        Entry(_object(line, path, number), path, f"notes[{number - 5}]")
        for number, line in enumerate(lines, start=5)
        if line.strip()
    ]
    return Entry(found, path, "").day("day"), entries


def _object(line: str, path: str, number: int) -> object:
    try:
        return json.loads(line.removeprefix("- "))
    except (ValueError, RecursionError):
        raise InputError("line-not-json", path=path, line=number) from None


def _texts(page: str, day: str, path: str) -> dict[str, str]:
    heads = list(_HEAD.finditer(page))
    above = page[: heads[0].start()] if heads else page
    if above.strip() not in ("", f"# {day}"):
        raise InputError("day-words-above", path=path)
    if len({head[1] for head in heads}) != len(heads):
        raise InputError("json-key", path=path, key="notes")
    # A line feed ends every text, and a blank line stands between two.
    ends = [head.start() - 1 for head in heads[1:]] + [len(page)]
    return {
        head[1]: _ESCAPED.sub("", page[head.end() : end].removeprefix("\n").removesuffix("\n"))
        for head, end in zip(heads, ends, strict=False)
    }


def _note(entry: Entry, day: str, texts: dict[str, str]) -> JournalNote:
    uid = entry.words("id")
    if not is_uid(uid) or not texts.get(uid, "").strip():
        raise entry.wrong("id")
    state = Version(
        day=day,
        at=entry.moment("at"),
        zone=entry.words("zone", default=""),
        text=texts[uid],
        tags=entry.tags("tags"),
        private=entry.flag("private"),
        deleted=False,
        changed="",
    )
    return JournalNote(uid, "markdown", (state,), said=occasion_said(entry, state.at))


def _about(note: JournalNote) -> dict[str, object]:
    now = note.now
    about = {"id": note.uid, "at": now.at, "zone": now.zone, "tags": list(now.tags), "private": now.private}
    return about | occasion_object(note.said)


def _section(note: JournalNote) -> str:
    text = _LIKE_HEAD.sub(r"\\", note.now.text)
    return f"## {note.now.moment:%H:%M} <!-- note {note.uid} -->\n\n{text}\n"
