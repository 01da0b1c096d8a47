"""What the sharing screen shows of one text: for each platform the cleared parts, or why there are none."""

from dataclasses import dataclass

from rules.platforms import Platform
from rules.snippet import Part, snippets
from storage.records import Shared
from tui.desk import Desk
from tui.gate import Held, Release, Subject


@dataclass(frozen=True, slots=True)
class Outlook:
    """One text on one platform."""

    platform: Platform
    parts: tuple[Part, ...]
    """What readers would see; it leaves only as `release`."""
    release: Release | None
    held: Held | None
    """Why there is no release."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One text on every platform the person works with."""

    subject: Subject
    outlooks: tuple[Outlook, ...]
    ledger: tuple[Shared, ...]
    """What left of it, oldest first."""


def outgoing(desk: Desk, name: str) -> Outgoing:
    """Everything about sharing what the public id `name` names.

    Raises NoSuchNote, UnknownId and JournalError. Runs on the journal's thread.
    """
    subject = desk.subject(name)
    outlooks = tuple(_outlook(desk, subject, platform) for platform in desk.chosen_platforms)
    return Outgoing(subject, outlooks, tuple(desk.outbox.lines(subject)))


def _outlook(desk: Desk, subject: Subject, platform: Platform) -> Outlook:
    try:
        release = desk.release(subject, platform)
    except Held as held:
        return Outlook(platform, snippets(subject.text, platform).parts, None, held)
    return Outlook(platform, release.parts, release, None)
