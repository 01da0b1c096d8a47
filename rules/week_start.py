"""On which day a week begins on the screen. Its identity is the ISO week, wherever it is looked at."""

import re
from datetime import date
from typing import Final

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TERRITORY: Final = re.compile(r"[a-z]{2,3}(?:[_-][A-Za-z]{4})?[_-]([A-Z]{2})(?:[.@].*)?", re.ASCII)


def first_weekday(locale: str, table: str) -> int:
    """The day a week begins with in `locale` (`fr_CA.UTF-8`), 0 for Monday to 6 for Sunday.

    `table` is TOML with the territories under the name of their first day; Monday where it has none.
    """
    found = _TERRITORY.fullmatch(locale)
    if not found:
        return 0
    import tomllib

    starts = tomllib.loads(table)
    for number, name in enumerate(WEEKDAYS):
        if found[1] in str(starts.get(name, "")).split():
            return number
    return 0


def days_around(day: date, first: int) -> tuple[date, ...]:
    """The seven days of the week `day` lies in, where a week begins with weekday `first` (0 for Monday).

    Fewer at either end of the calendar.
    """
    back = (day.weekday() - first) % 7
    start = day.toordinal() - back
    return tuple(date.fromordinal(n) for n in range(start, start + 7) if 1 <= n <= date.max.toordinal())
