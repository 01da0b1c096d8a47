"""How each rule fares with one person: what became of its remarks, and whether it could be quieter.

It stays in the journal: nothing of it is counted, sent or shared anywhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rules.finding import Level
from rules.pack import RulePack
from rules.rule import Rule
from rules.week_rule import WeekRule
from storage.records import Heard

OFTEN = 3
"""Reasons or answers, with nothing reworded, after which a rule is worth quieting."""


@dataclass(frozen=True, slots=True)
class Fare:
    """How one rule fares in this journal, and whether it would be better quiet."""

    heard: Heard
    """What became of its remarks."""
    rule: Rule | WeekRule | None
    """None: no pack in use has it any more."""

    @property
    def quietable(self) -> bool:
        """Whether it was excused again and again and nothing was ever reworded for it; never a stop."""
        holds = self.rule is not None and Level.NOTE < self.rule.level < Level.STOP
        return holds and self.heard.answered + self.heard.waived >= OFTEN and not self.heard.reworded


def fares(heard: Iterable[Heard], packs: Sequence[RulePack]) -> list[Fare]:
    """How each rule that spoke fares, the most frequent first."""
    rules = {rule.id: rule for pack in packs for rule in pack.all_rules}
    return [Fare(row, rules.get(row.rule)) for row in heard]
