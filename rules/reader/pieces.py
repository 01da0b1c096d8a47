"""Cuts a text into the pieces of words that an encoder knows: the likeliest cut by unigram scores (Viterbi).

The pieces and their scores are those of XLM-RoBERTa, cut down to English and French. A piece never
crosses a blank, so each word is cut once and remembered.
"""

import unicodedata
from collections.abc import Iterator, Sequence
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
        self._words: dict[str, tuple[int, ...]] = {}

    def cut(self, text: str) -> list[int]:
        """The numbers of the pieces of `text`, in order; invisible signs are not read."""
        return [number for word in _words(text) for number in self._word(word)]

    def _word(self, word: str) -> tuple[int, ...]:
        known = self._words.get(word)
        if known is None:
            whole = self._numbers.get(START + word)
            known = self._cut(START + word) if whole is None else (whole,)  # no cut is likelier than none
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            self._words[word] = known
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        size = len(word)
        numbers, scores, longest = self._numbers, self._scores, self._longest
        best = [0.0] + [-inf] * size
        back = [(0, self._unknown)] * (size + 1)
        for start in range(size):
            score = best[start]
            for end in range(start + 1, min(size, start + longest) + 1):
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


def _words(text: str) -> Iterator[str]:
    for run in unicodedata.normalize("NFKC", text).split():
        seen = run if run.isprintable() else "".join(sign for sign in run if sign.isprintable())
        for start in range(0, len(seen), _LONGEST_WORD):
            yield seen[start : start + _LONGEST_WORD]
