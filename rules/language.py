"""Which of the two languages a text is in, by the small words no other language shares with it."""

import re
from typing import Final, Literal

Language = Literal["en", "fr"]

_WORD: Final = re.compile(r"(?<![\w'’])[^\W\d_]+|(?<=['’])[^\W\d_]{2,}")
"""A letter behind an apostrophe is no word: the s and t of `it's` and `don't` are not French."""
_ENGLISH: Final = frozenset((
    "the", "and", "of", "to", "is", "are", "was", "were", "with", "for", "that", "this", "it", "we", "they", "you",
    "have", "has", "had", "will", "not", "from", "what", "which", "by", "as",
))  # fmt: skip
_FRENCH: Final = frozenset((
    "le", "la", "les", "des", "du", "de", "et", "est", "sont", "était", "avec", "pour", "que", "qui", "une", "un",
    "nous", "vous", "ils", "elle", "dans", "sur", "à", "au", "aux", "ce", "cette", "ne", "pas",
    "d", "l", "c", "n", "j", "s", "m", "t",
))  # fmt: skip
_MOST: Final = 4_000
"""Code points looked at; a text is in the language it begins in."""


def language_of(text: str) -> Language:
    """`fr` where French words are the more frequent, else `en`."""
    return "fr" if _lean(text) > 0 else "en"


def clear_language_of(text: str) -> Language | None:
    """The language of `text`; None where neither's words are the more frequent."""
    lean = _lean(text)
    return None if not lean else "fr" if lean > 0 else "en"


def _lean(text: str) -> int:
    """How many more French words than English ones."""
    words = [word.casefold() for word in _WORD.findall(text[:_MOST])]
    return sum(word in _FRENCH for word in words) - sum(word in _ENGLISH for word in words)
