"""The hashtags that stand behind the last sentence of a note: they sort it, and say nothing to who reads a week."""

import re
import unicodedata
from typing import Final, Literal

from rules.hashtags import clean_tag

Tags = Literal["written", "left-out"]
"""`written`: hashtags stand as they were written; `left-out`: those behind the last sentence do not stand."""
TAGS: Final[tuple[Tags, ...]] = ("written", "left-out")

_WORD: Final = re.compile(r"\S+")
_ENDS: Final = tuple(".!?…»”\"')]}*_`~")
"""What a sentence ends in."""


def without_closing_tags(text: str) -> str:
    """`text` without the hashtags behind its last sentence, or on lines of their own at its end.

    A hashtag that ends a sentence as a word of it stays, with those behind it; so does a text that has no other words.
    """
    words = list(_WORD.finditer(text))
    last = next((word for word in reversed(words) if clean_tag(word[0]) != word[0][1:]), None)
    if last is None or last is words[-1]:
        return text
    first_tag = words[words.index(last) + 1]
    parted = "\n" in text[last.end() : first_tag.start()]
    return text[: last.end()] if parted or _ended(last[0]) else text


def _ended(word: str) -> bool:
    # A sign such as an emoji ends a sentence too.
    return word.endswith(_ENDS) or unicodedata.category(word[-1]).startswith("S")
