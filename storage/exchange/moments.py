"""Foreign dates and times, understood only when they can mean one thing.

Year first is read at once. Everything else goes through python-dateutil several times, day first and
month first, with different defaults: when two readings differ, the date was a guess and is refused.
"""

import re
import warnings
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from itertools import product
from zoneinfo import ZoneInfo

from storage.exchange.contents import NOON, Local

_MAX = 60
"""Code points of a date; no format writes longer ones."""
_YEAR_FIRST = re.compile(
    r"(\d{4})([-/.])(\d\d)\2(\d\d)"
    r"(?:[ T]+(\d\d?):(\d\d)(?::(\d\d))?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?(Z|[+-]\d\d:?\d\d))?)?",
    re.ASCII,
)
_NAMES_A_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_GMT = re.compile(r"(?:GMT|UTC)([+-])(\d\d):?(\d\d)", re.ASCII)
_DEFAULTS = (datetime(2001, 1, 1, 0, 0), datetime(2014, 12, 28, 13, 37))


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, with its time and zone as far as they were written."""

    day: date
    clock: time | None = None
    zone: tzinfo | None = None

    def moment(self, local: Local) -> datetime:
        """The moment meant: at noon when no time was written, in the local zone when none was."""
        clock = self.clock or NOON
        return datetime.combine(self.day, clock, self.zone) if self.zone else local(self.day, clock)


def read_stamp(words: str) -> Stamp | None:
    """What `words` mean as a date, perhaps with a time; None when that is not certain."""
    words = words.strip()
    if len(words) > _MAX:
        return None
    return read_year_first(words) if _YEAR_FIRST.fullmatch(words) else _certain(words)


def read_year_first(words: str) -> Stamp | None:
    """What `words` mean as a date written year first, perhaps with a time; None when they are none."""
    found = _YEAR_FIRST.fullmatch(words.strip())
    return _year_first(found) if found else None


def read_clock(words: str) -> time | None:
    """A time of day such as `9:05`, `14:30:59` or `9:05 PM`; None when it is none."""
    stamp = read_stamp(f"2001-01-01 {words.strip()}") if words.strip()[:1].isdigit() else None
    return stamp.clock if stamp else None


def from_utc(moment: datetime, zone: str, local: Local) -> datetime | None:
    """A UTC moment on the wall clock of `zone`, the local one when empty; None when the zone is unknown."""
    try:
        if not zone:
            return moment.astimezone(local(moment.date(), moment.time()).tzinfo)
        found = _GMT.fullmatch(zone)
        if found:
            offset = timedelta(hours=int(found[2]), minutes=int(found[3]))
            return moment.astimezone(timezone(offset if found[1] == "+" else -offset))
        there = moment.astimezone(ZoneInfo(zone))
        # Kept as an offset: what a zone means can change with the next edition of its rules.
        return there.replace(tzinfo=timezone(there.utcoffset() or timedelta()))
    except (ValueError, KeyError, OSError, OverflowError):
        return None


def utc_moment(words: str) -> datetime | None:
    """An ISO 8601 moment with its offset, as UTC; None when it is not one."""
    try:
        moment = datetime.fromisoformat(words)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _year_first(found: re.Match[str]) -> Stamp | None:
    year, _, month, day, hour, minute, second, half, offset = found.groups()
    try:
        on = date(int(year), int(month), int(day))
        if hour is None:
            return Stamp(on)
        zone = datetime.strptime(offset, "%z").tzinfo if offset else None
        return Stamp(on, time(_hour(int(hour), half), int(minute), int(second or 0)), zone)
    except ValueError:
        return None


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if half in "pP" else 0)


def _certain(words: str) -> Stamp | None:
    if not _NAMES_A_YEAR.search(words):
        return None
    readings: list[datetime] = []
    for how in product((True, False), (True, False), _DEFAULTS):
        reading = _parsed(words, *how)
        if reading is None or (readings and reading.date() != readings[0].date()):
            return None
        readings.append(reading)
    first, second = readings[:2]  # the two defaults, all else equal
    if (first.hour, first.minute) == (second.hour, second.minute):
        return Stamp(first.date(), first.time(), first.tzinfo)
    # Neither hour nor minute was written; an hour alone is not a time that can be told.
    return Stamp(first.date()) if (first.hour, second.hour) == (0, 13) else None


def _parsed(words: str, day_first: bool, year_first: bool, default: datetime) -> datetime | None:
    from dateutil import parser

    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a zone it does not know is only warned about
        try:
            return parser.parse(words, dayfirst=day_first, yearfirst=year_first, default=default)
        except (ValueError, OverflowError, Warning, TypeError):
            return None
