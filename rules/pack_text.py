"""Reading a rule pack from TOML text, once for each content: what was read is kept in the form of rules/pack_form.py.

A pack that cannot be read is refused whole, in one sentence with file, line and key. A rule without
examples in every language it claims is left out and named in the notices: no test, no load.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from rules.pack import LARGEST, PackError, RulePack
from rules.pack_change import changes
from rules.pack_lines import Path, line_of, spelled
from rules.pack_lists import Listed
from rules.pack_rule import LANGUAGES, Shared, language_list, name, rule_from, wording
from rules.pack_sheets import Beside, calendars, listed
from rules.pack_table import Fault, Table
from rules.pack_week_rule import week_rule_from
from rules.rule import Citation, Rule
from rules.week_rule import WeekRule

FORMAT = 1
"""The newest pack format this version reads."""
MOST_WORDS = 20_000
"""Most words in all phrases of a pack: it bounds the time to load one."""
MOST_RULES = 500
NO_SHEETS: Mapping[str, str] = MappingProxyType({})
"""For a pack that keeps none."""

_KEYS = (
    "id", "version", "title", "publisher", "licence", "languages", "requires", "effective", "review-by",
    "sources", "lists", "calendars", "extends", "without", "change", "rule", "week-rule",
)  # fmt: skip
_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){1,2}")
_SYNTAX = re.compile(r"(.*) \(at line (\d+), column \d+\)", re.DOTALL)


def parse_pack(
    text: str, name: str, sheets: Mapping[str, str] = NO_SHEETS, today: date | None = None
) -> RulePack:
    """Read a pack from TOML `text`; `name` is its file's name, for messages. Raises PackError.

    `sheets`: the CSV files beside it, by name; rows of theirs that are not of the day `today` are left out.
    """
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > LARGEST:
        raise PackError(f"the pack is {size:,} bytes; the most is {LARGEST:,}; split it in two", name, 1, "")
    data = _toml(text.removeprefix("\ufeff").replace("\r\n", "\n"), name)
    try:
        return _pack(Table(data), name, text, Beside(sheets, today))
    except Fault as fault:
        line = line_of(text, fault.path, fault.value)
        raise PackError(str(fault), name, line, spelled(fault.path)) from None


def _toml(text: str, name: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        found = _SYNTAX.fullmatch(str(problem))
        said, line = (
            (found[1], int(found[2])) if found else (str(problem).split(" (at")[0], text.count("\n") + 1)
        )
        raise PackError(f"this is not TOML ({said[:120]}); mend this line", name, line, "") from None
    except RecursionError:
        raise PackError("brackets are nested too deep; write them out as tables", name, 1, "") from None


def _pack(table: Table, name_of_file: str, text: str, beside: Beside) -> RulePack:
    _must_be_readable(table)
    languages = language_list(table, LANGUAGES)
    sources, lists = dict(_sources(table.table("sources"))), dict(_lists(table.table("lists"), beside))
    shared = Shared(languages, sources, lists)
    rules, week_rules, notices = _tested(table, shared, text, name_of_file)
    return RulePack(
        id=name(table, "id"),
        version=_version(table),
        title=wording(table, "title"),
        publisher=table.text("publisher"),
        licence=table.text("licence"),
        languages=languages,
        effective=table.day("effective"),
        review_by=table.day("review-by"),
        extends=_base(table),
        without=tuple(table.texts("without")),
        changes=tuple(changes(table, shared)),
        rules=rules,
        week_rules=week_rules,
        calendars=calendars(table, beside),
        notices=(*_resting(lists, text, name_of_file), *notices),
        name=name_of_file,
        text=text,
    )


def _must_be_readable(table: Table) -> None:
    if table.number("requires", 1, 1_000_000) > FORMAT:
        raise table.fault(
            "requires",
            f"asks for pack format {table.data['requires']}; update Clearday, which reads {FORMAT}",
        )
    table.only(_KEYS)


def _tested(
    table: Table, shared: Shared, text: str, name_of_file: str
) -> tuple[tuple[Rule, ...], tuple[WeekRule, ...], tuple[str, ...]]:
    """The rules that carry their examples, those over a week, and a notice for each that is left out."""
    rules = _rules(table, shared)
    week_rules = [week_rule_from(row, shared) for row in table.tables("week-rule")]
    _must_be_apart(table, rules, week_rules)
    notices = {
        rule.id: _notice(rule, text, name_of_file, path)
        for path, rule in _placed(rules, week_rules)
        if _untested(rule)
    }
    return (
        tuple(rule for rule in rules if rule.id not in notices),
        tuple(rule for rule in week_rules if rule.id not in notices),
        tuple(notices.values()),
    )


def _version(table: Table) -> str:
    found = table.text("version")
    if not _VERSION.fullmatch(found):
        raise table.fault("version", "must be numbers with points between, such as 1.2.0")
    return found


def _base(table: Table) -> str:
    if "extends" in table.data:
        return name(table, "extends")
    for key in ("without", "change"):
        if key in table.data:
            raise table.fault(key, "says what to leave out or change, but not of which pack; add “extends”")
    return ""


def _sources(table: Table) -> Iterator[tuple[str, Citation]]:
    for known in table.data:
        source = table.table(known)
        source.only(("title", "url", "checked"))
        url = wording(source, "url")
        if any(said and not said.startswith(("https://", "http://")) for said in (url.en, url.fr)):
            raise source.fault("url", "must begin with https:// or http://")
        yield known, Citation(wording(source, "title"), "", url, source.day("checked").isoformat())


def _lists(table: Table, beside: Beside) -> Iterator[tuple[str, Listed]]:
    for known in table.data:
        yield known, listed(table.table(known), beside)


def _resting(lists: Mapping[str, Listed], text: str, name_of_file: str) -> Iterator[str]:
    for known, one in lists.items():
        if one.resting:
            line = line_of(text, ("lists", known))
            said = (
                f"no row of the list {known} counts {one.resting}; what looks for them rests until one does"
            )
            yield f"{name_of_file}, line {line}: {said}."


def _rules(table: Table, shared: Shared) -> list[Rule]:
    rules: list[Rule] = []
    seen: set[str] = set()
    words = 0
    for place, row in enumerate(table.tables("rule")):
        rule = rule_from(row, shared)
        words += sum(len(phrase.graph.words) for phrase in rule.phrases())
        if rule.id in seen:
            raise row.fault("id", f"is “{rule.id}”, which an earlier rule has; give each rule its own")
        if words > MOST_WORDS or place >= MOST_RULES:
            raise Fault(
                row.path,
                f"the pack is too large here: at most {MOST_RULES} rules and {MOST_WORDS:,} words in phrases",
            )
        seen.add(rule.id)
        rules.append(rule)
    return rules


def _placed(rules: list[Rule], week_rules: list[WeekRule]) -> Iterator[tuple[Path, Rule | WeekRule]]:
    for place, rule in enumerate(rules):
        yield ("rule", place), rule
    for place, week_rule in enumerate(week_rules):
        yield ("week-rule", place), week_rule


def _must_be_apart(table: Table, rules: list[Rule], week_rules: list[WeekRule]) -> None:
    seen = {rule.id for rule in rules}
    for row, rule in zip(table.tables("week-rule"), week_rules, strict=True):
        if rule.id in seen:
            raise row.fault("id", f"is “{rule.id}”, which an earlier rule has; give each rule its own")
        seen.add(rule.id)


def _untested(rule: Rule | WeekRule) -> str:
    for examples, kind in ((rule.flags, "flags"), (rule.passes, "passes")):
        missing = [
            language for language in rule.languages if all(one.language != language for one in examples)
        ]
        if missing:
            return f"has no “{kind}” example in {' or '.join(missing)}"
        if len(examples) < 2:
            return f"has fewer than two “{kind}” examples"
    return ""


def _notice(rule: Rule | WeekRule, text: str, name_of_file: str, path: Path) -> str:
    line = line_of(text, path)
    return f"{name_of_file}, line {line}: the rule {rule.id} {_untested(rule)}, so it is left out."
