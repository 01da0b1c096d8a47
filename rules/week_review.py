"""What a week says that none of its sentences does: the weekly rules of some packs, met with a weekly note.

A finding of a week stands at the first of its passages and names them all.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rules.finding import Finding, Level
from rules.masking import masked
from rules.pack import RulePack
from rules.phrase import Phrase
from rules.phrase_index import PhraseIndex
from rules.private_spans import Public, shown
from rules.reading import Reading, read
from rules.regions import Region, Span, inside
from rules.review import review
from rules.rule import Language
from rules.week_rule import WeekFind, WeekRule

_SKIP: frozenset[Region] = frozenset({"link-address", "code"})
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t][^\r\n]*", re.MULTILINE)
_SHOWN = 4
"""Most passages that a finding repeats."""


@dataclass(frozen=True, slots=True)
class _Passage:
    sentence: int
    words: Span
    about: str
    """The words met, or the last word of what the passage is about."""


def review_week(
    text: str, packs: Sequence[RulePack], language: Language = "en", *, asking: bool = False
) -> tuple[Finding, ...]:
    """What the weekly rules of `packs` find in the weekly note `text`, its private passages left out.

    Places are those in `text`. Questions only where `asking`: while it is being cleared. In time linear in the text.
    """
    rules = [rule for pack in packs for rule in pack.week_rules if asking or rule.level is not Level.QUESTION]
    left = shown(text)
    if not rules or not left.text.strip():
        return ()
    week = _Week(read(left.text), review(left.text, packs, language).findings)
    met = ((rule, week.met(rule)) for rule in rules)
    found = (_finding(week.reading, rule, passages, language) for rule, passages in met if passages)
    return tuple(_placed(finding, left) for finding in found)


def _placed(finding: Finding, left: Public) -> Finding:
    start, end = left.origin(finding.start, finding.end)
    return replace(finding, start=start, end=end)


class _Week:
    def __init__(self, reading: Reading, findings: tuple[Finding, ...]) -> None:
        self.reading = reading
        self._findings = findings
        self._numbers = {window: number for number, window in enumerate(reading.sentences)}
        headings = [found.span() for found in _HEADING.finditer(reading.text)]
        self._headings = {
            number
            for number, (first, _) in enumerate(reading.sentences)
            if inside(reading.tokens.starts[first], headings)
        }

    def met(self, rule: WeekRule) -> list[_Passage]:
        """The passages that make `rule` speak; none when it has nothing to say."""
        if len(self.reading.sentences) - len(self._headings) < rule.sentences:
            return []
        passages = self._remarked(rule) if rule.remarks else []
        if rule.remarks and not passages:
            return []
        if any(self._found(find.phrases) for find in rule.find if find.absent):
            return []
        wanted = [(find, self._found(find.phrases)) for find in rule.find if not find.absent]
        if rule.beside:
            return passages + _together(wanted, self._about(rule.beside))
        for find, places in wanted:
            kept = _enough(find, places)
            if not kept:
                return []
            passages += kept
        return sorted(passages, key=lambda passage: passage.words)

    def _remarked(self, rule: WeekRule) -> list[_Passage]:
        first: dict[int, _Passage] = {}
        for finding in self._findings:
            if finding.category in rule.remarks and finding.level > Level.QUESTION:
                words, window = self.reading.place(finding.start, finding.end)
                if window is not None:
                    at = self._numbers[window]
                    first.setdefault(at, _Passage(at, words, ""))
        return list(first.values()) if len(first) >= rule.at_least else []

    def _found(self, phrases: Iterable[Phrase]) -> list[_Passage]:
        # The first passage of each sentence and each wording.
        index = PhraseIndex([(phrase, None) for phrase in phrases])
        words, cased = self.reading.words(_SKIP)
        kept: dict[tuple[int, str], _Passage] = {}
        for at, window in enumerate(self.reading.sentences):
            if at not in self._headings:
                for _, span, _ in index.hits(words, cased, [window]):
                    about = " ".join(words[slice(*span)])
                    kept.setdefault((at, about), _Passage(at, span, about))
        return list(kept.values())

    def _about(self, phrases: Iterable[Phrase]) -> dict[int, set[str]]:
        about: dict[int, set[str]] = {}
        for passage in self._found(phrases):
            about.setdefault(passage.sentence, set()).add(passage.about.split()[-1])
        return about


def _enough(find: WeekFind, places: list[_Passage]) -> list[_Passage]:
    groups: dict[str, dict[int, _Passage]] = {}
    for place in places:
        groups.setdefault(place.about if find.same else "", {}).setdefault(place.sentence, place)
    largest = max(groups.values(), key=len, default={})
    return list(largest.values()) if len(largest) >= find.at_least else []


def _together(wanted: list[tuple[WeekFind, list[_Passage]]], about: Mapping[int, set[str]]) -> list[_Passage]:
    # For one person or thing, each thing looked for in a sentence of its own.
    for person in sorted(set[str]().union(*about.values())):
        taken: list[_Passage] = []
        for _, places in wanted:
            used = {passage.sentence for passage in taken}
            free = (
                place
                for place in places
                if place.sentence not in used and person in about.get(place.sentence, ())
            )
            passage = next(free, None)
            if passage is None:
                break
            taken.append(passage)
        else:
            return sorted(taken, key=lambda passage: passage.words)
    return []


def _finding(reading: Reading, rule: WeekRule, passages: Sequence[_Passage], language: Language) -> Finding:
    spans = [_span(reading, passage.words) for passage in passages]
    said = [reading.text[start:end] for start, end in spans]
    return Finding(
        rule=rule.id,
        by="rule",
        category=rule.category,
        level=rule.level,
        start=spans[0][0],
        end=spans[0][1],
        match=" … ".join(masked(one) for one in list(dict.fromkeys(said))[:_SHOWN]),
        message=rule.message.said(language),
        advice=rule.advice.said(language),
        source=rule.sources[0].source(language),
        answers=rule.answers_in(language),
        key=_key(rule, _sentences(reading, passages)),
    )


def _span(reading: Reading, words: Span) -> Span:
    return reading.tokens.starts[words[0]], reading.tokens.ends[max(words[1], words[0] + 1) - 1]


def _sentences(reading: Reading, passages: Iterable[_Passage]) -> Iterator[list[str]]:
    for at in sorted({passage.sentence for passage in passages}):
        yield reading.tokens.cased[slice(*reading.sentences[at])]


def _key(rule: WeekRule, sentences: Iterable[list[str]]) -> str:
    # A reason given for a week stands as long as the sentences it was given for.
    told = json.dumps([rule.id, *sentences])
    return hashlib.sha256(told.encode("utf-8")).hexdigest()
