"""What the sharing screen shows of one text: for each platform the cleared parts, or why there are none."""

from dataclasses import dataclass

from rules.photos import Photo, photos_beside
from rules.platforms import Platform
from rules.render import render
from rules.snippet import Part, parts_of
from storage.records import Shared
from tui.desk import Desk
from tui.gate import Held, Release
from tui.outbox import PartState, part_state
from tui.subject import Subject
from tui.variants import Fork


@dataclass(frozen=True, slots=True)
class Outlook:
    """One text on one platform: its parts as readers would see them, how far each is, and whether it may leave."""

    platform: Platform
    subject: Subject
    """What goes there: the source, or what was edited for it."""
    parts: tuple[Part, ...]
    """What readers would see; it leaves only as `release`."""
    states: tuple[PartState, ...]
    """How far each part is."""
    release: Release | None
    held: Held | None
    """Why there is no release."""
    fork: Fork | None
    """Set where the text was edited for this platform."""
    photos: tuple[Photo, ...] = ()
    """The pictures whose descriptions go beside the text."""
    alts: tuple[PartState, ...] = ()
    """How far each description is."""

    @property
    def next(self) -> int | None:
        """The first part (from 1) that is not posted; None where all are."""
        return next((n for n, state in enumerate(self.states, 1) if state.posted is None), None)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One text on every platform the person works with."""

    subject: Subject
    outlooks: tuple[Outlook, ...]


def outgoing(desk: Desk, name: str) -> Outgoing:
    """Everything about sharing what the public id `name` names.

    Raises NoSuchNote, UnknownId and JournalError. Runs on the journal's thread.
    """
    subject = desk.subject(name.partition("@")[0])
    lines = desk.outbox.lines(subject)
    forks = desk.variants.forks(subject, desk.platforms)
    return Outgoing(
        subject,
        tuple(
            _outlook(desk, subject, platform, lines, forks.get(platform.id))
            for platform in _places(desk, name)
        ),
    )


def _places(desk: Desk, name: str) -> tuple[Platform, ...]:
    """The platforms to show; the one that a variant's id names comes first of all."""
    named = [platform for platform in desk.ready_platforms if platform.id == name.partition("@")[2]]
    return (*named, *(platform for platform in desk.chosen_platforms if platform not in named))


def _outlook(
    desk: Desk, subject: Subject, platform: Platform, lines: list[Shared], fork: Fork | None
) -> Outlook:
    there = desk.variants.of(subject, platform)
    release = held = None
    try:
        release = desk.release(subject, platform)
        parts = release.parts
    except Held as shut:
        held = shut
        parts = parts_of(render(there.text, platform), platform, reply=there.reply)
    states = tuple(part_state(lines, platform.id, part.n, part.text) for part in parts)
    photos = photos_beside(there.text, platform)
    alts = tuple(
        part_state(lines, platform.id, n, photo.alt, beside=True) for n, photo in enumerate(photos, 1)
    )
    return Outlook(platform, there, parts, states, release, held, fork, photos, alts)
