"""The history of a note as a person reads it: what each version changed, and the words that came and went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Literal

from rules.word_diff import Piece, word_diff
from storage.records import Note, Occasion, Version

Changed = Literal["added", "text", "day", "tags", "private", "public", "deleted", "restored", "occasion"]
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
    occasion: Occasion | None = None
    """What it was said to answer, pass on or ask for, where that is the change; `note` for nothing any more."""


def histories(versions: Sequence[Version], occasions: Sequence[Occasion] = ()) -> tuple[VersionView, ...]:
    """Each version with what it changed, oldest first; behind it what was said of its kind while it stood.

    `versions` and `occasions` are all of one note's, oldest first.
    """
    first = [VersionView(versions[0].note, versions[0].changed, ("added",), ())] if versions else []
    views = [*first, *(_beside(before, after) for before, after in pairwise(versions))]
    said: list[list[VersionView]] = [[] for _ in views]
    for occasion in occasions:
        at = occasion.at or views[0].changed
        place = max((n for n, view in enumerate(views) if view.changed <= at), default=0)
        said[place].append(VersionView(views[place].note, at, ("occasion",), (), occasion))
    return tuple(one for view, behind in zip(views, said, strict=True) for one in (view, *behind))


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
