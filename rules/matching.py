"""Where the rules of one pack meet a text.

Phrases are met in one pass over the words. Only then, and only in that sentence, are a clause's company
(`near`), its exceptions (`unless`) and its public link looked for, each at most once a sentence. Most phrases are
met where their company is nowhere: sentences are cut only where it is somewhere. The exceptions that a rule shares with
others (`beside`) are looked for in the sentences right beside it too; with `neighbours` so are its own, and company at
any distance.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal

from rules.banner import shaped
from rules.phrase import Phrase
from rules.phrase_index import PhraseIndex
from rules.reading import Reading
from rules.regions import Region, Span
from rules.rule import Clause, Rule, Shape
from rules.structured import Structures, kinds_of

MOST_HITS = 1000
"""Most passages taken from one rule in one text: more would only bury the rest."""
_MANY_WORDS = 2000
"""In a text of more words only its different words are looked through: more would cost more than it saves."""
_Owner = tuple[Rule, int, Shape]
_Kind = Literal["near", "unless", "beside"]
_Around = dict[tuple[int, str], PhraseIndex[None]]


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
        self._index = PhraseIndex([owned for rule in rules for owned in _owned(rule)])
        self._structured = [
            (kinds, (rule, number, clause))
            for rule in rules
            for number, clause in enumerate(rule.find)
            if (kinds := kinds_of(clause))
        ]
        self._asked = frozenset().union(*(kinds for kinds, _ in self._structured))
        self._meeting = lru_cache(maxsize=256)(self._that_could_meet)
        self._around: _Around = {}

    def hits(self, reading: Reading) -> Iterator[Hit]:
        """Every passage met, those of phrases in text order; a rule stops at 1,000."""
        sentences = _BySkip(reading, self._around)
        yield from self._phrases(reading, sentences)
        yield from self._structures(reading, sentences)

    def _phrases(self, reading: Reading, sentences: "_BySkip") -> Iterator[Hit]:
        tokens = reading.tokens
        taken: dict[str, int] = {}
        spent: dict[int, int] = {}  # by owner, the number of the word up to which no more of it can be met
        for phrase, owner, start, _ in self._index.begun(tokens.words, [(0, len(tokens.words))]):
            if start < spent.get(id(owner), 0):
                continue
            rule, number, _ = owner
            words = _words_met(phrase, owner, start, sentences)
            span = words and sentences[rule.skip].passage(rule, rule.find[number], words, sentences.here)
            if span and (before := taken.get(rule.id, 0)) < MOST_HITS:
                taken[rule.id] = before + 1
                yield Hit(rule, number, tokens.starts[span[0]], tokens.ends[span[1] - 1])
            elif span or id(rule.find[number]) in sentences.alone:
                spent[id(owner)] = len(tokens.words)
            elif words and sentences[rule.skip].hopeless(rule, rule.find[number]):
                spent[id(owner)] = sentences.here[1]

    def _structures(self, reading: Reading, sentences: "_BySkip") -> Iterator[Hit]:
        if not self._asked:
            return
        held = Structures(reading, self._asked)
        for rule, number, clause in self._meeting(held.kinds):
            for start, end in islice(held.spans(rule, clause), MOST_HITS):
                words, window = reading.place(start, end)
                if window is None or sentences[rule.skip].passage(rule, clause, words, window):
                    yield Hit(rule, number, start, end)

    def _that_could_meet(self, held: frozenset[str]) -> list[tuple[Rule, int, Clause]]:
        return [found for kinds, found in self._structured if not kinds.isdisjoint(held)]


def _words_met(phrase: Phrase, owner: _Owner, start: int, sentences: "_BySkip") -> Span | None:
    rule, number, shape = owner
    reading = sentences.reading
    if shape == "portion" and not reading.portions:
        return None
    if not (sentences.cut or _worth_cutting(phrase, rule.find[number], start, sentences)):
        return None
    stop = sentences.window(start)[1]
    if start + phrase.graph.fewest > stop:
        return None
    end = phrase.graph.end_at(reading.words(rule.skip)[phrase.cased], start, stop)
    return (start, end) if end > 0 and shaped(shape, reading.text, reading.tokens, (start, end)) else None


def _worth_cutting(phrase: Phrase, clause: Clause, start: int, sentences: "_BySkip") -> bool:
    # Sentences are cut only where all the words are there, and their company somewhere: hardly ever.
    words = _words_for(phrase, sentences.reading)
    return phrase.end_at(words, start, len(words)) > 0 and sentences.may_accompany(clause)


def _words_for(phrase: Phrase, reading: Reading) -> list[str]:
    return reading.tokens.cased if phrase.cased else reading.tokens.words


def _owned(rule: Rule) -> list[tuple[Phrase, _Owner]]:
    owners: dict[tuple[int, Shape], _Owner] = {}
    return [
        (phrase, owners.setdefault((number, shape), (rule, number, shape)))
        for number, clause in enumerate(rule.find)
        for phrase, shape in clause.finds
    ]


class _BySkip(dict[frozenset[Region], "_Sentences"]):
    # What is known of the sentence at hand, for each set of regions that rules skip.
    def __init__(self, reading: Reading, around: _Around) -> None:
        super().__init__()
        self.reading, self._around = reading, around
        self.alone: set[int] = set()
        """The clauses, by `id`, whose company was looked for and stands nowhere in the text."""
        self._accompanied: set[int] = set()
        self.here: Span = (0, 0)
        """The window of the sentence that was asked for last."""
        self.cut = reading.cut

    def window(self, word: int) -> Span:
        """The window of the sentence that `word` stands in: mostly the one that was asked for last."""
        if not self.here[0] <= word < self.here[1]:
            self.here = self.reading.window(word)
            self.cut = True
        return self.here

    def __missing__(self, skip: frozenset[Region]) -> "_Sentences":
        self[skip] = made = _Sentences(self.reading, skip, self._around)
        return made

    def may_accompany(self, clause: Clause) -> bool:
        """Whether the company that `clause` asks for may stand anywhere at all: seen before sentences are cut."""
        if not clause.near or id(clause) in self._accompanied:
            return True
        if id(clause) not in self.alone:
            held = self._may_hold_any(_phrases_around(clause, "near", self._around))
            (self._accompanied if held else self.alone).add(id(clause))
        return id(clause) in self._accompanied

    def _may_hold_any(self, index: PhraseIndex[None]) -> bool:
        if not index.may_begin(self.reading.tokens.different):
            return False
        if len(self.reading.tokens.words) > _MANY_WORDS:
            return True
        every = (0, len(self.reading.tokens.words))
        return any(
            phrase.end_at(_words_for(phrase, self.reading), start, every[1]) > 0
            for phrase, _, start, _ in index.begun(self.reading.tokens.words, [every])
        )


class _Sentences:
    # Answers about the sentence a hit stands in, kept while later hits stand in the same one.
    def __init__(self, reading: Reading, skip: frozenset[Region], around: _Around) -> None:
        self.reading, self.words, self.around = reading, reading.words(skip), around
        self.window: Span = (0, 0)
        self.met: dict[tuple[int, str], list[Span]] = {}

    def passage(self, rule: Rule, clause: Clause, words: Span, window: Span) -> Span | None:
        if window != self.window:
            self.window, self.met = window, {}
        if (rule.unless_link or rule.with_link) and self.reading.linked(window) is rule.unless_link:
            return None
        company = self._company(clause, words, rule.neighbours and clause.within is None)
        if (
            company is None
            or self._excepted(rule, rule)
            or self._excepted(clause, rule)
            or self._let_pass(rule)
        ):
            return None
        return min(words[0], company[0]), max(words[1], company[1])

    def hopeless(self, rule: Rule, clause: Clause) -> bool:
        """Whether the sentence that a passage was just looked for in holds none, wherever its words stand."""
        if self.met.get((id(clause), "near")) == []:
            return True
        known = ((rule, "unless"), (rule, "beside"), (clause, "unless"))
        return any(self.met.get((id(holder), kind)) for holder, kind in known)

    def _excepted(self, holder: Rule | Clause, rule: Rule) -> bool:
        return bool(holder.unless and self._met(holder, "unless", rule.neighbours))

    def _let_pass(self, rule: Rule) -> bool:
        return bool(rule.beside and self._met(rule, "beside", neighbours=True))

    def _company(self, clause: Clause, words: Span, neighbours: bool) -> Span | None:
        if not clause.near:
            return words
        near = self._met(clause, "near", neighbours)
        first_after = bisect_left(near, (words[1], 0))
        last_before = bisect_right(near, (words[0], 0)) - 1
        beside = [near[place] for place in (last_before, first_after) if 0 <= place < len(near)]
        apart = [(max(span[0] - words[1], words[0] - span[1]), span) for span in beside]
        close = [
            found for found in apart if 0 <= found[0] <= (1 << 62 if clause.within is None else clause.within)
        ]
        return min(close)[1] if close else None

    def _met(self, holder: Rule | Clause, kind: _Kind, neighbours: bool) -> list[Span]:
        key = (id(holder), kind)
        if key not in self.met:
            index = _phrases_around(holder, kind, self.around)
            windows = self.reading.beside(self.window) if neighbours else [self.window]
            self.met[key] = [words for _, words, _ in index.hits(*self.words, windows)]
        return self.met[key]


def _phrases_around(holder: Rule | Clause, kind: _Kind, known: _Around) -> PhraseIndex[None]:
    key = (id(holder), kind)
    if key not in known:
        known[key] = PhraseIndex([(one, None) for one in _phrases_of(holder, kind)])
    return known[key]


def _phrases_of(holder: Rule | Clause, kind: _Kind) -> Sequence[Phrase]:
    if kind == "near" and isinstance(holder, Clause):
        return holder.near
    return holder.beside if kind == "beside" and isinstance(holder, Rule) else holder.unless
