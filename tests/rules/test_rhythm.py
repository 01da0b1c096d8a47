"""A week is called quiet or full only beside enough other weeks."""

from datetime import date, timedelta

import pytest

from rules.rhythm import feel_of
from rules.week import Week

MONDAY = date(2026, 11, 16)


def counts(*weeks: int) -> dict[date, int]:
    """Notes on the Monday of this week and of those before it, newest first."""
    return {MONDAY - timedelta(weeks=back): count for back, count in enumerate(weeks) if count}


@pytest.mark.parametrize(
    ("weeks", "feel"),
    [
        ((0, 9, 10, 11), "empty"),
        ((), "empty"),
        ((3, 10), "new"),
        ((3, 10, 0, 0, 10), "new"),
        ((3, 9, 10, 11), "quiet"),
        ((10, 9, 10, 11), "usual"),
        ((16, 9, 10, 11), "full"),
    ],
)
def test_a_week_feels_as_it_stands_beside_the_others(weeks: tuple[int, ...], feel: str) -> None:
    assert feel_of(Week.of(MONDAY), counts(*weeks)) == feel


def test_the_days_of_a_week_count_together_across_the_turn_of_the_year() -> None:
    days = {date(2026, 12, 30): 4, date(2027, 1, 2): 5, **{date(2026, 11, day): 9 for day in (2, 9, 16)}}
    assert feel_of(Week(2026, 53), days) == "usual"
