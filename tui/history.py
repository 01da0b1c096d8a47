"""The history of a note as a person reads it: what each version changed, and the words that came and went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Literal

from rules.word_diff import Piece, word_diff
from storage.records import Note, Version

Changed = Literal["added", "text", "day", "tags", "private", "public", "deleted", "restored"]
"""What a version changed; the first one was `added`."""


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version of a note, beside the one before it."""

    note: Note
    changed: datetime
    """When it was written."""
    changes: tuple[Changed, ...]
    """In the order above; empty when it wrote again what was there."""
    diff: tuple[Piece, ...]
    """Against the version before; empty where the text stayed as it was, and for the first."""


def histories(versions: Sequence[Version]) -> tuple[VersionView, ...]:
    """Each version with what it changed, oldest first. `versions` are all of one note's, oldest first."""
    first = [VersionView(versions[0].note, versions[0].changed, ("added",), ())] if versions else []
    return (*first, *(_beside(before, after) for before, after in pairwise(versions)))


def _beside(before: Version, after: Version) -> VersionView:
    old, new = before.note, after.note
    diff = word_diff(old.text, new.text) if old.text != new.text else ()
    return VersionView(new, after.changed, changes_between(old, new), diff)


def changes_between(old: Note, new: Note) -> tuple[Changed, ...]:
    """What makes `new` differ from `old`, whichever came first."""
    found: list[Changed] = []
    if old.text != new.text:
        found.append("text")
    if old.day != new.day:
        found.append("day")
    if old.tags != new.tags:
        found.append("tags")
    if old.private != new.private:
        found.append("private" if new.private else "public")
    if old.deleted != new.deleted:
        found.append("deleted" if new.deleted else "restored")
    return tuple(found)


def with_signs(pieces: Sequence[Piece]) -> str:
    """The pieces as one text, `[-removed-]` and `{+added+}`, so that no colour is needed to read it."""
    signs = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
    return "".join(signs[piece.change][0] + piece.text + signs[piece.change][1] for piece in pieces)
