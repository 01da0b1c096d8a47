"""Packs that were read and tried already, as JSON text and back: what takes long is done once for each content.

The form is data like the packs are. It leaves out what serves only while a pack is read and tried: its text, and where
in it each example stands. It has a line for some phrases and one for each rule, so that one at a time is taken up and
nothing of the others lies about meanwhile. A text that is not such a form is refused with FormError, whatever is wrong.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, get_args

from rules.calendar import Calendar, Period
from rules.finding import Level
from rules.kept_examples import KeptExamples, written_examples
from rules.pack import RulePack
from rules.phrase import Phrase
from rules.rule import Answer, Citation, Clause, Rule, Shape, Spoken, Wording
from rules.week_rule import WeekFind, WeekRule

_IN_A_LINE = 64
"""Phrases: a line for each would take longer to read, one for all would hold all of them twice."""
_SHAPES: dict[str, Shape] = {shape: shape for shape in get_args(Shape)}
_named = lru_cache(maxsize=256)(Wording)
"""A source's title or address: one and the same for all the rules that rest on it."""


@lru_cache(maxsize=256)
def _set_of(*members: str) -> frozenset[Any]:
    # One and the same for all that hold the same: most hold nothing, and even that takes 200 bytes.
    return frozenset(members)


class FormError(ValueError):
    """A text that is not the form of packs."""


def written(packs: Sequence[RulePack]) -> str:
    """The form of `packs`: how many lines of phrases and how many packs, then those, each pack with its rules."""
    phrases = _Numbered()
    listed = [parts for pack in packs for parts in _pack(pack, phrases)]
    known = [_phrase(phrase, begins=begins) for phrase, begins in phrases.all.items()]
    rows = [known[first : first + _IN_A_LINE] for first in range(0, len(known), _IN_A_LINE)]
    lines = ([len(rows), len(packs)], *rows, *listed)
    return "\n".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in lines)


def read_back(form: Iterable[str | bytes]) -> tuple[RulePack, ...]:
    """The packs in the lines of `form`, equal to those that were written. Raises FormError."""
    try:
        return _read_back(map(json.loads, form))
    except (ValueError, TypeError, LookupError, AttributeError, RuntimeError, StopIteration) as problem:
        raise FormError(type(problem).__name__) from None


def _read_back(parts: Iterator[Any]) -> tuple[RulePack, ...]:
    many_rows, many_packs = next(parts)
    phrases = [_phrase_of(*phrase) for row in _some(parts, many_rows) for phrase in row]
    packs = tuple(_pack_of(pack, parts, phrases) for pack in _some(parts, many_packs))
    if next(parts, None) is not None:
        raise FormError("more than was told")
    return packs


def _some(parts: Iterator[Any], many: int) -> Iterator[Any]:
    # A form that ends too soon is an error here, not the end.
    for _ in range(many):
        yield next(parts)


class _Numbered:
    # Each phrase once, with whether it is looked for in every text: only then is it kept how it can begin.
    def __init__(self) -> None:
        self.all: dict[Phrase, bool] = {}
        self._numbers: dict[Phrase, int] = {}

    def number(self, phrase: Phrase, *, begins: bool) -> int:
        self.all[phrase] = self.all.get(phrase, False) or begins
        return self._numbers.setdefault(phrase, len(self._numbers))


def _phrase(phrase: Phrase, *, begins: bool) -> list[Any]:
    return [phrase.written, phrase.cased, phrase.openings if begins else None]


def _phrase_of(spelled: object, cased: bool, opened: object) -> Phrase:
    if not isinstance(spelled, str) or not isinstance(opened, str | None):
        raise FormError("phrase")
    return Phrase(spelled, cased, opened)


def _pack(pack: RulePack, phrases: _Numbered) -> Iterator[Any]:
    yield {
        "id": pack.id,
        "version": pack.version,
        "title": _said(pack.title),
        "publisher": pack.publisher,
        "licence": pack.licence,
        "languages": pack.languages,
        "effective": pack.effective.isoformat(),
        "review_by": pack.review_by.isoformat(),
        "extends": pack.extends,
        "without": pack.without,
        "rules": len(pack.rules),
        "week_rules": len(pack.week_rules),
        "calendars": [_calendar(calendar) for calendar in pack.calendars],
        "notices": pack.notices,
        "name": pack.name,
    }
    yield from (_rule(rule, phrases) for rule in pack.rules)
    yield from (_week_rule(rule, phrases) for rule in pack.week_rules)


def _pack_of(told: dict[str, Any], parts: Iterator[Any], phrases: list[Phrase]) -> RulePack:
    return RulePack(
        id=told["id"],
        version=told["version"],
        title=Wording(*told["title"]),
        publisher=told["publisher"],
        licence=told["licence"],
        languages=tuple(told["languages"]),
        effective=date.fromisoformat(told["effective"]),
        review_by=date.fromisoformat(told["review_by"]),
        extends=told["extends"],
        without=tuple(told["without"]),
        changes=(),
        rules=tuple(_rule_of(rule, phrases) for rule in _some(parts, told["rules"])),
        week_rules=tuple(_week_rule_of(rule, phrases) for rule in _some(parts, told["week_rules"])),
        calendars=tuple(_calendar_of(*calendar) for calendar in told["calendars"]),
        notices=tuple(told["notices"]),
        name=told["name"],
    )


def _calendar(calendar: Calendar) -> list[Any]:
    periods = [
        [_said(one.title), *(day.isoformat() for day in (one.first, one.last, one.checked)), one.source]
        for one in calendar.periods
    ]
    return [calendar.id, calendar.raises, periods]


def _calendar_of(known: str, raises: list[str], periods: list[list[Any]]) -> Calendar:
    found = []
    for title, first, last, checked, source in periods:
        days = [date.fromisoformat(day) for day in (first, last, checked)]
        found.append(Period(Wording(*title), days[0], days[1], source, days[2]))
    return Calendar(known, tuple(raises), tuple(found))


def _rule(rule: Rule, phrases: _Numbered) -> list[Any]:
    return [
        _spoken(rule),
        [_clause(clause, phrases) for clause in rule.find],
        _numbers(rule.unless, phrases),
        _numbers(rule.beside, phrases),
        [
            rule.unless_link,
            rule.with_link,
            rule.neighbours,
            rule.only_in,
            rule.asleep,
            rule.mask,
            rule.at_clearing,
        ],
        sorted(rule.skip),
        written_examples(rule.known_misses),
    ]


def _rule_of(parts: list[Any], phrases: list[Phrase]) -> Rule:
    said, find, unless, beside, flags, skip, misses = parts
    unless_link, with_link, neighbours, only_in, asleep, mask, at_clearing = flags
    return Rule(
        **_spoken_of(said),
        find=tuple(_clause_of(clause, phrases) for clause in find),
        unless=tuple(phrases[number] for number in unless),
        beside=tuple(phrases[number] for number in beside),
        unless_link=unless_link,
        with_link=with_link,
        neighbours=neighbours,
        only_in=only_in,
        asleep=asleep,
        skip=_set_of(*skip),
        mask=mask,
        at_clearing=at_clearing,
        known_misses=KeptExamples(misses),
    )


def _week_rule(rule: WeekRule, phrases: _Numbered) -> list[Any]:
    return [
        _spoken(rule),
        [rule.sentences, rule.at_least],
        rule.remarks,
        _numbers(rule.beside, phrases),
        [[_numbers(find.phrases, phrases), find.at_least, find.same, find.absent] for find in rule.find],
    ]


def _week_rule_of(parts: list[Any], phrases: list[Phrase]) -> WeekRule:
    said, (sentences, at_least), remarks, beside, find = parts
    return WeekRule(
        **_spoken_of(said),
        sentences=sentences,
        remarks=tuple(remarks),
        at_least=at_least,
        beside=tuple(phrases[number] for number in beside),
        find=tuple(WeekFind(tuple(phrases[one] for one in numbers), *rest) for numbers, *rest in find),
    )


def _numbers(some: Sequence[Phrase], phrases: _Numbered) -> list[int]:
    return [phrases.number(phrase, begins=False) for phrase in some]


def _spoken(rule: Spoken) -> list[Any]:
    return [
        [rule.id, rule.category, int(rule.level), rule.clause],
        [_said(said) for said in (rule.title, rule.message, rule.advice)],
        _sources(rule.sources),
        rule.languages,
        [[answer.text, answer.language] for answer in rule.answers],
        [written_examples(kind) for kind in (rule.flags, rule.passes)],
    ]


def _spoken_of(parts: list[Any]) -> dict[str, Any]:
    (known, category, level, clause), said, sources, languages, answers, examples = parts
    title, message, advice = (Wording(*one) for one in said)
    flags, passes = map(KeptExamples, examples)
    return {
        "id": known,
        "title": title,
        "category": category,
        "level": Level(level),
        "clause": clause,
        "sources": _sources_of(sources),
        "languages": tuple(languages),
        "message": message,
        "advice": advice,
        "answers": tuple(Answer(*answer) for answer in answers),
        "flags": flags,
        "passes": passes,
    }


def _sources(sources: Sequence[Citation]) -> list[Any]:
    return [[_said(one.title), one.clause, _said(one.url), one.checked] for one in sources]


def _sources_of(parts: list[Any]) -> tuple[Citation, ...]:
    return tuple(Citation(_named(*name), clause, _named(*url), day) for name, clause, url, day in parts)


def _clause(clause: Clause, phrases: _Numbered) -> list[Any]:
    return [
        [[phrases.number(phrase, begins=True), shape] for phrase, shape in clause.finds],
        _numbers(clause.near, phrases),
        clause.within,
        _numbers(clause.unless, phrases),
        clause.identifiers,
        sorted(clause.handles),
        sorted(clause.hashtags),
        sorted(clause.sites),
    ]


def _clause_of(parts: list[Any], phrases: list[Phrase]) -> Clause:
    finds, near, within, unless, identifiers, handles, hashtags, sites = parts
    return Clause(
        tuple((phrases[number], _SHAPES[shape]) for number, shape in finds),
        tuple(phrases[number] for number in near),
        within,
        tuple(phrases[number] for number in unless),
        tuple(identifiers),
        _set_of(*handles),
        _set_of(*hashtags),
        _set_of(*sites),
    )


def _said(wording: Wording) -> list[str | None]:
    return [wording.en, wording.fr]
