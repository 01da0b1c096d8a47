"""Which phrases can begin at a word, found without trying them all.

Every phrase is filed under its possible first words, whole or as beginnings, so that one pass over
the words of a text is enough however many phrases there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from rules.phrase import Phrase
from rules.regions import Span

Owner = TypeVar("Owner")
"""Whatever a phrase stands for: the clause it belongs to, or nothing."""


class PhraseIndex(Generic[Owner]):
    """Phrases filed by first word, each with its owner."""

    def __init__(self, phrases: Iterable[tuple[Phrase, Owner]]) -> None:
        self._whole: dict[str, list[tuple[Phrase, Owner]]] = defaultdict(list)
        self._begun: dict[str, list[tuple[Phrase, Owner]]] = defaultdict(list)
        for phrase, owner in phrases:
            for word in {phrase.words[place] for place in phrase.first}:
                filed = self._begun if word.begins else self._whole
                filed[word.text.casefold()].append((phrase, owner))
        self._lengths = sorted({len(beginning) for beginning in self._begun})

    def hits(
        self, words: Sequence[str], cased: Sequence[str], windows: Iterable[Span]
    ) -> Iterator[tuple[Owner, Span, Span]]:
        """Each phrase met, longest first at each place, as (owner, words matched, window), in text order."""
        known: dict[str, list[tuple[Phrase, Owner]]] = {}
        for window in windows:
            for start in range(*window):
                word = words[start]
                if word not in known:
                    known[word] = self._filed(word)
                for phrase, owner in known[word]:
                    end = phrase.end_at(cased if phrase.cased else words, start, window[1])
                    if end > 0:
                        yield owner, (start, end), window

    def _filed(self, word: str) -> list[tuple[Phrase, Owner]]:
        filed = list(self._whole.get(word, ()))
        for length in self._lengths:
            if length > len(word):
                break
            filed += self._begun.get(word[:length], ())
        return filed
