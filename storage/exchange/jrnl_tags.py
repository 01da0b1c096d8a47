"""jrnl's tags and star: `@words` in the text, and a `*` that ends the title."""

import re
from collections.abc import Iterable

from storage.exchange.contents import STARRED

_TAG = re.compile(r"(?<!\S)@([-+*#/\w]{1,100})(?![-+*#/\w])")


def tags_in(text: str) -> tuple[str, ...]:
    """The tags that jrnl finds in `text`, without `@`, each once."""
    return once(_TAG.findall(text))


def once(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags without the `@` or `#` before them, each once whatever its case, the empty ones left out."""
    first: dict[str, str] = {}
    for tag in tags:
        plain = tag.strip().lstrip("@#")
        if plain:
            first.setdefault(plain.casefold(), plain)
    return tuple(first.values())


def starred(tags: tuple[str, ...], *, star: bool) -> tuple[str, ...]:
    """`tags` with the one that stands for a star, when there is a star."""
    return once((*tags, STARRED)) if star else tags


def unstarred(tags: tuple[str, ...]) -> tuple[str, ...]:
    """`tags` without the one that stands for a star."""
    return tuple(tag for tag in tags if tag.casefold() != STARRED)


def is_starred(tags: tuple[str, ...]) -> bool:
    """Whether the tag that stands for a star is among `tags`."""
    return len(unstarred(tags)) < len(tags)
