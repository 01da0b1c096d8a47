"""Which phrases can begin at a word, found without trying them all.

Every phrase is filed under its possible first words, and there under its possible second words, whole
or as beginnings, so that one pass over the words of a text is enough however many phrases there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from rules.phrase import Phrase, Word
from rules.regions import Span

Owner = TypeVar("Owner")
"""Whatever a phrase stands for: the clause it belongs to, or nothing."""
Item = TypeVar("Item")


class PhraseIndex(Generic[Owner]):
    """Phrases filed by their first two words, each with its owner."""

    def __init__(self, phrases: Iterable[tuple[Phrase, Owner]]) -> None:
        self._first: _Words[tuple[Phrase, Owner, int]] = _Words()
        for phrase, owner in phrases:
            for place in phrase.first:
                self._first.file(phrase.words[place], (phrase, owner, place))

    def hits(
        self, words: Sequence[str], cased: Sequence[str], windows: Iterable[Span]
    ) -> Iterator[tuple[Owner, Span, Span]]:
        """Each phrase met, longest first at each place, as (owner, words matched, window), in text order."""
        known: dict[str, _Second[Owner] | None] = {}
        for window in windows:
            stop = window[1]
            for start in range(*window):
                word = words[start]
                if word not in known:
                    known[word] = _second(self._first.under(word))
                second = known[word]
                if second is None:
                    continue
                for phrase, owner in second.under(words[start + 1] if start + 1 < stop else ""):
                    end = phrase.end_at(cased if phrase.cased else words, start, stop)
                    if end > 0:
                        yield owner, (start, end), window


class _Words(Generic[Item]):
    # Things filed under words, whole or as beginnings, whatever their case.
    def __init__(self) -> None:
        self._whole: dict[str, list[Item]] = defaultdict(list)
        self._begun: dict[str, list[Item]] = defaultdict(list)
        self._lengths: set[int] = set()

    def file(self, word: Word, item: Item) -> None:
        text = word.text.casefold()
        (self._begun if word.begins else self._whole)[text].append(item)
        if word.begins:
            self._lengths.add(len(text))

    def under(self, word: str) -> list[Item]:
        filed = list(self._whole.get(word, ()))
        for length in self._lengths:
            if length <= len(word):
                filed += self._begun.get(word[:length], ())
        return filed


class _Second(Generic[Owner]):
    # The phrases that can begin with one word, by the word after it.
    def __init__(self, filed: Iterable[tuple[Phrase, Owner, int]]) -> None:
        self._any: list[tuple[Phrase, Owner]] = []
        self._next: _Words[tuple[Phrase, Owner]] = _Words()
        self._known: dict[str, list[tuple[Phrase, Owner]]] = {}
        for phrase, owner, place in filed:
            follow = phrase.follow[place]
            if place in phrase.last or any(gap for _, gap in follow):
                self._any.append((phrase, owner))
            else:
                for after in {phrase.words[after] for after, _ in follow}:
                    self._next.file(after, (phrase, owner))

    def under(self, word: str) -> list[tuple[Phrase, Owner]]:
        if word not in self._known:
            self._known[word] = [*self._any, *self._next.under(word)]
        return self._known[word]


def _second(filed: list[tuple[Phrase, Owner, int]]) -> _Second[Owner] | None:
    return _Second(filed) if filed else None
