"""Which phrases can begin at a word, found without trying them all.

Every phrase is filed under its possible first words, and there under its possible second words, whole
or as beginnings, so that one pass over the words of a text is enough however many phrases there are.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
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
        self._first: _Words[tuple[Phrase, Owner, str]] = _Words()
        self._known = _Known(self._seconds)
        for phrase, owner in phrases:
            for opening in phrase.openings.split("/"):
                firsts, _, seconds = opening.partition(">")
                self._first.file(firsts, (phrase, owner, seconds))

    def begun(
        self, words: Sequence[str], windows: Iterable[Span]
    ) -> Iterator[tuple[Phrase, Owner, int, Span]]:
        """Where phrases may stand, by their first two words and their last: each with its first word, in text order."""
        for window in windows:
            here = words[slice(*window)]
            seconds = map(self._known.__getitem__, here)
            for at, second, after in zip(range(*window), seconds, chain(here[1:], ("",)), strict=False):
                if second is not None:
                    for phrase, owner in second[after]:
                        if phrase.may_end(words, at):
                            yield phrase, owner, at, window

    def hits(
        self, words: Sequence[str], cased: Sequence[str], windows: Iterable[Span]
    ) -> Iterator[tuple[Owner, Span, Span]]:
        """Each phrase met, longest first at each place, as (owner, words matched, window), in text order."""
        for phrase, owner, start, window in self.begun(words, windows):
            end = phrase.end_at(cased if phrase.cased else words, start, window[1])
            if end > 0:
                yield owner, (start, end), window

    def _seconds(self, word: str) -> "_Known[list[tuple[Phrase, Owner]]] | None":
        filed = self._first.under(word)
        return _Known(_Second(filed).under) if filed else None


class _Known(dict[str, Learnt]):
    # What is known of each word, found out when it is first asked for.
    def __init__(self, find_out: Callable[[str], Learnt]) -> None:
        super().__init__()
        self._find_out = find_out

    def __missing__(self, word: str) -> Learnt:
        if len(self) >= _MOST:
            self.clear()
        self[word] = learnt = self._find_out(word)
        return learnt


class _Words(Generic[Item]):
    # Things filed under words as phrases spell them, whole or as beginnings.
    def __init__(self) -> None:
        self._whole: dict[str, tuple[Item, ...]] = {}
        self._begun: dict[str, tuple[Item, ...]] = {}
        self._lengths: set[int] = set()

    def file(self, spelled: str, item: Item) -> None:
        for word in spelled.split():
            if word[-1] == "*":
                stem = word[:-1]
                self._begun[stem] = (*self._begun.get(stem, ()), item)
                self._lengths.add(len(stem))
            else:
                self._whole[word] = (*self._whole.get(word, ()), item)

    def under(self, word: str) -> list[Item]:
        filed = list(self._whole.get(word, ()))
        for length in self._lengths:
            if length <= len(word):
                filed += self._begun.get(word[:length], ())
        return filed


class _Second(Generic[Owner]):
    # The phrases that can begin with one word, by the word after it.
    def __init__(self, filed: Iterable[tuple[Phrase, Owner, str]]) -> None:
        self._any: list[tuple[Phrase, Owner]] = []
        self._next: _Words[tuple[Phrase, Owner]] = _Words()
        for phrase, owner, seconds in filed:
            if seconds:
                self._next.file(seconds, (phrase, owner))
            else:
                self._any.append((phrase, owner))

    def under(self, word: str) -> list[tuple[Phrase, Owner]]:
        return [*self._any, *self._next.under(word)]
