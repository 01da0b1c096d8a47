"""The name that somebody may have meant."""

from collections.abc import Iterable

_MOST_LOOKED_AT = 60
"""Code points of a name; looking costs the square of its length, and none of ours is longer."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The one of `known` that `name`, which is none of them, looks most like; empty where none is alike."""
    from difflib import get_close_matches  # needed only once something is wrong

    return next(iter(get_close_matches(name[:_MOST_LOOKED_AT], list(known), 1)), "")
