"""A text as the rules read it: its words, and the stretches no phrase may cross.

A phrase stays inside a sentence. Prose wrapped over several lines is one sentence; a list item, a
heading, a quoted line, a table row and a blank line each begin something new. A link that comes right
after a sentence belongs to it, because that is how people give their source.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from rules.folding import Folded, fold
from rules.regions import Region, Span, public_links, region_spans
from rules.sentences import sentence_ends
from rules.tokens import Tokens, tokenise

_NEW_BLOCK = re.compile(
    r"(?:\r\n|\n|\r)(?=[ \t]{0,16}(?:[-*+•–—][ \t]|\d{1,3}[.)][ \t]|#{1,6}[ \t]|>|\||\r|\n))"
    r"|(?:^|(?<=[\r\n]))[ ]{0,3}#{1,6}[ \t][^\r\n]*"
)
_LINK_NEXT = re.compile(r"[(<\[]{0,2}https?://\S{1,2000}", re.IGNORECASE)
_CAPITALS = re.compile(r"\([^\W\d_a-z]{3}")
_NOWHERE = "\0"


@dataclass(frozen=True)
class Reading:
    """One text, read once for all rules. Windows are half-open ranges of word numbers.

    Where its sentences end is found out when it is first asked for: in most texts no phrase is met at all.
    """

    text: str
    folded: Folded
    """The text as identifiers and accounts are looked for in it: nothing invisible, no letter borrowed."""
    tokens: Tokens
    views: dict[frozenset[Region], tuple[list[str], list[str]]] = field(default_factory=dict, compare=False)
    spans: dict[Region, list[Span]] = field(default_factory=dict, compare=False)

    @cached_property
    def sentences(self) -> list[Span]:
        """The words of each sentence, sentences without a word left out."""
        return _windows(self.tokens.starts, _ends(self.text))

    @property
    def cut(self) -> bool:
        """Whether somebody asked for the sentences already."""
        return "sentences" in self.__dict__

    @cached_property
    def links(self) -> list[int]:
        """Code point at which each public link starts."""
        return public_links(self.text)

    @cached_property
    def portions(self) -> bool:
        """Whether it could hold a portion mark: two slashes not of an address, or three capitals right in a bracket."""
        return self.text.count("//") > self.text.count("://") or bool(_CAPITALS.search(self.text))

    def words(self, skip: frozenset[Region]) -> tuple[list[str], list[str]]:
        """The words in lower case and as written, with those in a skipped region unmatchable."""
        if skip not in self.views:
            spots = [spot for region in skip for spot in self._spots(region)]
            self.views[skip] = _without(self.tokens.words, spots), _without(self.tokens.cased, spots)
        return self.views[skip]

    def regions(self, region: Region) -> list[Span]:
        """The spans of one kind of region, in order and apart."""
        if region not in self.spans:
            self.spans[region] = region_spans(self.text, region)
        return self.spans[region]

    def linked(self, window: Span) -> bool:
        """Whether a public link stands among the words of `window`."""
        start, end = self.tokens.starts[window[0]], self.tokens.ends[window[1] - 1]
        first = bisect_left(self.links, start)
        return first < len(self.links) and self.links[first] < end

    def window(self, word: int) -> Span:
        """The window of the sentence that the word numbered `word` stands in."""
        return self.sentences[bisect_right(self.sentences, (word, 1 << 62)) - 1]

    def beside(self, window: Span) -> list[Span]:
        """`window`, and the windows right before and after it that stand in the same block of text."""
        place = bisect_left(self.sentences, window)
        first, past = max(place - 1, 0), place + 2
        return [one for one in self.sentences[first:past] if self._one_block(one, window)]

    def _one_block(self, one: Span, other: Span) -> bool:
        if one == other:
            return True
        (_, before), (after, _) = sorted((one, other))
        return not _NEW_BLOCK.search(self.text, self.tokens.ends[before - 1], self.tokens.ends[after])

    def place(self, start: int, end: int) -> tuple[Span, Span | None]:
        """The words that the code points `start` to `end` touch, and the window of their sentence, if any."""
        first = bisect_right(self.tokens.ends, start)
        past = bisect_left(self.tokens.starts, end, first)
        words = (first, max(past, first))
        return words, None if first == past else self.window(first)

    def _spots(self, region: Region) -> list[int]:
        starts = self.tokens.starts
        return [
            spot
            for start, end in self.regions(region)
            for spot in range(bisect_left(starts, start), bisect_left(starts, end))
        ]


def read(text: str) -> Reading:
    """Read `text`, in time linear in its length."""
    folded = fold(text)
    return Reading(text, folded, tokenise(text, folded))


def _ends(text: str) -> list[int]:
    said: Iterable[int] = sentence_ends(text)
    if "://" in text:
        said = (_past_link(text, end) for end in said)
    new = (found.end() for found in _NEW_BLOCK.finditer(text)) if _has_lines(text) else ()
    return sorted({*said, *new, len(text)})


def _has_lines(text: str) -> bool:
    said = text.strip("\r\n")
    return "\n" in said or "\r" in said or "#" in text


def _past_link(text: str, end: int) -> int:
    link = _LINK_NEXT.match(text, end)
    return link.end() if link else end


def _windows(starts: list[int], ends: Iterable[int]) -> list[Span]:
    windows, first = [], 0
    for end in ends:
        past = bisect_left(starts, end, first)
        if past > first:
            windows.append((first, past))
        first = past
    return windows


def _without(words: list[str], spots: list[int]) -> list[str]:
    if not spots:
        return words
    kept = words.copy()
    for spot in spots:
        kept[spot] = _NOWHERE
    return kept
