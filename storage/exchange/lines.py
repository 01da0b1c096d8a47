"""JSON lines, one note a line, as `storage.jsonl` reads them: for scripts and other programs."""

import json
from collections.abc import Iterable

from storage.exchange.contents import Contents, JournalNote, Local, Understood
from storage.exchange.occasion_entry import occasion_object
from storage.jsonl import read_notes


def read_lines(path: str, *, local: Local) -> Understood:
    """The notes in the file at `path`. Raises InputError naming the line and what is wrong."""
    return Understood("jsonl", Contents(tuple(read_notes(path, local=local))))


def write_lines(notes: Iterable[JournalNote]) -> str:
    """One object a line: `day`, `at`, `text`, `tags`, `private`, `occasion` (storage/exchange/occasion_entry.py)."""
    return "".join(json.dumps(_shape(note), ensure_ascii=False) + "\n" for note in notes)


def _shape(note: JournalNote) -> dict[str, object]:
    now = note.now
    shape = {"day": now.day, "at": now.at, "text": now.text, "tags": list(now.tags), "private": now.private}
    return shape | occasion_object(note.said)
