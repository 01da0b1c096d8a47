"""The words of a phrase and the ways from one to the next: what a phrase is once it is read."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import TypeAlias

GAP = 4
"""Most words that `...` skips."""
Step = tuple[int, bool]
"""A word that may come next, by its place in the phrase, and whether a gap may come before it."""

Ending: TypeAlias = tuple[int, frozenset[str], tuple[str, ...]]
"""The most words that a phrase spans, and in small letters the words that can be its last: whole ones, beginnings."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a phrase, folded; `begins` means any ending will do."""

    text: str
    begins: bool

    @property
    def spelled(self) -> str:
        """It in small letters, `*` behind it where any ending will do."""
        return self.text.casefold() + "*" * self.begins


word_of = lru_cache(maxsize=8192)(Word)
"""The word with this text; the same one each time."""


class Choice:
    """Some words of a phrase, ready to be met by a word of a text at the cost of one look."""

    __slots__ = ("_begun", "_stems", "_texts", "_whole")

    def __init__(self, words: Iterable[tuple[Word, int]]) -> None:
        whole: dict[str, list[int]] = defaultdict(list)
        begun: list[tuple[str, int]] = []
        for word, place in words:
            if word.begins:
                begun.append((word.text, place))
            else:
                whole[word.text].append(place)
        self._whole = {text: tuple(places) for text, places in whole.items()}
        self._texts = frozenset(whole)
        self._begun = begun
        self._stems = tuple(text for text, _ in begun)

    def met_by(self, word: str) -> tuple[int, ...]:
        """The places of those that `word` meets."""
        places = self._whole.get(word, ())
        if self._stems and word.startswith(self._stems):
            places += tuple(place for stem, place in self._begun if word.startswith(stem))
        return places

    def met_among(self, words: Sequence[str]) -> bool:
        """Whether one of `words` meets one of them."""
        if not self._texts.isdisjoint(words):
            return True
        return bool(self._stems) and any(map(str.startswith, words, repeat(self._stems)))


class Graph:
    """A phrase as a graph of its own words."""

    __slots__ = ("_first", "_ways", "ending", "fewest", "last", "openings", "words")

    def __init__(self, words: Sequence[Word], follow: Sequence[Sequence[Step]], last: frozenset[int]) -> None:
        """`follow`: for each word what may come next; for the one before the first, at the end, what may begin."""
        self.words = tuple(words)
        self.last = last
        known: dict[tuple[Step, ...], tuple[Choice | None, Choice | None]] = {}
        for steps in map(tuple, follow):
            if steps not in known:
                known[steps] = self._choice(steps, far=False), self._choice(steps, far=True)
        *self._ways, (first, _) = [known[tuple(steps)] for steps in follow]
        self._first = first or Choice(())
        self.openings = self._openings(follow)
        """How it can begin, spelled: `launch* open>it/hurry` begins with launch… or open before it, or with hurry."""
        self.ending: Ending = (self._longest(follow), *self._closing())
        """How near a word must stand that ends it, and which: far more often than not none does."""
        self.fewest = self._shortest(follow)
        """How many words it has at the least."""

    def _choice(self, steps: tuple[Step, ...], *, far: bool) -> Choice | None:
        meant = [(self.words[place], place) for place, gap in steps if gap or not far]
        return Choice(meant) if meant else None

    def _closing(self) -> tuple[frozenset[str], tuple[str, ...]]:
        # Whole words and beginnings, in small letters.
        closing = {self.words[place] for place in self.last}
        whole = frozenset(word.text.casefold() for word in closing if not word.begins)
        return whole, tuple(word.text.casefold() for word in closing if word.begins)

    def _longest(self, follow: Sequence[Sequence[Step]]) -> int:
        # The most words that a match spans. A word of a phrase only ever leads to later ones.
        spans = [1] * len(self.words)
        for place, steps in enumerate(follow[:-1]):
            for after, gap in steps:
                spans[after] = max(spans[after], spans[place] + 1 + (GAP if gap else 0))
        return max(spans)

    def _shortest(self, follow: Sequence[Sequence[Step]]) -> int:
        spans = dict.fromkeys((place for place, _ in follow[-1]), 1)
        for place, steps in enumerate(follow[:-1]):
            for after, _ in steps:
                spans[after] = min(spans.get(after, spans[place] + 1), spans[place] + 1)
        return min(spans[place] for place in self.last)

    def _openings(self, follow: Sequence[Sequence[Step]]) -> str:
        firsts: dict[str, list[int]] = defaultdict(list)
        for place, _ in follow[-1]:
            steps = follow[place]
            free = place in self.last or any(gap for _, gap in steps)
            firsts["" if free else ">" + self._spelled(after for after, _ in steps)].append(place)
        return "/".join(self._spelled(places) + seconds for seconds, places in firsts.items())

    def _spelled(self, places: Iterable[int]) -> str:
        return " ".join(dict.fromkeys(self.words[place].spelled for place in places))

    def end_at(self, words: Sequence[str], start: int, stop: int) -> int:
        """One past the last word of the longest match that begins at `start` and ends by `stop`, or -1."""
        ahead = [(place, start) for place in self._first.met_by(words[start])]
        met = set(ahead)
        best = -1
        while ahead:
            place, at = ahead.pop()
            if place in self.last and at >= best:
                best = at + 1
            close, far = self._ways[place]
            if close is None or at + 1 >= stop:
                continue
            steps = [(after, at + 1) for after in close.met_by(words[at + 1])]
            if far is not None:
                steps += _far_steps(far, at + 2, words, stop)
            for step in steps:
                if step not in met:
                    met.add(step)
                    ahead.append(step)
        return best


def _far_steps(far: Choice, first: int, words: Sequence[str], stop: int) -> list[tuple[int, int]]:
    past = min(first + GAP, stop)
    if not far.met_among(words[first:past]):
        return []
    return [(after, spot) for spot in range(first, past) for after in far.met_by(words[spot])]
