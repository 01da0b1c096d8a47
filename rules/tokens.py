"""What a word is: a run of letters and digits in the folded text, spaced-out letters included.

Apostrophes, hyphens and every other sign separate words, so that a phrase finds `appel d'offres`
behind an elision and `solicitor-client` with any kind of hyphen. Phrases are cut by the same knife.
"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate
from operator import add, sub

from rules.folding import Folded, fold

FIRST_MARK = "\u0300"
"""The first code point that can be written over another; most signs come before it."""
_RUN = re.compile(r"([^\W_]+)")
"""A run of letters and digits: what nearly every word is."""
_WORD = re.compile(r"([^\W\d_]([ .\-_*·\u00a0])[^\W\d_](?:\2[^\W\d_]){2,}(?![^\W_])|[^\W_]+)")
"""Four letters or more with the same sign between them (« il y a à » has three), or a run of letters and digits."""
_FEWEST_APART = 4
"""Runs of one letter that a text must have before one of its words can be spaced out."""
_APART = re.compile(r"[\W_]")
_BREAK = "\n"


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
    between, cased, spaced = _cut(folded.text)
    lengths = list(map(len, cased))
    ends = list(accumulate(map(add, map(len, between), lengths)))
    starts = list(map(sub, ends, lengths))
    if any(spaced):
        cased = [_APART.sub("", word) if sign else word for word, sign in zip(cased, spaced, strict=True)]
    words = _BREAK.join(cased).casefold().split(_BREAK) if cased else []
    if folded.at is None:
        return Tokens(words, cased, starts, ends)
    starts = [folded.at[start] for start in starts]
    ends = [folded.at[end - 1] + 1 for end in ends]
    marked = f"{text} "  # so that there is a sign after the last word
    return Tokens(
        words, cased, starts, [end if marked[end] < FIRST_MARK else _end(text, end) for end in ends]
    )


def _cut(text: str) -> tuple[list[str], list[str], list[str | None]]:
    # What stands between words, the words, and the sign between the letters of each that is spaced out.
    parts = _RUN.split(text)
    between, words = parts[0::2], parts[1::2]
    if list(map(len, words)).count(1) < _FEWEST_APART:
        return between, words, []
    parts = _WORD.split(text)
    return parts[0::3], parts[1::3], parts[2::3]


def _end(text: str, place: int) -> int:
    while place < len(text) and unicodedata.combining(text[place]):
        place += 1
    return place
