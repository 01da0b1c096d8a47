"""Reading one rule of a pack from its table, down to every phrase."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from rules.finding import Level
from rules.identifiers.catalogue import DETECTORS
from rules.nearest import nearest
from rules.pack_lists import Listed, account, site
from rules.pack_table import Fault, Table
from rules.phrase import Phrase, PhraseError, parse_phrase
from rules.regions import REGIONS, Region
from rules.rule import Answer, Citation, Clause, Example, Language, Rule, Shape, Wording
from rules.signs.catalogue import SIGNS

MOST_PHRASES = 400
"""Most phrases in one list of a rule."""
LONGEST_EXAMPLE = 2000
"""Longest example or message, in code points."""
MOST_ANSWERS = 6
"""Most answers a rule offers in one language."""
LONGEST_ANSWER = 80
"""Longest answer offered, in code points."""
LANGUAGES: tuple[Language, ...] = ("en", "fr")

_KEYS = (
    "id", "title", "category", "level", "clause", "sources", "languages", "find", "unless", "unless-lists",
    "unless-link", "with-link", "neighbours", "only-in", "asleep", "skip", "mask", "message", "advice", "at-clearing",
    "answers", "flags", "passes", "known-misses",
)  # fmt: skip
_CLAUSE_KEYS = (
    "phrases", "exact", "lists", "banner", "portion", "identifiers", "signs", "handles", "hashtags", "sites",
    "account-lists",
    "near", "near-lists", "within", "unless",
)  # fmt: skip
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+){0,7}")
_LEVELS = {level.word: level for level in Level}
_SHAPES: dict[str, tuple[Shape, bool]] = {
    "phrases": ("words", False),
    "exact": ("words", True),
    "banner": ("banner", True),
    "portion": ("portion", True),
}


@dataclass(frozen=True, slots=True)
class Shared:
    """What the rules of a pack share."""

    languages: tuple[Language, ...]
    sources: dict[str, Citation]
    """By id, each without a clause."""
    lists: dict[str, Listed]


def rule_from(table: Table, shared: Shared) -> Rule:
    """The rule in `table`; raises Fault at the first thing that cannot be read."""
    table.only(_KEYS)
    return Rule(
        **spoken(table, shared),
        find=clauses(table, shared),
        unless=phrases(table, "unless"),
        beside=list_phrases(table, "unless-lists", shared),
        unless_link=table.flag("unless-link"),
        with_link=table.flag("with-link"),
        neighbours=table.flag("neighbours"),
        only_in=name(table, "only-in") if "only-in" in table.data else "",
        asleep=table.flag("asleep"),
        skip=_skip(table),
        mask=table.flag("mask"),
        at_clearing=_at_clearing(table),
        known_misses=examples(table, "known-misses"),
    )


def spoken(table: Table, shared: Shared) -> dict[str, Any]:
    """What every rule says, from its table, by the names of the fields of `Spoken`."""
    return {
        "id": name(table, "id"),
        "title": wording(table, "title"),
        "category": name(table, "category"),
        "level": level(table),
        "clause": table.text("clause"),
        "sources": citations(table, shared.sources),
        "languages": language_list(table, shared.languages),
        "message": wording(table, "message"),
        "advice": wording(table, "advice"),
        "answers": answers(table),
        "flags": examples(table, "flags"),
        "passes": examples(table, "passes"),
    }


def name(table: Table, key: str) -> str:
    """A name in small letters, digits and hyphens, at most 60 code points."""
    found = table.text(key)
    if len(found) > 60 or not _NAME.fullmatch(found):
        raise table.fault(key, "must be small letters and digits joined by hyphens, such as live-tender")
    return found


def wording(table: Table, key: str) -> Wording:
    """A table with `en`, `fr` or both; one text stands for both."""
    if isinstance(table.data.get(key), str):
        return Wording(_short(table, key), None)
    said = table.table(key)
    if not said.data:
        raise Fault(table.path, f"the key “{key}” is missing")
    said.only(LANGUAGES)
    texts = {language: _short(said, language) for language in said.data}
    return Wording(texts.get("en"), texts.get("fr"))


def language_list(table: Table, default: tuple[Language, ...]) -> tuple[Language, ...]:
    """The languages a pack or a rule claims; `default` when it does not say."""
    asked = table.texts("languages")
    if any(code not in default for code in asked):
        raise table.fault("languages", f"may only hold {' and '.join(default)}")
    return tuple(code for code in default if code in asked) or default


def phrases(table: Table, key: str, cased: bool = False) -> tuple[Phrase, ...]:
    """The phrases under `key`, ready to be met; none when absent."""
    written = table.texts(key)
    if len(written) > MOST_PHRASES:
        raise table.fault(key, f"holds {len(written)} phrases; the most is {MOST_PHRASES}")
    return tuple(_phrase(table, key, phrase, cased) for phrase in written)


def _phrase(table: Table, key: str, written: str, cased: bool) -> Phrase:
    try:
        return parse_phrase(written, cased)
    except PhraseError as problem:
        raise table.fault(key, f"has a phrase that {problem}: “{written[:60]}”", written) from None


def _short(table: Table, key: str) -> str:
    found = table.text(key)
    if len(found) > LONGEST_EXAMPLE:
        raise table.fault(key, f"is longer than {LONGEST_EXAMPLE} characters")
    return found


def level(table: Table) -> Level:
    """What the key `level` of a rule says. Raises Fault for anything but a level's name."""
    found = table.text("level")
    if found not in _LEVELS:
        raise table.fault("level", f"is “{found[:20]}”; it must be one of {', '.join(_LEVELS)}")
    return _LEVELS[found]


def citations(table: Table, sources: dict[str, Citation]) -> tuple[Citation, ...]:
    """The sources under `sources`, each with its clause; at least one."""
    return tuple(_citation(table, written, sources) for written in table.texts("sources")) or _none(
        table, "sources"
    )


def _citation(table: Table, written: str, sources: dict[str, Citation]) -> Citation:
    known, _, clause = written.partition("#")
    if known not in sources:
        raise table.fault("sources", f"names “{known[:40]}”, which is not under [sources]", written)
    source = sources[known]
    return Citation(source.title, clause.strip(), source.url, source.checked)


def clauses(table: Table, shared: Shared) -> tuple[Clause, ...]:
    """What to look for: every [[find]]."""
    return tuple(_clause(find, shared) for find in table.tables("find")) or _none(table, "find")


def _clause(table: Table, shared: Shared) -> Clause:
    table.only(_CLAUSE_KEYS)
    finds = _finds(table, shared)
    near, within, alone = _company(table, shared)
    accounts = lists_named(table, "account-lists", shared)
    clause = Clause(
        finds,
        near,
        within,
        phrases(table, "unless"),
        (*_detectors(table, "identifiers", DETECTORS), *_detectors(table, "signs", SIGNS)),
        _names(table, "handles", "@").union(*(one.handles for one in accounts)),
        _names(table, "hashtags", "#").union(*(one.hashtags for one in accounts)),
        _sites(table).union(*(one.sites for one in accounts)),
    )
    if not alone and (finds or clause.structured):
        return clause
    # With nothing to look for, or no company, it meets nothing until a row counts again.
    if not (alone or _rests(table, ("lists", "account-lists"), shared)):
        _none(table, "phrases")
    return Clause((), (), None, ())


def _finds(table: Table, shared: Shared) -> tuple[tuple[Phrase, Shape], ...]:
    own: tuple[tuple[Phrase, Shape], ...] = tuple(
        (phrase, shape) for key, (shape, cased) in _SHAPES.items() for phrase in phrases(table, key, cased)
    )
    return own + tuple((phrase, "words") for phrase in list_phrases(table, "lists", shared))


def _company(table: Table, shared: Shared) -> tuple[tuple[Phrase, ...], int | None, bool]:
    """What must stand near, within how many words if that is said, and whether all lists of it are out of date."""
    near = (*phrases(table, "near"), *list_phrases(table, "near-lists", shared))
    alone = not near and _rests(table, ("near-lists",), shared)
    within = table.number("within", 0, 100) if "within" in table.data else None
    if within is not None and not near and not alone:
        raise table.fault("within", "needs “near” or “near-lists” beside it")
    if table.texts("near-lists") and not near and not alone:
        raise table.fault("near-lists", "names no list with words; company is told by words")
    return near, within, alone


def _rests(table: Table, keys: tuple[str, ...], shared: Shared) -> bool:
    return any(one.resting for key in keys for one in lists_named(table, key, shared))


def _detectors(table: Table, key: str, known: Collection[str]) -> tuple[str, ...]:
    asked = table.texts(key)
    for name_ in asked:
        if name_ not in known:
            near = nearest(name_, known)
            instead = f"; did you mean {near}?" if near else f"; there are {', '.join(known)}"
            raise table.fault(key, f"names “{name_[:40]}”, which nothing detects{instead}", name_)
    return tuple(asked)


def _names(table: Table, key: str, sign: str) -> frozenset[str]:
    asked = table.texts(key)
    names = {written: account(written, sign) for written in asked}
    for written, found in names.items():
        if found is None:
            raise table.fault(key, f"holds “{written[:40]}”, which is no name such as {sign}name", written)
    return frozenset(found for found in names.values() if found is not None)


def _sites(table: Table) -> frozenset[str]:
    hosts = {written: site(written) for written in table.texts("sites")}
    for written, found in hosts.items():
        if found is None:
            raise table.fault(
                "sites", f"holds “{written[:40]}”, which is no site such as example.org", written
            )
    return frozenset(found for found in hosts.values() if found is not None)


def lists_named(table: Table, key: str, shared: Shared) -> list[Listed]:
    """The lists that `key` names."""
    for asked in table.texts(key):
        if asked not in shared.lists:
            raise table.fault(key, f"names “{asked[:40]}”, which is not under [lists]", asked)
    return [shared.lists[asked] for asked in table.texts(key)]


def list_phrases(table: Table, key: str, shared: Shared) -> tuple[Phrase, ...]:
    """The phrases of the lists that `key` names."""
    return tuple(phrase for one in lists_named(table, key, shared) for phrase in one.phrases)


def _skip(table: Table) -> frozenset[Region]:
    if "skip" not in table.data:
        return frozenset({"link-address"})
    asked = table.texts("skip")
    if any(region not in REGIONS for region in asked):
        raise table.fault("skip", f"may only hold {', '.join(REGIONS)}")
    return frozenset(region for region in REGIONS if region in asked)


def _at_clearing(table: Table) -> bool:
    asked = table.flag("at-clearing")
    if asked and table.data.get("level") != Level.QUESTION.word:
        raise table.fault("at-clearing", "is for rules of the level question; change one of the two")
    return asked


def answers(table: Table) -> tuple[Answer, ...]:
    """The answers a rule offers; none when absent."""
    told = table.table("answers")
    told.only(LANGUAGES)
    for language in told.data:
        texts = told.texts(language)
        if len(texts) > MOST_ANSWERS or any(len(text) > LONGEST_ANSWER for text in texts):
            raise told.fault(
                language, f"holds more than {MOST_ANSWERS} answers or one over {LONGEST_ANSWER} characters"
            )
    return tuple(Answer(text, language) for language in LANGUAGES for text in told.texts(language))


def examples(table: Table, key: str) -> tuple[Example, ...]:
    """The sentences under `key`, with their languages; none when absent."""
    told = table.table(key)
    told.only(LANGUAGES)
    for language in told.data:
        if any(len(text) > LONGEST_EXAMPLE for text in told.texts(language)):
            raise told.fault(language, f"has an example longer than {LONGEST_EXAMPLE} characters")
    return tuple(
        Example(text, language, (*told.path, language))
        for language in LANGUAGES
        for text in told.texts(language)
    )


def _none(table: Table, key: str) -> tuple[()]:
    raise Fault(table.path, f"the key “{key}” is missing or empty")
