"""A day's Markdown file by other hands, as notes.

The day comes from the file's name. Headings of a time alone (`## 09:12`), or a time and words, open a note
each. Without one, a page that is nothing but a list gives a note for each top item, at the time it begins with
if any (`- 09:12 …`); any other page is one note. What has no time is at noon. Front matter and a heading
that is only the day are left out; no other word is.
"""

import re
from collections.abc import Iterator
from datetime import date, time

from storage.exchange.contents import NOON, JournalNote, Local, foreign_note
from storage.exchange.identity import Identities
from storage.exchange.moments import read_clock

_FRONT = re.compile(r"---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_TIME = r"(\d?\d:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?)"
_HEADING = re.compile(rf"^#{{1,6}} +{_TIME}(?:[ \t]+[-–—:·]?[ \t]*(.*))?$", re.MULTILINE | re.ASCII)
_ITEM = re.compile(r"^[-*+][ \t]+", re.MULTILINE)
_ITEM_TIME = re.compile(rf"\**{_TIME}\**(?:[ \t]+[-–—:·][ \t]+|[ \t]+)(?=\S)", re.ASCII)


def read_page(text: str, day: date, *, local: Local) -> tuple[list[JournalNote], bool]:
    """The notes of `day` in `text`, and whether front matter was left out."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    front = _FRONT.match(text)
    page = text[front.end() :] if front else text
    identities = Identities()
    notes: list[JournalNote] = []
    for clock, words in _passages(_without_title(page, day)):
        at = local(day, clock)
        uid = identities.of(at, words)
        notes.append(foreign_note(uid, "markdown", day=day, at=at, text=words))
    return notes, front is not None


def _without_title(page: str, day: date) -> str:
    title, _, rest = page.lstrip("\n").partition("\n")
    return rest if title.lstrip("#").strip() == day.isoformat() and title.startswith("#") else page


def _passages(page: str) -> Iterator[tuple[time, str]]:
    timed = [(head, clock) for head in _HEADING.finditer(page) if (clock := read_clock(head[1]))]
    if not timed:
        yield from _list_or_all(page)
        return
    yield from _worth(NOON, page[: timed[0][0].start()])
    ends = [head.start() for head, _ in timed[1:]] + [len(page)]
    for (head, clock), end in zip(timed, ends, strict=True):
        yield from _worth(clock, f"{(head[2] or '').rstrip()}\n{page[head.end() : end].strip(chr(10))}")


def _list_or_all(page: str) -> Iterator[tuple[time, str]]:
    if not _is_list(page):
        yield from _worth(NOON, page)
        return
    for item in _ITEM.split(page)[1:]:
        told = _ITEM_TIME.match(item)
        clock = read_clock(told[1]) if told else None
        yield from _worth(clock or NOON, item[told.end() :] if told and clock else item)


def _is_list(page: str) -> bool:
    lines = [line for line in page.split("\n") if line.strip()]
    return (
        bool(lines)
        and _ITEM.match(lines[0]) is not None
        and all(_ITEM.match(line) or line[0] in " \t" for line in lines)
    )


def _worth(clock: time, words: str) -> Iterator[tuple[time, str]]:
    if words.strip():
        yield clock, words.strip("\n").rstrip()
