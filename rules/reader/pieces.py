"""Cuts a text into the pieces of words that an encoder knows: the likeliest cut by unigram scores (Viterbi).

The pieces and their scores are those of XLM-RoBERTa, cut down to English and French. A piece never
crosses a blank, so each word is cut once and remembered; and hardly any holds both letters and signs, so the
words inside a link, or before a comma, are cut and remembered by themselves.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from math import inf

START = "\N{LOWER ONE EIGHTH BLOCK}"
"""Stands for the blank before a word."""
_UNKNOWN_PENALTY = 10.0
_REMEMBERED = 50_000
_LONGEST_WORD = 64
"""Code points of a run without a blank that are cut as one; what follows is a word of its own."""


class Pieces:
    """The pieces an encoder knows, by number, with their scores (log probabilities)."""

    def __init__(self, texts: Sequence[str], scores: Sequence[float], unknown: int) -> None:
        """`unknown` is the number that stands for what no piece covers."""
        self._numbers = dict(zip(texts, range(len(texts)), strict=True))
        self._numbers.pop("", None)
        self._scores = scores
        self._unknown = unknown
        self._longest = max(map(len, texts), default=1)
        self._floor = min(scores, default=0.0) - _UNKNOWN_PENALTY
        bare = (text.removeprefix(START) for text in texts)
        self._signs = "\n".join(text for text, rest in zip(texts, bare, strict=True) if not rest.isalnum())
        self._held: dict[str, set[str]] = {}
        self._known: dict[str, tuple[int, ...]] = {}
        self.cuts = 0
        """Words, and parts of words, that were neither whole pieces nor remembered, and had to be cut."""

    def cut(self, text: str) -> list[int]:
        """The numbers of the pieces of `text`, in order; invisible signs are not read."""
        numbers: list[int] = []
        for run in unicodedata.normalize("NFKC", text).split():
            numbers += self._known.get(START + run) or self._in_words(run)
        return numbers

    def _in_words(self, run: str) -> Iterator[int]:
        seen = run if run.isprintable() else "".join(sign for sign in run if sign.isprintable())
        for start in range(0, len(seen), _LONGEST_WORD):
            yield from self._of(START + seen[start : start + _LONGEST_WORD])

    def _of(self, word: str) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            whole = self._numbers.get(word)
            known = self._in_parts(word) if whole is None else (whole,)  # no cut is likelier than none
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[word] = known
        return known

    def _in_parts(self, word: str) -> tuple[int, ...]:
        # Where no piece holds both code points beside a seam, every cut of the word parts there.
        seams = [at for at, sign in _beside_signs(word) if word[at - 1 : at + 1] not in self._pairs(sign)]
        if not seams:
            return self._cut(word)
        parts = (word[start:end] for start, end in pairwise([0, *seams, len(word)]))
        return tuple(chain.from_iterable(map(self._of, parts)))

    def _pairs(self, sign: str) -> set[str]:
        # What stands before or after a sign in some piece, together with it.
        if sign not in self._held:
            around = self._signs.split(sign)
            before = {(some or sign)[-1] + sign for some in around[:-1]}
            self._held[sign] = before | {sign + (some or sign)[0] for some in around[1:]}
        return self._held[sign]

    def _cut(self, word: str) -> tuple[int, ...]:
        self.cuts += 1
        size = len(word)
        numbers, scores = self._numbers, self._scores
        best = [0.0] + [-inf] * size
        back = [(0, self._unknown)] * (size + 1)
        for start in range(size):
            score = best[start]
            for end in range(start + 1, min(start + self._longest, size) + 1):
                number = numbers.get(word[start:end])
                if number is not None and score + scores[number] > best[end]:
                    best[end], back[end] = score + scores[number], (start, number)
            if score + self._floor > best[start + 1]:
                best[start + 1], back[start + 1] = score + self._floor, (start, self._unknown)
        return _traced(back)


def _traced(back: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    # The numbers on the way that led to the end.
    numbers: list[int] = []
    end = len(back) - 1
    while end:
        end, number = back[end]
        numbers.append(number)
    return tuple(reversed(numbers))


def _beside_signs(word: str) -> Iterator[tuple[int, str]]:
    # The places in a word before and after each sign, once each, with that sign.
    last = 0
    for at, code_point in enumerate(word):
        if code_point.isalnum() or code_point == START:
            continue
        for place in (at, at + 1):
            if last < place < len(word):
                yield place, code_point
                last = place
