"""Which phrases can begin at a word, found without trying them all.

Every phrase is filed under its possible first words, and there under its possible second words, whole
or as beginnings, so that one pass over the words of a text is enough however many phrases there are.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import count, repeat
from typing import Generic, TypeVar

from rules.phrase import Phrase
from rules.regions import Span

Owner = TypeVar("Owner")
"""Whatever a phrase stands for: the clause it belongs to, or nothing."""
Item = TypeVar("Item")
Learnt = TypeVar("Learnt")
_MOST = 20_000
"""Most words of which an index remembers what can begin with them: a hostile page must not fill memory for good."""


class PhraseIndex(Generic[Owner]):
    """Phrases filed by their first two words, each with its owner."""

    def __init__(self, phrases: Iterable[tuple[Phrase, Owner]]) -> None:
        self._first: _Words[tuple[Phrase, Owner]] = _Words()
        self._known = _Known(self._seconds)
        for owned in phrases:
            for firsts, _ in _openings(owned[0]):
                self._first.file(firsts, owned)

    def begun(
        self, words: Sequence[str], windows: Iterable[Span]
    ) -> Iterator[tuple[Phrase, Owner, int, Span]]:
        """Where phrases may stand, by their first two words and their last: each with its first word, in text order."""
        for window in windows:
            for at, begun in self._by_two_words(words[slice(*window)], window[0]):
                for phrase, owner in begun:
                    reach, texts, stems = phrase.graph.ending
                    near = words[at : at + reach]
                    if not texts.isdisjoint(near) or (
                        stems and any(map(str.startswith, near, repeat(stems)))
                    ):
                        yield phrase, owner, at, window

    def _by_two_words(self, words: Sequence[str], first: int) -> list[tuple[int, list[tuple[Phrase, Owner]]]]:
        # One pass over all words, which nearly all of them leave no trace of: so it is one expression.
        after = map(self._known.__getitem__, words)
        return [
            (at, begun)
            for at, second, word in zip(count(first), after, [*words[1:], ""], strict=False)
            if second is not None and (begun := second[word])
        ]

    def may_begin(self, words: Collection[str]) -> bool:
        """Whether a phrase can begin with one of `words`, whatever comes next."""
        return self._first.under_any(words)

    def hits(
        self, words: Sequence[str], cased: Sequence[str], windows: Iterable[Span]
    ) -> Iterator[tuple[Owner, Span, Span]]:
        """Each phrase met, longest first at each place, as (owner, words matched, window), in text order."""
        worth = (window for window in windows if self.may_begin(words[slice(*window)]))
        for phrase, owner, start, window in self.begun(words, worth):
            end = phrase.end_at(cased if phrase.cased else words, start, window[1])
            if end > 0:
                yield owner, (start, end), window

    def _seconds(self, word: str) -> "_Known[list[tuple[Phrase, Owner]]] | None":
        filed = self._first.under(word)
        return _Known(_Second(word, filed).under) if filed else None


def _openings(phrase: Phrase) -> Iterator[tuple[str, str]]:
    # First words, and those of which one must come next where any must, as the phrase spells them.
    for opening in phrase.openings.split("/"):
        firsts, _, seconds = opening.partition(">")
        yield firsts, seconds


class _Known(dict[str, Learnt]):
    # What is known of each word, found out when it is first asked for.
    __slots__ = ("_find_out",)

    def __init__(self, find_out: Callable[[str], Learnt]) -> None:
        super().__init__()
        self._find_out = find_out

    def __missing__(self, word: str) -> Learnt:
        if len(self) >= _MOST:
            self.clear()
        self[word] = learnt = self._find_out(word)
        return learnt


class _Words(Generic[Item]):
    # Things filed under words as phrases spell them, whole or as beginnings; each once under a word.
    __slots__ = ("_begun", "_lengths", "_whole")

    def __init__(self) -> None:
        self._whole: dict[str, tuple[Item, ...]] = {}
        self._begun: dict[str, tuple[Item, ...]] = {}
        self._lengths: tuple[int, ...] = ()

    def file(self, spelled: str, item: Item) -> None:
        alone = (item,)  # one for all its words: most words have nothing else under them
        for word in spelled.split():
            if word[-1] == "*":
                stem = word[:-1]
                self._begun[stem] = _with(self._begun.get(stem, ()), alone)
                if len(stem) not in self._lengths:
                    self._lengths = (*self._lengths, len(stem))
            else:
                self._whole[word] = _with(self._whole.get(word, ()), alone)

    def under(self, word: str) -> list[Item]:
        filed = [*self._whole.get(word, ())]
        for length in self._lengths:
            if length <= len(word):
                filed += self._begun.get(word[:length], ())
        return filed

    def under_any(self, words: Collection[str]) -> bool:
        if not self._whole.keys().isdisjoint(words):
            return True
        return bool(self._begun) and any(map(str.startswith, words, repeat(tuple(self._begun))))


def _with(filed: tuple[Item, ...], alone: tuple[Item]) -> tuple[Item, ...]:
    if not filed:
        return alone
    return filed if filed[-1] is alone[0] else filed + alone


class _Second(Generic[Owner]):
    # The phrases that can begin with one word, by the word after it.
    __slots__ = ("_any", "_next")

    def __init__(self, word: str, filed: Iterable[tuple[Phrase, Owner]]) -> None:
        self._any: list[tuple[Phrase, Owner]] = []
        self._next: _Words[tuple[Phrase, Owner]] = _Words()
        once = {id(owned): owned for owned in filed}  # a phrase may be filed by a word and by its beginning
        for owned in once.values():
            seconds = [after for firsts, after in _openings(owned[0]) if _meets(word, firsts)]
            if "" in seconds:
                self._any.append(owned)
            else:
                self._next.file(" ".join(seconds), owned)

    def under(self, word: str) -> list[tuple[Phrase, Owner]]:
        return [*self._any, *self._next.under(word)]


def _meets(word: str, spelled: str) -> bool:
    return any(word.startswith(one[:-1]) if one[-1] == "*" else word == one for one in spelled.split())
