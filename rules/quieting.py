"""Rules that a person found to be wrong for them again and again: they advise from then on, and hold nothing."""

from collections.abc import Collection
from dataclasses import replace

from rules.finding import Level
from rules.pack import RulePack


def quieted(pack: RulePack, names: Collection[str]) -> RulePack:
    """`pack` with the rules called `names` at the level note; a stop keeps its level."""
    if not any(rule.id in names for rule in pack.rules):
        return pack
    return replace(
        pack,
        rules=tuple(
            replace(rule, level=Level.NOTE) if rule.id in names and rule.level < Level.STOP else rule
            for rule in pack.rules
        ),
    )
