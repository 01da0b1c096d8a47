"""What a person makes of rules: quiet, those that were wrong for them again and again; awake, those that sleep."""

from collections.abc import Collection
from dataclasses import replace

from rules.finding import Level
from rules.pack import RulePack


def quieted(pack: RulePack, named: Collection[str]) -> RulePack:
    """`pack` with the rules that are `named` at the level note; a stop keeps its level."""
    names = frozenset(named)
    if names.isdisjoint([*(rule.id for rule in pack.rules), *(rule.id for rule in pack.week_rules)]):
        return pack
    return replace(
        pack,
        rules=tuple(
            replace(rule, level=Level.NOTE) if rule.id in names and rule.level < Level.STOP else rule
            for rule in pack.rules
        ),
        week_rules=tuple(
            replace(rule, level=Level.NOTE) if rule.id in names else rule for rule in pack.week_rules
        ),
    )


def woken(pack: RulePack, named: Collection[str]) -> RulePack:
    """`pack` with the rules that are `named` awake, of those that sleep."""
    names = frozenset(named)
    if not any(rule.asleep and rule.id in names for rule in pack.rules):
        return pack
    return replace(
        pack,
        rules=tuple(replace(rule, asleep=rule.asleep and rule.id not in names) for rule in pack.rules),
    )
