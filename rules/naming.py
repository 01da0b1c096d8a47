"""Puts a platform's own handles and hashtags where a text names people and sets: `@[Ana Diaz]`, `#[digital]`."""

import re
from typing import Final

from rules.language import language_of
from rules.pairs import Language
from rules.platforms import Platform

_NAMED: Final = re.compile(r"([@#])\[([^\[\]\n|]{1,80})\]")


def named(text: str, platform: Platform, language: Language | None = None) -> str:
    """`text` with each person's handle on `platform`, or the plain name, and each set's tags in the text's language.

    A set that is not known stays as typed. `language` is that of the text where it is known.
    """
    if "@[" not in text and "#[" not in text:
        return text
    handles = dict(platform.handles)
    spoken = language or language_of(text)
    tags = {name: words for name, tongue, words in platform.tags if tongue == spoken}

    def put(found: re.Match[str]) -> str:
        name = found[2].strip().casefold()
        if found[1] == "@":
            return handles.get(name, found[2].strip())
        return tags.get(name, found[0])

    return _NAMED.sub(put, text)
