"""What a word is: a run of letters and digits in the folded text, spaced-out letters included.

Apostrophes, hyphens and every other sign separate words, so that a phrase finds `appel d'offres`
behind an elision and `solicitor-client` with any kind of hyphen. Phrases are cut by the same knife.
"""

import re
import unicodedata
from dataclasses import dataclass

from rules.folding import Folded, fold

FIRST_MARK = "\u0300"
"""The first code point that can be written over another; most signs come before it."""
_WORD = re.compile(r"[^\W\d_]([ .\-_*·\u00a0])[^\W\d_](?:\1[^\W\d_]){2,}(?![^\W_])|[^\W_]+")
"""Four letters or more with the same sign between them (« il y a à » has three), or a run of letters and digits."""
_APART = re.compile(r"[\W_]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text, in order: four lists of one length."""

    words: list[str]
    """Each word folded, in lower case."""
    cased: list[str]
    """Each word folded, upper and lower case as written."""
    starts: list[int]
    """First code point of each word in the text as given."""
    ends: list[int]
    """One past its last code point, the accents written after it included."""


def tokenise(text: str, folded: Folded | None = None) -> Tokens:
    """The words of `text` with their places in it, in code points; `folded` is the text folded, if it is known.

    Letters that stand apart, as in `S E C R E T`, are one word.
    """
    folded = folded or fold(text)
    spans = [found.span() for found in _WORD.finditer(folded.text)]
    cased = [
        word if word.isalnum() else _APART.sub("", word)
        for word in (folded.text[start:end] for start, end in spans)
    ]
    words = [word.casefold() for word in cased]
    if folded.at is None:
        return Tokens(words, cased, [start for start, _ in spans], [end for _, end in spans])
    starts = [folded.at[start] for start, _ in spans]
    ends = [folded.at[end - 1] + 1 for _, end in spans]
    marked = f"{text} "  # so that there is a sign after the last word
    return Tokens(
        words, cased, starts, [end if marked[end] < FIRST_MARK else _end(text, end) for end in ends]
    )


def _end(text: str, place: int) -> int:
    while place < len(text) and unicodedata.combining(text[place]):
        place += 1
    return place
