"""The notation in which a rule pack says what to look for, and how a phrase meets words.

`launch*` any ending · `(bid/bids/proposal)` one of · `[yet]` may be missing · `...` up to four other
words. There are no regular expressions: a phrase becomes a small graph of its own words, so that
matching it at one place costs at most (its words) x (the words it can span), whatever was written.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from rules.phrase_graph import Graph, Step, Word, word_of
from rules.tokens import tokenise

MAX_LENGTH = 600
"""Longest phrase, in code points."""
MAX_WORDS = 64
"""Most words in one phrase, every alternative counted: it bounds the graph at 64 x 64 steps."""
MAX_GAPS = 2
"""Most gaps in one phrase: each one multiplies the places to look at."""
MAX_STEPS = 800
"""Most ways from one word of a phrase to the next, all counted."""
MAX_DEPTH = 4
"""Deepest nesting of brackets."""

_SIGNS = re.compile(r"\.{3}|…|[()\[\]/]|[^\s()\[\]/…]+?(?=\.{3}|…|[\s()\[\]/]|\Z)")
_CLOSES = {"(": ")", "[": "]"}
_START = -1
_Ends: TypeAlias = dict[Step, None]


class PhraseError(ValueError):
    """A phrase that cannot be read; its text says what to do, in one clause."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase ready to be met. It is taken apart when it is first needed: most never are, for most texts."""

    written: str
    """As the pack has it."""
    cased: bool
    """True: upper and lower case must be as written."""
    opened: str | None = field(default=None, repr=False, compare=False)
    """How it can begin, where that is known already: see `Graph.openings`."""
    graph: Graph = field(init=False, repr=False, compare=False)
    """Its words and the ways between them. Raises PhraseError when it is first asked for and cannot be read."""

    def __getattr__(self, name: str) -> Graph:
        # Only asked while the graph's place is empty: one for thousands of phrases, without a dictionary for each.
        if name != "graph":
            raise AttributeError(name)
        object.__setattr__(self, "graph", _graph(self.written, self.cased))
        return self.graph

    @property
    def openings(self) -> str:
        """How it can begin: see `Graph.openings`."""
        return self.graph.openings if self.opened is None else self.opened

    def end_at(self, words: Sequence[str], start: int, stop: int) -> int:
        """One past the last word of the longest match that begins at `start` and ends by `stop`, or -1."""
        return self.graph.end_at(words, start, stop)


def parse_phrase(written: str, cased: bool = False) -> Phrase:
    """Read one phrase; raises PhraseError, in words for the pack's author, when it cannot be read."""
    phrase = Phrase(written, cased)
    _ = phrase.graph  # read now, so that a mistake is told while its author's pack is read
    return phrase


def _graph(written: str, cased: bool) -> Graph:
    if len(written) > MAX_LENGTH:
        raise PhraseError(f"is {len(written)} characters long; the most is {MAX_LENGTH}")
    reader = _Reader(written, cased)
    ends = reader.sequence({(_START, False): None}, 0)
    if reader.signs:
        raise PhraseError(f"has “{reader.signs[-1]}” where no bracket is open; remove it or open the bracket")
    return reader.graph(ends)


class _Reader:
    # Each step takes the ends reached so far and returns those reached after it.
    def __init__(self, written: str, cased: bool) -> None:
        self.written, self.cased = written, cased
        self.signs = [found.group() for found in _SIGNS.finditer(written)][::-1]
        self.words: list[Word] = []
        self.follow: list[list[Step]] = []
        self.first: list[int] = []
        self.known: dict[tuple[Word, tuple[Step, ...]], int] = {}
        self.steps = self.gaps = 0

    def sequence(self, ends: _Ends, depth: int) -> _Ends:
        while self.signs and self.signs[-1] not in ")]/":
            ends = self.item(self.signs.pop(), ends, depth)
        return ends

    def item(self, sign: str, ends: _Ends, depth: int) -> _Ends:
        if sign in _CLOSES:
            return self.choice(sign, ends, depth + 1)
        if sign in ("...", "…"):
            if any(place == _START for place, _ in ends):
                raise PhraseError("begins with a gap; begin it with a word")
            return self.gap(ends)
        for word in self.read(sign):
            ends = self.join(word, ends)
        return ends

    def gap(self, ends: _Ends) -> _Ends:
        self.gaps += 1
        if self.gaps > MAX_GAPS:
            raise PhraseError(f"has more than {MAX_GAPS} gaps; write it as several phrases")
        return {(place, True): None for place, _ in ends}

    def choice(self, opened: str, ends: _Ends, depth: int) -> _Ends:
        if depth > MAX_DEPTH:
            raise PhraseError(f"nests brackets more than {MAX_DEPTH} deep; write it as several phrases")
        reached: _Ends = dict(ends) if opened == "[" else {}
        while True:
            inside = self.sequence(ends, depth)
            if inside == ends:
                raise PhraseError(
                    "has an empty choice in a bracket; write a word there, or use [ ] for “may be missing”"
                )
            reached |= inside
            sign = self.signs.pop() if self.signs else ""
            if sign == _CLOSES[opened]:
                return reached
            if sign != "/":
                raise PhraseError(f"opens “{opened}” and does not close it with “{_CLOSES[opened]}”")

    def read(self, sign: str) -> list[Word]:
        if sign.isascii() and sign.isalpha():  # nearly every word: no need to fold it
            return [word_of(sign if self.cased else sign.lower(), False)]
        tokens = tokenise(sign)
        found = tokens.cased if self.cased else tokens.words
        begins = sign.endswith("*")
        if not found or "*" in sign.rstrip("*") or sign.endswith("**"):
            raise PhraseError(f"has “{sign}”, which is not a word, a word with * after it, a bracket or ...")
        return [word_of(text, begins and place == len(found) - 1) for place, text in enumerate(found)]

    def join(self, word: Word, ends: _Ends) -> _Ends:
        place = self.known.setdefault((word, tuple(ends)), len(self.words))
        if place < len(self.words):  # the same word in the same place, written twice
            return {(place, False): None}
        self.steps += len(ends)
        if place == MAX_WORDS:
            raise PhraseError(
                f"has more than {MAX_WORDS} words, alternatives counted; write it as several phrases"
            )
        if self.steps > MAX_STEPS:
            raise PhraseError("has too many choices in a row; write it as several phrases")
        self.words.append(word)
        self.follow.append([])
        for before, gap in ends:
            if before == _START:
                self.first.append(place)
            else:
                self.follow[before].append((place, gap))
        return {(place, False): None}

    def graph(self, ends: _Ends) -> Graph:
        if any(place == _START for place, _ in ends):
            raise PhraseError("could match no word at all; keep at least one word outside [ ]")
        if any(gap for _, gap in ends):
            raise PhraseError("ends with a gap; end it with a word")
        begin = [(place, False) for place in self.first]
        return Graph(self.words, [*self.follow, begin], frozenset(place for place, _ in ends))
