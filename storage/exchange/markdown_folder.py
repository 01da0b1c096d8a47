"""A folder of Markdown day files: `2026-11-20.md`, and the same with words after the day.

Folders below are looked into, hidden ones and links are not. Other Markdown files are counted and left
out: without a day in its name, whose day would it be?
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from storage.errors import InputError
from storage.exchange.contents import Contents, JournalNote, Local, Understood
from storage.exchange.markdown_day import OURS, read_day, write_day
from storage.exchange.markdown_page import read_page
from storage.texts import read_text

_DAY_NAME = re.compile(r"(\d{4}-\d\d-\d\d)(?!\d).*\.(?:md|markdown)", re.ASCII | re.IGNORECASE | re.DOTALL)
_MARKDOWN = (".md", ".markdown")


def read_markdown(path: str, *, local: Local) -> Understood:
    """The notes of the day file, or of the folder of them, at `path`. Raises InputError."""
    left_out: Counter[str] = Counter()
    notes: dict[str, JournalNote] = {}
    days = list(_day_files(path, left_out))
    if not days:
        raise InputError("no-day-files", path=path)
    for file, day in days:
        for note in _read_file(file, day, local, left_out):
            if note.uid in notes:
                left_out["twice"] += 1
            notes.setdefault(note.uid, note)
    return Understood("markdown", Contents(tuple(notes.values())), tuple(left_out.items()))


def markdown_files(notes: Iterable[JournalNote]) -> dict[str, str]:
    """Name and text of a file for each day; `notes` come in the order they happened."""
    days = groupby(notes, lambda note: note.now.day)
    return {f"{day}.md": write_day(day, list(of_day)) for day, of_day in days}


def _read_file(file: str, day: date, local: Local, left_out: Counter[str]) -> list[JournalNote]:
    text = read_text(file)
    if text.replace("\r\n", "\n").startswith(OURS):
        return read_day(text, file)
    notes, front = read_page(text, day, local=local)
    left_out["front-matter"] += front
    return notes


def _day_files(path: str, left_out: Counter[str]) -> Iterator[tuple[str, date]]:
    for file in _files(path):
        name = os.path.basename(file)
        day = _day_of(name)
        if day is not None:
            yield file, day
        elif name.lower().endswith(_MARKDOWN):
            left_out["other-pages"] += 1


def _files(path: str) -> Iterator[str]:
    if not os.path.isdir(path):
        yield path
        return
    for folder, below, names in os.walk(path, onerror=_unreadable):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            file = os.path.join(folder, name)
            # Neither a link nor a pipe: one leads elsewhere, the other keeps its reader waiting.
            if not name.startswith(".") and not os.path.islink(file) and os.path.isfile(file):
                yield file


def _unreadable(error: OSError) -> None:
    raise InputError("file-unreadable", path=error.filename, reason=error.strerror or "") from None


def _day_of(name: str) -> date | None:
    found = _DAY_NAME.fullmatch(name)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
