"""Which phrases can stand where in a text, found without trying them all.

Each way a phrase can begin has a number. Under every word stand the numbers of those that can begin with it, of
those that can have it next, and of those that can end with it, as the bits of one integer: what may be met at
a place is what the word there, the word after it, and any word of the text have in common. Most texts hold
the beginnings of many phrases and the endings of few.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, reduce
from operator import or_
from typing import Generic, TypeVar

from rules.phrase import Phrase
from rules.regions import Span

Owner = TypeVar("Owner")
"""Whatever a phrase stands for: the clause it belongs to, or nothing."""
_MOST = 20_000
"""Most words of which an index remembers what stands under them: a hostile page must not fill memory for good."""


class PhraseIndex(Generic[Owner]):
    """Phrases filed by their first two words and their last, each with its owner."""

    def __init__(self, phrases: Iterable[tuple[Phrase, Owner]]) -> None:
        self._owned: list[tuple[Phrase, Owner]] = []
        self._firsts, self._seconds, self._lasts = _Filed(), _Filed(), _Filed()
        ways = [(owned, opening) for owned in phrases for opening in owned[0].edges.openings]
        # Those that may be of one word come first: of two that begin at one place the shorter is the nearer company.
        ways.sort(key=lambda way: way[1].seconds != "*")
        for number, (owned, opening) in enumerate(ways):
            self._owned.append(owned)
            self._firsts.file(opening.firsts, number)
            self._seconds.file(opening.seconds, number)
            self._lasts.file(owned[0].edges.lasts, number)

    def begun(
        self, words: Sequence[str], windows: Iterable[Span]
    ) -> Iterator[tuple[list[tuple[Phrase, Owner]], int, Span]]:
        """Where phrases may begin, by their first two words and their last: (phrases with owners, word, window).

        In text order.
        """
        for window in windows:
            here = words[slice(*window)]
            ending = reduce(or_, map(self._lasts.__getitem__, here), 0)
            for at, begun in enumerate(map(self._firsts.__getitem__, here), 1):
                if begun:
                    after = here[at] if at < len(here) else ""
                    both = begun & ending & self._seconds[after]
                    if both:
                        yield self._numbered(both), window[0] + at - 1, window

    def hits(
        self, words: Sequence[str], cased: Sequence[str], windows: Iterable[Span]
    ) -> Iterator[tuple[Owner, Span, Span]]:
        """Each phrase met, longest first at each place, as (owner, words matched, window), in text order."""
        for found, start, window in self.begun(words, windows):
            for phrase, owner in found:
                end = phrase.end_at(cased if phrase.cased else words, start, window[1])
                if end > 0:
                    yield owner, (start, end), window

    def _numbered(self, bits: int) -> list[tuple[Phrase, Owner]]:
        found = []
        while bits:
            lowest = bits & -bits
            found.append(self._owned[lowest.bit_length() - 1])
            bits ^= lowest
        return found


class _Filed(dict[str, int]):
    # For a word of a text the bits of all that was filed under it, found out when it is first asked for.
    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, list[int]] = defaultdict(list)
        self._every = 0

    def file(self, words: str, number: int) -> None:
        """File `number` under `words`, which are spelled as phrases have them; `*` alone is every word."""
        if words == "*":
            self._every |= 1 << number
        else:
            for word in words.split():
                self._numbers[word].append(number)

    @cached_property
    def _lengths(self) -> set[int]:
        return {len(word) - 1 for word in self._numbers if word[-1] == "*"}

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        beginnings = (f"{word[:length]}*" for length in self._lengths if length <= len(word))
        bits = self._every
        for spelling in (word, *beginnings):
            for number in self._numbers.get(spelling, ()):
                bits |= 1 << number
        self[word] = bits
        return bits
