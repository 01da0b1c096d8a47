"""Which of the two languages a text is in, by the small words no other language shares with it."""

import re
from typing import Final, Literal

Language = Literal["en", "fr"]

_WORD: Final = re.compile(r"[^\W\d_]+(?=['’])|[^\W\d_]+")
_ENGLISH: Final = frozenset((
    "the", "and", "of", "to", "is", "are", "was", "were", "with", "for", "that", "this", "it", "we", "they", "you",
    "have", "has", "had", "will", "not", "from", "what", "which", "by", "as",
))  # fmt: skip
_FRENCH: Final = frozenset((
    "le", "la", "les", "des", "du", "de", "et", "est", "sont", "était", "avec", "pour", "que", "qui", "une", "un",
    "nous", "vous", "ils", "elle", "dans", "sur", "au", "aux", "ce", "cette", "ne", "pas",
    "d", "l", "c", "n", "j", "s", "m", "t",
))  # fmt: skip
_MOST: Final = 4_000
"""Code points looked at; a text is in the language it begins in."""


def language_of(text: str) -> Language:
    """`fr` where French words are the more frequent, else `en`."""
    words = [word.casefold() for word in _WORD.findall(text[:_MOST])]
    french = sum(word in _FRENCH for word in words)
    return "fr" if french > sum(word in _ENGLISH for word in words) else "en"
