"""What a word is: a run of letters and digits in the folded text, spaced-out letters included.

Apostrophes, hyphens and every other sign separate words, so that a phrase finds `appel d'offres`
behind an elision and `solicitor-client` with any kind of hyphen. Phrases are cut by the same knife.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import add, sub
from typing import TypeAlias

from rules.folding import Folded, fold, odd_letters

FIRST_MARK = "\u0300"
"""The first code point that can be written over another; most signs come before it."""
_RUN = re.compile(r"([^\W_]+)")
"""A run of letters and digits: what nearly every word is."""
_WORD = re.compile(r"([^\W\d_]([ .\-_*·\u00a0])[^\W\d_](?:\2[^\W\d_]){2,}(?![^\W_])|[^\W_]+)")
"""Four letters or more with the same sign between them (« il y a à » has three), or a run of letters and digits."""
_FEWEST_APART = 4
"""Runs of one letter in a row that a text must have before one of its words can be spaced out."""
_APART = re.compile(r"[\W_]")
_FEW = 64
"""Signs that a text is searched for one after another."""
_BREAK = "\n"
_IN_SMALL_LETTERS = bytes(
    ord(sign.lower() if (sign := chr(place)).isalnum() else " ") if place < 128 else 0 for place in range(256)
)
"""ASCII in small letters, with a blank for every sign."""
_AS_ONE_LETTER = bytes(ord("a") if chr(place).islower() else place for place in range(128)) + bytes(128)
_LETTERS_APART = b" a a a a "
"""How letters that stand apart look once a blank stands for every sign and `a` for every letter."""
_Cut: TypeAlias = tuple[list[str], list[int], list[int]]
"""Words as written, and their first and last places in the folded text."""


@dataclass(frozen=True)
class Tokens:
    """The words of a text, in order: four lists of one length.

    Of most texts only the words in lower case are asked for; the rest is found out when it first is.
    """

    text: str
    folded: Folded
    words: list[str]
    """Each word folded, in lower case."""

    @cached_property
    def different(self) -> frozenset[str]:
        """The words, each once."""
        return frozenset(self.words)

    @cached_property
    def cased(self) -> list[str]:
        """Each word folded, upper and lower case as written."""
        return self._cut[0]

    @cached_property
    def starts(self) -> list[int]:
        """First code point of each word in the text as given."""
        starts, at = self._cut[1], self.folded.at
        return starts if at is None else [at[start] for start in starts]

    @cached_property
    def ends(self) -> list[int]:
        """One past its last code point, the accents written after it included."""
        ends, at = self._cut[2], self.folded.at
        if at is None:
            return ends
        ends = [at[end - 1] + 1 for end in ends]
        marked = f"{self.text} "  # so that there is a sign after the last word
        return [end if marked[end] < FIRST_MARK else _end(self.text, end) for end in ends]

    @cached_property
    def _cut(self) -> _Cut:
        return _cut(self.folded.text)


def tokenise(text: str, folded: Folded | None = None) -> Tokens:
    """The words of `text` with their places in it, in code points; `folded` is the text folded, if it is known.

    Letters that stand apart, as in `S E C R E T`, are one word.
    """
    folded = folded or fold(text)
    return Tokens(text, folded, _words(folded.text))


def _words(text: str) -> list[str]:
    plain = _without_signs(text)
    if not plain.isascii():
        words = _RUN.findall(plain)
        return _in_small_letters(_cut(text)[0] if _may_be_spaced_out(words) else words)
    small = plain.encode("ascii").translate(_IN_SMALL_LETTERS)
    if _LETTERS_APART in b" %b " % small.translate(_AS_ONE_LETTER):
        return _in_small_letters(_cut(text)[0])
    return small.decode("ascii").split()


def _without_signs(text: str) -> str:
    # Beyond ASCII a folded text has as a rule nothing but quotation marks and dashes, a few of each.
    signs = () if text.isascii() else {sign for sign in odd_letters(text) if not sign.isalnum()}
    for sign in signs if len(signs) <= _FEW else ():
        text = text.replace(sign, " ")
    return text


def _cut(text: str) -> _Cut:
    between, cased, spaced = _parts(text)
    lengths = list(map(len, cased))
    ends = list(accumulate(map(add, map(len, between), lengths)))
    starts = list(map(sub, ends, lengths))
    if any(spaced):
        cased = [_APART.sub("", word) if sign else word for word, sign in zip(cased, spaced, strict=True)]
    return cased, starts, ends


def _parts(text: str) -> tuple[list[str], list[str], list[str | None]]:
    # What stands between words, the words, and the sign between the letters of each that is spaced out.
    parts = _RUN.split(text)
    between, words = parts[0::2], parts[1::2]
    if not _may_be_spaced_out(words):
        return between, words, []
    parts = _WORD.split(text)
    return parts[0::3], parts[1::3], parts[2::3]


def _in_small_letters(words: list[str]) -> list[str]:
    return _BREAK.join(words).casefold().split(_BREAK) if words else []


def _may_be_spaced_out(words: list[str]) -> bool:
    if list(map(len, words)).count(1) < _FEWEST_APART:
        return False
    alone = [place for place, word in enumerate(words) if len(word) == 1]
    in_a_row = _FEWEST_APART - 1
    return any(last - first == in_a_row for first, last in zip(alone, alone[in_a_row:], strict=False))


def _end(text: str, place: int) -> int:
    while place < len(text) and unicodedata.combining(text[place]):
        place += 1
    return place
