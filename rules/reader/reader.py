"""The second reader: sentence by sentence, in context, one probability a category, a finding where it is high.

It asks and warns and never stops a text. What it has read once it remembers by its words, so that a text
that grows is read again only where it changed. It reads closely only where it may have a remark.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from rules.finding import Finding, Level
from rules.masking import masked
from rules.reader.attention import Attention
from rules.reader.calibration import Scale, calibration
from rules.reader.floors import Floors
from rules.reader.judge import Judge
from rules.reader.passages import Passage, passages
from rules.reader.remarks import Remark
from rules.reader.remembered import Remembered
from rules.reading import Reading, read
from rules.rule import Language
from rules.waiver import passage_key

MOST_PASSAGES = 20_000
"""Sentences of one text that are read; a text that has more is a dump, not a note."""
_AT_ONCE = 64
_MARK = "•"
_MASKED = frozenset({"credentials"})
_WORDS_SHOWN = 3
_WORDS_TRIED = 40
STRONG = 1.0
"""How far past asking, in log-odds, a category is raised beside another one: nearly three times the odds."""


class Reader:
    """A judge that knows what to say. Safe to call from several threads."""

    def __init__(
        self,
        judge: Judge,
        remarks: Mapping[str, Remark],
        language: Language,
        *,
        told: Callable[[int, int], None] | None = None,
        shifts: Mapping[str, float] | None = None,
        missed: Collection[tuple[str, str]] = (),
        floors: Floors | None = None,
        first: Judge | None = None,
    ) -> None:
        """`told` hears how many of how many passages are read; `shifts` is what one person taught it, and `missed`
        the category and the key of each sentence that it missed then: those it asks about.

        `floors`: how sparingly it reads, otherwise it reads all; `first`: a smaller judge that reads before it.
        Raises KeyError for weights without a calibration.
        """
        self._told = told
        self._judge = Remembered(judge)
        self._untaught = calibration(judge.weights.meta)
        self._scales = self._untaught.moved(shifts or {})
        before = (Remembered(first), calibration(first.weights.meta).moved(shifts or {})) if first else None
        self._attention = Attention(self._judge, self._scales, floors, before)
        self._missed = frozenset(missed)
        self._remarks = remarks
        self._language = language

    @property
    def name(self) -> str:
        """`small` or `large`."""
        return self._judge.weights.name

    @property
    def version(self) -> str:
        """The version of its weights and the beginning of their fingerprint."""
        weights = self._judge.weights
        return f"{weights.version}+{weights.fingerprint[:12]}"

    def forget(self) -> None:
        """Read every sentence anew from here on: what it costs is measured so."""
        self._judge.forget()

    def read(self, text: str, wanted: Callable[[], bool] = lambda: True) -> tuple[Finding, ...]:
        """What it remarks on in `text`, by first code point, then by category; places in code points.

        `wanted` is asked now and then while a long text is read: once it says no, what was read is remembered and
        nothing is remarked on.
        """
        reading = read(text)
        places = passages(reading)[:MOST_PASSAGES]
        chances_of = self._scored(places, wanted=wanted)
        if len(chances_of) < len(places):
            return ()
        scored = [_foremost(self._scales.scales, chances) for chances in chances_of]
        found = [
            self._finding(reading, places[at], category, level, scale.lead(scored[at][category]))
            for category, scale in self._scales.scales.items()
            for at, level in _told(scale, [chances.get(category, 0.0) for chances in scored])
        ]
        found += self._missed_before(reading, places, found)
        secret = {finding.start for finding in found if finding.category in _MASKED}
        return _in_order(
            _masked(finding, self._language) if finding.start in secret else finding for finding in found
        )

    def _missed_before(
        self, reading: Reading, places: Sequence[Passage], found: Sequence[Finding]
    ) -> list[Finding]:
        raised = {(finding.category, finding.start) for finding in found}
        asked = [
            self._finding(reading, place, category, Level.QUESTION)
            for category in sorted({category for category, _ in self._missed})
            for place in places
            if (category, place.start) not in raised
        ]
        return [finding for finding in asked if (finding.category, finding.key) in self._missed]

    def probabilities(self, text: str) -> dict[str, float]:
        """The highest probability of each category among the sentences of `text`; 0 where there is none."""
        scored = self._scored(passages(read(text))[:MOST_PASSAGES], whole=True)
        return {name: max((one[name] for one in scored), default=0.0) for name in self._scales.scales}

    def untaught(self, finding: Finding, text: str) -> float:
        """What the weights alone say of a finding's sentence in `text`, between 0 and 1."""
        places = passages(read(text))
        for place in places:
            if place.start == finding.start:
                alone, context = self._judge.weigh([place.alone, place.context])
                return self._untaught.probabilities(alone, context, among=len(places))[finding.category]
        return 0.0

    def missed(self, text: str, category: str) -> Finding | None:
        """The sentence of `text` that comes nearest to `category`, as a finding; None where there is no sentence.

        One that it does not raise as that goes before all that it does.
        """
        reading = read(text)
        places = passages(reading)[:MOST_PASSAGES]
        chances = [one[category] for one in self._scored(places, whole=True)]
        raised = {finding.start for finding in self.read(text) if finding.category == category}
        if not places:
            return None
        best = max(range(len(places)), key=lambda at: (places[at].start not in raised, chances[at]))
        return self._finding(reading, places[best], category, Level.QUESTION)

    def moved_by(self, finding: Finding, text: str) -> tuple[str, ...]:
        """The words of the finding's sentence without which it would have been least likely, most telling first."""
        words = text[finding.start : finding.end].split()
        if finding.by != "reader" or _MARK in finding.match or not 1 < len(words) <= _WORDS_TRIED:
            return ()
        without = [" ".join(words[:at] + words[at + 1 :]) for at in range(len(words))]
        chances = [
            self._scales.probabilities(logits, logits)[finding.category]
            for logits in self._judge.weigh([" ".join(words), *without])
        ]
        whole, *rest = chances
        order = sorted(range(len(words)), key=lambda at: rest[at])[:_WORDS_SHOWN]
        bare = (words[at].strip(".,;:!?…«»“”\"'()") for at in order if rest[at] < whole)
        return tuple(dict.fromkeys(word for word in bare if word))

    def _scored(
        self, places: Sequence[Passage], *, whole: bool = False, wanted: Callable[[], bool] = lambda: True
    ) -> list[dict[str, float]]:
        # Fewer than the places where it is no longer wanted.
        scored: list[dict[str, float]] = []
        for some in _batches(places):
            if not wanted():
                break
            if self._told and len(some) < len(places):
                self._told(len(scored), len(places))
            scored += self._attention.chances(some, len(places), whole=whole)
        return scored

    def _finding(
        self, reading: Reading, place: Passage, category: str, level: Level, lead: float = 0.0
    ) -> Finding:
        remark = self._remarks[category]
        return remarked(remark, place, reading, level=level, language=self._language, lead=lead)


def remarked(
    remark: Remark, place: Passage, reading: Reading, *, level: Level, language: Language, lead: float = 0.0
) -> Finding:
    """The finding that says `remark` of the passage at `place`; `lead` as `Finding` has it."""
    return Finding(
        rule=remark.rule,
        by="reader",
        category=remark.category,
        level=level,
        start=place.start,
        end=place.end,
        match=masked(
            reading.text[place.start : place.end], whole=remark.category in _MASKED, language=language
        ),
        message=remark.message.said(language),
        advice=remark.advice.said(language),
        source=remark.source(language),
        answers=remark.answers[language],
        key=passage_key(remark.rule, place.start, place.end, reading),
        lead=lead,
    )


def recalled(
    text: str, said: Mapping[str, str], remarks: Mapping[str, Remark], language: Language
) -> tuple[Finding, ...]:
    """What was `said` of `text` before (the key of each remark and its rule), where its sentence still stands.

    Nothing is weighed, so that a list may ask of each note; how sure the reader was is not kept: each is a question.
    """
    reading = read(text)
    meant = [remark for remark in remarks.values() if remark.rule in said.values()]
    each = (
        remarked(remark, place, reading, level=Level.QUESTION, language=language)
        for place in passages(reading)[:MOST_PASSAGES]
        for remark in meant
    )
    return tuple(finding for finding in each if finding.key in said)


def _batches(places: Sequence[Passage]) -> Iterator[list[Passage]]:
    # Some passages after the others, no stretch of neighbours cut.
    some: list[Passage] = []
    for _, stretch in groupby(places, key=lambda place: place.context):
        some += stretch
        if len(some) >= _AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _told(scale: Scale, chances: Sequence[float]) -> Iterator[tuple[int, Level]]:
    # Of sentences in a row that are all over the threshold, the surest: they share their context.
    best = -1
    for at, chance in enumerate([*chances, -1.0]):
        if scale.level(chance) is not None:
            best = at if best < 0 or chance > chances[best] else best
        elif best >= 0:
            level = scale.level(chances[best])
            if level is not None:
                yield best, level
            best = -1


def _foremost(scales: Mapping[str, Scale], chances: Mapping[str, float]) -> dict[str, float]:
    # One question a sentence: the likeliest. Another category speaks beside it only where it warns or is strong.
    over = {name: chance for name, chance in chances.items() if scales[name].level(chance) is not None}
    if len(over) < 2:
        return over
    best = max(over, key=lambda name: (scales[name].level(over[name]), scales[name].lead(over[name])))
    return {
        name: chance
        for name, chance in over.items()
        if name == best or chance >= scales[name].warning or scales[name].lead(chance) >= STRONG
    }


def _loud(finding: Finding) -> bool:
    return finding.level > Level.QUESTION or finding.lead >= STRONG


def joined(
    by_rules: Iterable[Finding], by_reader: Iterable[Finding], language: Language = "en"
) -> tuple[Finding, ...]:
    """The findings of both: where they speak of one sentence and category, one finding.

    The rule's stays, for it is the more exact; when it only asks and the reader would warn, it warns. Of a sentence
    that a rule holds already the reader says nothing else, unless it would warn or is strong. What a rule masked
    is masked in the sentence around it too, its length told in `language`.
    """
    rules = list(by_rules)
    hidden = [rule for rule in rules if _MARK in rule.match]
    extra: list[Finding] = []
    for finding in by_reader:
        same = [at for at, other in enumerate(rules) if _one(other, finding)]
        if not same:
            if _loud(finding) or not any(_holds(rule, finding) for rule in rules):
                meets = any(_meet(rule, finding) for rule in hidden)
                extra.append(_masked(finding, language) if meets else finding)
        elif all(rules[at].level < finding.level for at in same):
            heaviest = max(same, key=lambda at: rules[at].level)
            rules[heaviest] = replace(rules[heaviest], level=finding.level)
    return _in_order((*rules, *extra))


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.start, -finding.level, finding.rule)))


def _masked(finding: Finding, language: Language) -> Finding:
    unseen = "x" * (finding.end - finding.start)
    return replace(finding, match=masked(unseen, whole=True, language=language))


def _meet(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end


def _one(rule: Finding, sentence: Finding) -> bool:
    return rule.category == sentence.category and _holds(rule, sentence)


def _holds(rule: Finding, sentence: Finding) -> bool:
    return rule.level > Level.NOTE and _meet(rule, sentence)
