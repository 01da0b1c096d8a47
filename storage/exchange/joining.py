"""Joins two histories of one note, or of one weekly note, so that nothing either of them ever was is lost.

Histories only grow. What the other one has and ours has not is written behind ours, in its order; then the
state that stands is written last. Joining ours to theirs and theirs to ours ends in the same state with
the same states behind it, and joining again changes nothing.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Literal, TypeVar

from storage.exchange.contents import Version, WeekVersion

Fate = Literal["new", "known", "changed", "conflict"]
"""What becomes of a note or week that comes in: it is added, it is here already, it brings more of its
history, or both sides went on by themselves since they parted."""

State = TypeVar("State", Version, WeekVersion)


@dataclass(frozen=True, slots=True)
class Joined(Generic[State]):
    """What joining makes of our history."""

    fate: Fate
    appended: tuple[State, ...] = ()
    """The states to write behind ours, in this order."""


def join_note(ours: Sequence[Version], theirs: Sequence[Version]) -> Joined[Version]:
    """Join two histories of a note, oldest state first. Where both went on, an edit outlives a deletion,
    and then the later one stands: the other is one version before it.
    """
    return _joined(ours, theirs, _content, lambda state: (not state.deleted, _made(state), repr(state)))


def join_week(ours: Sequence[WeekVersion], theirs: Sequence[WeekVersion]) -> Joined[WeekVersion]:
    """Join two histories of a weekly note; where both went on, the later one stands.

    The roll-ups beside the texts are not compared: they name notes by each journal's own numbers.
    """
    return _joined(ours, theirs, lambda state: state.text, lambda state: (True, _made(state), state.text))


def _joined(
    ours: Sequence[State],
    theirs: Sequence[State],
    content: Callable[[State], Hashable],
    rank: Callable[[State], tuple[bool, float, str]],
) -> Joined[State]:
    # When a state was made is not compared first: one file may have come into two journals by itself.
    here, there = [content(state) for state in ours], [content(state) for state in theirs]
    if there == here[: len(there)]:
        return Joined("known")
    if here == there[: len(here)]:
        return Joined("changed", tuple(theirs[len(ours) :]))
    return _both_went_on(ours, theirs, lambda state: (content(state), state.changed), rank)


def _both_went_on(
    ours: Sequence[State],
    theirs: Sequence[State],
    known_by: Callable[[State], Hashable],
    rank: Callable[[State], tuple[bool, float, str]],
) -> Joined[State]:
    mine, yours = {known_by(state) for state in ours}, {known_by(state) for state in theirs}
    appended: list[State] = [state for state in theirs if known_by(state) not in mine]
    ours_known, theirs_known = known_by(ours[-1]) in yours, known_by(theirs[-1]) in mine
    if ours_known == theirs_known:
        stands = max(ours[-1], theirs[-1], key=rank)
    else:
        stands = theirs[-1] if ours_known else ours[-1]
    last = appended[-1] if appended else ours[-1]
    if known_by(last) != known_by(stands):
        appended.append(stands)
    fate: Fate = "changed" if ours_known or theirs_known else "conflict"
    return Joined(fate if appended else "known", tuple(appended))


def _content(state: Version) -> Hashable:
    return (state.day, state.at, state.zone, state.text, state.tags, state.private, state.deleted)


def _made(state: Version | WeekVersion) -> float:
    try:
        return datetime.fromisoformat(state.changed).timestamp()
    except ValueError:  # a state that does not say when it was made gives way
        return float("-inf")
