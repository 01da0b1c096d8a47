"""Reads notes from JSON lines: one object a line with `text`, `date` and, if known, `time`.

Also reads the lines that Clearday's own JSON would make (`day`, `at`, `tags`, `private`, `occasion`). A note's
identity is made from its day, time, text and how many like it came before, so that reading the same
file again, or a longer one, adds nothing twice.
"""

from datetime import date, datetime
from typing import Any

from dateutil import parser as dates

from storage.errors import InputError
from storage.exchange.contents import NOON, JournalNote, Local, foreign_note
from storage.exchange.identity import Identities
from storage.exchange.json_entry import Entry
from storage.exchange.occasion_entry import occasion_said
from storage.json_lines import json_lines
from storage.texts import read_text, storable


def read_notes(path: str, *, local: Local) -> list[JournalNote]:
    """The notes in the file at `path`, in its order. Raises InputError naming file, line and what is wrong."""
    identities = Identities()
    return [
        _note(held, path, number, local, identities) for number, held in json_lines(read_text(path), path)
    ]


def _note(held: dict[str, Any], path: str, number: int, local: Local, identities: Identities) -> JournalNote:
    text = _text(held, path, number)
    at = _moment(held, path, number, local)
    return foreign_note(
        identities.of(at, text),
        "jsonl",
        day=_day(held, path, number) or at.date(),
        at=at,
        text=text,
        tags=_tags(held, path, number),
        private=held.get("private") is True,
        said=_said(held, path, number, at),
    )


def _text(held: dict[str, Any], path: str, number: int) -> str:
    text = held.get("text")
    if not isinstance(text, str):
        raise InputError("line-key", path=path, line=number, key="text")
    if not text.strip():
        raise InputError("line-blank", path=path, line=number)
    if not storable(text):
        raise InputError("line-nul" if "\0" in text else "line-half", path=path, line=number)
    return text


def _said(held: dict[str, Any], path: str, number: int, at: datetime) -> tuple[str, ...]:
    try:
        return occasion_said(Entry(held, path, ""), at.isoformat())
    except InputError:
        raise InputError("line-key", path=path, line=number, key="occasion") from None


def _moment(held: dict[str, Any], path: str, number: int, local: Local) -> datetime:
    if "at" in held:
        moment = _parsed(held["at"], path, number, "at")
        return moment if moment.tzinfo else local(moment.date(), moment.time())
    day = _day(held, path, number)
    if day is None:
        raise InputError("line-key", path=path, line=number, key="date")
    clock = (
        _parsed(f"{day.isoformat()}T{held['time']}", path, number, "time").time()
        if held.get("time")
        else NOON
    )
    return local(day, clock)


def _day(held: dict[str, Any], path: str, number: int) -> date | None:
    key = "day" if "day" in held else "date"
    return _parsed(held[key], path, number, key).date() if key in held else None


def _parsed(words: object, path: str, number: int, key: str) -> datetime:
    # isoparse and nothing looser: a date that has to be guessed is a date that can be wrong.
    try:
        if isinstance(words, str):
            return dates.isoparse(words)
    except (ValueError, OverflowError):
        pass
    raise InputError("line-key", path=path, line=number, key=key)


def _tags(held: dict[str, Any], path: str, number: int) -> tuple[str, ...]:
    tags = held.get("tags", [])
    if isinstance(tags, list) and all(isinstance(tag, str) for tag in tags):
        return tuple(tag.lstrip("#") for tag in tags)
    raise InputError("line-key", path=path, line=number, key="tags")
