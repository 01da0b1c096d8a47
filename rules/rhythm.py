"""How full a week was beside the others: quiet, full, or like most. A remark on a calendar, never a score."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from statistics import median
from typing import Literal

from rules.week import Week

Feel = Literal["empty", "quiet", "usual", "full", "new"]
"""`new`: too few other weeks to compare with."""

_FEWEST = 3
_QUIET, _FULL = 0.6, 1.5
"""Parts of what weeks with notes usually have."""


def feel_of(week: Week, counts: Mapping[date, int]) -> Feel:
    """How full `week` is beside the other weeks with notes in `counts`, which are notes a local day."""
    weeks: Counter[Week] = Counter()
    for day, count in counts.items():
        weeks[Week.of(day)] += count
    own = weeks.pop(week, 0)
    others = [count for count in weeks.values() if count]
    if own == 0:
        return "empty"
    if len(others) < _FEWEST:
        return "new"
    usual = median(others)
    if own < usual * _QUIET:
        return "quiet"
    return "full" if own > usual * _FULL else "usual"
