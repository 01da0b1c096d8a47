"""The hashtags of a note: what groups it into a workstream and what `tag:` finds.

A tag is letters (any script), digits, `_` and inner hyphens, with at least one letter, after `#` that
follows no letter, digit, `#` or `/`: so `C#`, `issue/#3`, `#123` and the fragment of a link are no tags.
"""

import re
from collections.abc import Iterable

_TAG = re.compile(r"(?<![\w#/&])[#＃]((?:\w|(?<=\w)-(?=\w))+)")
_MAX = 100
"""Code points of a tag; longer runs are noise, not tags."""


def hashtags(text: str) -> tuple[str, ...]:
    """The tags in `text`, without `#`, in the order they stand, each once whatever its case."""
    return unique(found[1] for found in _TAG.finditer(text) if _is_tag(found[1]))


def unique(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags, each once whatever its case; the first spelling wins."""
    first: dict[str, str] = {}
    for tag in tags:
        first.setdefault(tag.casefold(), tag)
    return tuple(first.values())


def clean_tag(words: str) -> str | None:
    """The tag that a person means by `words`, with or without `#`; None when it cannot be one."""
    found = _TAG.fullmatch("#" + words.strip().lstrip("#＃"))
    return found[1] if found and _is_tag(found[1]) else None


def _is_tag(word: str) -> bool:
    return len(word) <= _MAX and any(character.isalpha() for character in word)
