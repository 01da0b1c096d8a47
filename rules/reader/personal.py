"""What one person's answers teach the reader: a shift of each category's log-odds, small and held back by a prior.

A lesson says how likely the weights thought a category was, and whether the person agreed. It holds no text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log

MOST = 2.0
"""Furthest a shift goes, in log-odds: what was even becomes nine in ten at most."""
_PRIOR = 0.7
"""Standard deviation of a shift before anything was learned."""
_STEPS = 30


@dataclass(frozen=True, slots=True)
class Lesson:
    """One sentence a person judged, without its words."""

    key: str
    """The key of the finding it came from: the same sentence teaches once."""
    category: str
    chance: float
    """What the weights alone said, between 0 and 1."""
    right: bool
    """Whether it was to be raised: True for what was missed, False for what was cleared with a reason."""


def learned(lessons: Iterable[Lesson]) -> dict[str, float]:
    """The shift of each category that has lessons, between -2 and 2."""
    by: dict[str, list[Lesson]] = {}
    for lesson in lessons:
        by.setdefault(lesson.category, []).append(lesson)
    return {category: round(_shift(some), 4) for category, some in sorted(by.items())}


def _shift(lessons: Sequence[Lesson]) -> float:
    # The likeliest shift under a normal prior, by Newton's way: one number, and a sum that bends one way.
    shift = 0.0
    for _ in range(_STEPS):
        slope, bend = -shift / _PRIOR**2, 1 / _PRIOR**2
        for lesson in lessons:
            chance = min(max(lesson.chance, 1e-4), 1 - 1e-4)
            now = 1 / (1 + exp(-(log(chance / (1 - chance)) + shift)))
            slope += float(lesson.right) - now
            bend += now * (1 - now)
        shift = max(-MOST, min(MOST, shift + slope / bend))
    return shift
