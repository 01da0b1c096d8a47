"""A rule over a whole week: what no sentence shows, and many together do.

It is data of a pack, like any rule, and its examples are weekly notes. It looks for passages in sentences of
their own: words that must stand in so many, words that must stand in none, remarks of other rules.
"""

from dataclasses import dataclass

from rules.phrase import Phrase
from rules.rule import Spoken


@dataclass(frozen=True, slots=True)
class WeekFind:
    """Words that must stand in so many sentences of a week, or in none."""

    phrases: tuple[Phrase, ...]
    at_least: int
    """Sentences."""
    same: bool
    """Always the same words: one name again and again."""
    absent: bool
    """Nowhere in the week."""


@dataclass(frozen=True, slots=True)
class WeekRule(Spoken):
    """One rule over a whole week: it speaks of what its sentences add up to, none of which it could be said of."""

    sentences: int
    """Fewest sentences of a week it says anything about."""
    remarks: tuple[str, ...]
    """Categories: so many sentences with a remark of one of these."""
    at_least: int
    """Sentences with such a remark."""
    beside: tuple[Phrase, ...]
    """Whom or what all the passages are about: its last word is the same in each."""
    find: tuple[WeekFind, ...]
