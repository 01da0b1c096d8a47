"""Rules that a person found to be wrong for them again and again: they advise from then on, and hold nothing."""

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
