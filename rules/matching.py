"""Where the rules of one pack meet a text.

Phrases are met in one pass over the words. Only then, and only in that sentence, are a clause's company
(`near`), its exceptions (`unless`) and its public link looked for, each at most once a sentence.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rules.banner import shaped
from rules.phrase import Phrase
from rules.phrase_index import PhraseIndex
from rules.reading import Reading
from rules.regions import Region, Span
from rules.rule import Clause, Rule, Shape
from rules.structured import Structures

MOST_HITS = 1000
"""Most passages taken from one rule in one text: more would only bury the rest."""
_Owner = tuple[Rule, int, Shape]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that one clause of a rule met, in code points of the text as given."""

    rule: Rule
    clause: int
    """Number of the clause in `rule.find`, from 0."""
    start: int
    end: int


class Matcher:
    """The phrases of some rules, filed once and used for every text."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        by_skip: dict[frozenset[Region], list[tuple[Phrase, _Owner]]] = {}
        for rule in rules:
            by_skip.setdefault(rule.skip, []).extend(_owned(rule))
        self._structured = [
            (rule, number, clause)
            for rule in rules
            for number, clause in enumerate(rule.find)
            if clause.structured
        ]
        self._indexes = [(skip, PhraseIndex(owned)) for skip, owned in by_skip.items()]
        self._around = {
            (id(clause), kind): PhraseIndex([(phrase, None) for phrase in phrases])
            for rule in rules
            for clause in rule.find
            for kind, phrases in (("near", clause.near), ("unless", clause.unless))
            if phrases
        }

    def hits(self, reading: Reading) -> Iterator[Hit]:
        """Every passage met, for each set of skipped regions in text order; a rule stops at 1,000."""
        for skip, index in self._indexes:
            sentence = _Sentences(reading, skip, self._around)
            taken: Counter[str] = Counter()
            for (rule, clause, shape), words, window in index.hits(*reading.words(skip), reading.sentences):
                if taken[rule.id] == MOST_HITS or not shaped(shape, reading.text, reading.tokens, words):
                    continue
                span = sentence.passage(rule, rule.find[clause], words, window)
                if span:
                    taken[rule.id] += 1
                    yield Hit(rule, clause, reading.tokens.starts[span[0]], reading.tokens.ends[span[1] - 1])
        yield from self._structures(reading)

    def _structures(self, reading: Reading) -> Iterator[Hit]:
        held = Structures(reading.text, reading.folded)
        for rule, number, clause in self._structured:
            sentence = _Sentences(reading, rule.skip, self._around)
            for start, end in islice(held.spans(rule, clause), MOST_HITS):
                words, window = reading.place(start, end)
                if window is None or sentence.passage(rule, clause, words, window):
                    yield Hit(rule, number, start, end)


def _owned(rule: Rule) -> list[tuple[Phrase, _Owner]]:
    return [
        (phrase, (rule, number, shape))
        for number, clause in enumerate(rule.find)
        for phrase, shape in clause.finds
    ]


class _Sentences:
    # Answers about the sentence a hit stands in, kept while later hits stand in the same one.
    def __init__(
        self, reading: Reading, skip: frozenset[Region], around: dict[tuple[int, str], PhraseIndex[None]]
    ) -> None:
        self.reading, self.words, self.around = reading, reading.words(skip), around
        self.window: Span = (0, 0)
        self.met: dict[tuple[int, str], list[Span]] = {}

    def passage(self, rule: Rule, clause: Clause, words: Span, window: Span) -> Span | None:
        if window != self.window:
            self.window, self.met = window, {}
        if rule.unless_link and self.reading.linked(window):
            return None
        company = self._company(clause, words)
        if company is None or (clause.unless and self._met(clause, "unless")):
            return None
        return min(words[0], company[0]), max(words[1], company[1])

    def _company(self, clause: Clause, words: Span) -> Span | None:
        if not clause.near:
            return words
        near = self._met(clause, "near")
        first_after = bisect_left(near, (words[1], 0))
        last_before = bisect_right(near, (words[0], 0)) - 1
        beside = [near[place] for place in (last_before, first_after) if 0 <= place < len(near)]
        apart = [(max(span[0] - words[1], words[0] - span[1]), span) for span in beside]
        close = [
            found for found in apart if 0 <= found[0] <= (1 << 62 if clause.within is None else clause.within)
        ]
        return min(close)[1] if close else None

    def _met(self, clause: Clause, kind: str) -> list[Span]:
        key = (id(clause), kind)
        if key not in self.met:
            self.met[key] = [words for _, words, _ in self.around[key].hits(*self.words, [self.window])]
        return self.met[key]
