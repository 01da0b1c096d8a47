"""jrnl's own file: `[2026-11-20 09:12] Title`, then the body, up to the next such line.

A line opens an entry when its brackets hold a date that is certain, in the way the file writes dates. The
first line has to; a year-first date that does not exist is a mistake to mend, not words. Other brackets
are the text's own, as in jrnl. jrnl keeps no zone, no seconds unless asked, and no white space at either
end of an entry: neither can a copy made for it. A text line that jrnl would take for an entry is moved in
by one space, and an asterisk that it would take for its star goes to a line of its own.
"""

import re
from collections.abc import Iterable

from storage.errors import InputError
from storage.exchange.contents import Contents, JournalNote, Local, Understood, foreign_note
from storage.exchange.identity import Identities
from storage.exchange.jrnl_tags import is_starred, starred, tags_in
from storage.exchange.moments import Stamp, read_stamp, read_year_first

_HEAD = re.compile(r"^\[([^\]\n]{4,60})\](?: |$)", re.MULTILINE)
_OLD_HEAD = re.compile(r"\d{4}-\d\d-\d\d \d\d?:\d\d(?::\d\d)? \S", re.ASCII)
_SEEMS_A_DATE = re.compile(r"\d{4}-\d\d?-\d\d?[\d :.]*(?:[AaPp]\.?[Mm]\.?)?", re.ASCII)
_TAKEN_FOR_STAR = re.compile(r" (\*(?: +\*)*\s*)$")
_TAKEN_FOR_ENTRY = re.compile(r"^(?=\[[^\]\n]+\] )", re.MULTILINE)


def read_jrnl(text: str, path: str, *, local: Local) -> Understood:
    """The entries in `text`. Raises InputError naming the line whose date is missing or not certain."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    heads = list(_heads(text, path))
    ends = [head.start() for head, _ in heads[1:]] + [len(text)]
    identities = Identities()
    notes = [
        _note(text[head.end() : end].strip(" \n"), stamp, identities, local)
        for (head, stamp), end in zip(heads, ends, strict=False)
    ]
    kept = tuple(note for note in notes if note is not None)
    blank = len(notes) - len(kept)
    return Understood("jrnl", Contents(kept), (("blank", blank),) if blank else ())


def seems_jrnl(start: str) -> bool:
    """Whether a text that begins so is jrnl's, of today or from before its version 2, which is said when it is read."""
    return start.startswith("[") or _OLD_HEAD.match(start) is not None


def write_jrnl(notes: Iterable[JournalNote]) -> str:
    """The notes as jrnl keeps them, oldest first."""
    return "\n".join(_entry(note) for note in notes)


def _heads(text: str, path: str) -> Iterable[tuple[re.Match[str], Stamp]]:
    begin = len(text) - len(text.lstrip())
    first = _HEAD.match(text, begin)
    if begin < len(text) and (first is None or read_stamp(first[1]) is None):
        fault = "jrnl-old" if _OLD_HEAD.match(text, begin) else "jrnl-date"
        raise InputError(fault, path=path, line=text.count("\n", 0, begin) + 1)
    # A journal has one way of writing dates: where years come first, other brackets are words.
    read = read_year_first if first and read_year_first(first[1]) else read_stamp
    for head in _HEAD.finditer(text, begin):
        stamp = read(head[1])
        if stamp is not None:
            yield head, stamp
        elif _SEEMS_A_DATE.fullmatch(head[1]):
            raise InputError("jrnl-date", path=path, line=text.count("\n", 0, head.start()) + 1)


def _note(words: str, stamp: Stamp, identities: Identities, local: Local) -> JournalNote | None:
    title, line_end, body = words.partition("\n")
    star = title.rstrip().endswith(" *")
    text = (title.rstrip().removesuffix("*").rstrip() if star else title) + line_end + body
    if not text.strip():
        return None
    at = stamp.moment(local)
    tags = starred(tags_in(text), star=star)
    return foreign_note(identities.of(at, text), "jrnl", day=stamp.day, at=at, text=text, tags=tags)


def _entry(note: JournalNote) -> str:
    title, line_end, body = note.now.text.strip(" \n").partition("\n")
    first = f"{title} *" if is_starred(note.now.tags) else _TAKEN_FOR_STAR.sub(r"\n\1", title)
    text = _TAKEN_FOR_ENTRY.sub(" ", f"{first}{line_end}{body}")
    return f"[{note.now.day} {note.now.moment:%H:%M}] {text}\n"
