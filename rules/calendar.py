"""Periods in which rules weigh more, as dated data: before an election, what is ordinary otherwise is not.

A calendar names the rules it raises, by id, and its periods, each with its source and the day it was read.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from rules.finding import Level
from rules.rule import Rule, Wording

if TYPE_CHECKING:
    from rules.pack import RulePack


@dataclass(frozen=True, slots=True)
class Period:
    """Some days, both ends included."""

    title: Wording
    first: date
    last: date
    source: str
    """Where the days can be read: a public address."""
    checked: date

    def holds(self, day: date) -> bool:
        """Whether `day` lies in it, its first and its last day included."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Calendar:
    """Periods of one kind and the rules that weigh one level more in them."""

    id: str
    raises: tuple[str, ...]
    periods: tuple[Period, ...]


def current(packs: Iterable["RulePack"], today: date) -> Iterator[tuple[Calendar, Period]]:
    """The periods of all `packs` that hold `today`, each with its calendar."""
    for pack in packs:
        for calendar in pack.calendars:
            yield from ((calendar, period) for period in calendar.periods if period.holds(today))


def as_of(packs: Sequence["RulePack"], today: date) -> tuple["RulePack", ...]:
    """The packs as they are on `today`: raised rules one level up, and rules for a period only while it lasts."""
    held = [calendar for calendar, _ in current(packs, today)]
    raised = {name for calendar in held for name in calendar.raises}
    names = {calendar.id for calendar in held}
    return tuple(_as_of(pack, raised, names) for pack in packs)


def _as_of(pack: "RulePack", raised: set[str], names: set[str]) -> "RulePack":
    kept = tuple(
        _raised(rule) if rule.id in raised else rule
        for rule in pack.rules
        if not rule.only_in or rule.only_in in names
    )
    same = len(kept) == len(pack.rules) and all(map(_is, kept, pack.rules))
    return pack if same else replace(pack, rules=kept)


def _is(one: object, other: object) -> bool:
    return one is other


def _raised(rule: Rule) -> Rule:
    level = Level(min(rule.level + 1, Level.STOP))
    return replace(rule, level=level, at_clearing=rule.at_clearing and level is Level.QUESTION)
