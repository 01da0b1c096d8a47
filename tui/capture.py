"""Logging one note: what `clearday add` does, and what the app's line does. The hot path.

Words are never taken out of a note and never put in: a day is read only from where a day is asked
for. Standard library only, through `storage.quicklog`.
"""

from datetime import date, datetime, time

from rules.dates import parse_clock, parse_day
from rules.hashtags import clean_tag, unique
from storage.quicklog import append
from storage.texts import is_utf8
from tui.clock import Clock, instant
from tui.refusal import CaptureError


def capture(
    journal: str,
    text: str,
    clock: Clock,
    *,
    on: str | None = None,
    at: str | None = None,
    tags: tuple[str, ...] = (),
    private: bool = False,
    occasion: tuple[str, ...] = (),
) -> tuple[int, date, datetime]:
    """Log `text`, byte for byte; returns the note's number, the day it went to and its moment.

    `on` is a DAY and `at` a time of day as a person types them; without them it is now. `occasion`: what it
    answers, passes on or asks for, as `storage.quicklog.append` takes it. Raises CaptureError for an empty or
    unstorable text and for a day, time or tag that is none, and JournalError when the journal cannot take it;
    then nothing was written.
    """
    check_storable(text)
    for held in filter(None, occasion):
        check_storable(held)
    day, moment = _when(on, at, clock)
    number = append(
        journal,
        text,
        day=day.isoformat(),
        at=moment.isoformat(),
        instant=instant(moment),
        zone=clock.zone(),
        tags=unique(_tag(tag) for tag in tags),
        private=private,
        changed=clock.now().isoformat(),
        occasion=occasion,
    )
    return number, day, moment


def _when(on: str | None, at: str | None, clock: Clock) -> tuple[date, datetime]:
    now = clock.now()
    if on:
        day = _day(on, clock)
        return day, clock.on(day, _time(at) if at else now.timetz().replace(tzinfo=None))
    moment = clock.local(now.date(), _time(at)) if at else now
    return clock.day_of(moment), moment


def check_storable(text: str) -> None:
    """Refuse a text that is empty, holds a NUL or cannot be written as UTF-8. Raises CaptureError."""
    if not text.strip():
        raise CaptureError("note-empty")
    if "\0" in text:
        raise CaptureError("note-nul")
    if not is_utf8(text):
        raise CaptureError("note-not-utf8")


def _day(words: str, clock: Clock) -> date:
    day = parse_day(words, clock.today())
    if day is None:
        raise CaptureError("no-such-day", words=words)
    return day


def _time(words: str) -> time:
    found = parse_clock(words)
    if found is None:
        raise CaptureError("no-such-time", words=words)
    return time(*found)


def _tag(words: str) -> str:
    tag = clean_tag(words)
    if tag is None:
        raise CaptureError("no-such-tag", words=words)
    return tag
