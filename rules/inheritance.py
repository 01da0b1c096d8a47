"""A pack that extends another: the rules of its base, some of them changed or left out, and its own.

An organization may be stricter than its base. It may be milder too, but never about a stop: a stop
of the base keeps its level, all that it looks for, and its place.
"""

from collections.abc import Mapping
from dataclasses import replace

from rules.finding import Level
from rules.matching import Matcher
from rules.nearest import nearest
from rules.pack import PackError, RulePack
from rules.pack_change import Change
from rules.pack_lines import Path, line_of, spelled
from rules.reading import read
from rules.rule import Clause, Example, Rule


def inherit(pack: RulePack, base: RulePack) -> RulePack:
    """`pack` with the rules of `base`, as it wants them. Raises PackError for what it may not want."""
    known = {rule.id: rule for rule in base.rules}
    _must_be_new(pack, base, known)
    _must_not_leave_out_stops(pack, base, known)
    kept = {name: rule for name, rule in known.items() if name not in pack.without}
    for change in pack.changes:
        rule = _known(pack, base, kept, change.rule, (*change.path, "rule"))
        _must_not_weaken(pack, base, rule, change)
        kept[rule.id] = _changed(pack, rule, change)
    week_rules = [rule for rule in base.week_rules if rule.id not in pack.without]
    return replace(
        pack,
        rules=(*kept.values(), *pack.rules),
        week_rules=(*week_rules, *pack.week_rules),
        calendars=(*base.calendars, *pack.calendars),
        notices=(*base.notices, *pack.notices),
    )


def _must_be_new(pack: RulePack, base: RulePack, known: Mapping[str, Rule]) -> None:
    for number, rule in enumerate(pack.rules):
        if rule.id in known:
            raise _error(
                pack, ("rule", number, "id"), f"{base.id} has a rule {rule.id} already; use [[change]]"
            )


def _must_not_leave_out_stops(pack: RulePack, base: RulePack, known: Mapping[str, Rule]) -> None:
    weekly = {rule.id for rule in base.week_rules}
    for name in pack.without:
        if name not in weekly and _known(pack, base, known, name, ("without",)).level is Level.STOP:
            raise _error(pack, ("without",), f"the rule {name} is a stop of {base.id}, which stays", name)


def _known(pack: RulePack, base: RulePack, rules: Mapping[str, Rule], name: str, path: Path) -> Rule:
    if name not in rules:
        near = nearest(name, rules)
        instead = f"; did you mean {near}?" if near else "; see clearday rules"
        raise _error(pack, path, f"{base.id} has no rule {name}{instead}", name)
    return rules[name]


def _must_not_weaken(pack: RulePack, base: RulePack, rule: Rule, change: Change) -> None:
    if rule.level is not Level.STOP:
        return
    lowered = change.level is not None and change.level < rule.level
    for key, weaker in (("level", lowered), ("remove", change.remove), ("unless", change.unless)):
        if weaker:
            raise _error(
                pack,
                (*change.path, key),
                f"{rule.id} is a stop of {base.id}: it may get stricter, not milder; leave this key out",
            )


def _changed(pack: RulePack, rule: Rule, change: Change) -> Rule:
    kept = [_without(clause, change) for clause in rule.find]
    _must_know_removed(pack, rule, change)
    changed = replace(
        rule,
        level=rule.level if change.level is None else change.level,
        at_clearing=rule.at_clearing and change.level in (None, rule.level),
        message=change.message or rule.message,
        advice=change.advice or rule.advice,
        find=(*(clause for clause in kept if clause.finds or clause.structured), *change.find),
    )
    # What only a removed phrase met, or what is let pass from now on, is no example any more.
    flags = tuple(one for one in rule.flags if _raises(changed, one))
    passes = tuple(one for one in rule.passes if not _raises(changed, one))
    return replace(changed, flags=(*flags, *change.flags), passes=(*passes, *change.passes))


def _without(clause: Clause, change: Change) -> Clause:
    finds = tuple(found for found in clause.finds if found[0].written not in change.remove)
    return replace(clause, finds=finds, unless=clause.unless + change.unless)


def _must_know_removed(pack: RulePack, rule: Rule, change: Change) -> None:
    written = {phrase.written for clause in rule.find for phrase, _ in clause.finds}
    for phrase in change.remove:
        if phrase not in written:
            raise _error(
                pack,
                (*change.path, "remove"),
                f"{rule.id} does not look for “{phrase[:60]}”; copy the phrase from clearday rules explain {rule.id}",
                phrase,
            )


def _raises(rule: Rule, example: Example) -> bool:
    return any(True for _ in Matcher([rule]).hits(read(example.text)))


def _error(pack: RulePack, path: Path, sentence: str, value: str = "") -> PackError:
    return PackError(sentence, pack.name, line_of(pack.text, path, value), spelled(path))
