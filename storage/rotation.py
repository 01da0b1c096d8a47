"""Which daily backups have had their time: seven days, four weeks and twelve months are kept.

Backups that a person asked for, and those made before something dangerous, are never among them.
"""

from collections.abc import Callable, Hashable, Iterable

from storage.copies import DAILY, Copy, age_of

_KEPT: tuple[tuple[int, Callable[[Copy], Hashable]], ...] = (
    (7, lambda copy: copy.at.date()),
    (4, lambda copy: copy.at.isocalendar()[:2]),
    (12, lambda copy: (copy.at.year, copy.at.month)),
)
"""How many, of what: days, ISO weeks, months. Of each, the newest copy stands for it."""


def outlived(copies: Iterable[Copy]) -> list[Copy]:
    """The daily backups that stand for none of the newest seven days, four weeks and twelve months."""
    daily = sorted((copy for copy in copies if copy.kind == DAILY), key=age_of, reverse=True)
    kept = {copy.path for number, period in _KEPT for copy in _newest_of_each(daily, period)[:number]}
    return [copy for copy in daily if copy.path not in kept]


def _newest_of_each(daily: list[Copy], period: Callable[[Copy], Hashable]) -> list[Copy]:
    standing: dict[Hashable, Copy] = {}
    for copy in daily:
        standing.setdefault(period(copy), copy)
    return list(standing.values())
