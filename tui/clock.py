"""The one place that looks at the clock. Everything else is handed the moment it needs.

`CLEARDAY_NOW` sets the clock for scripts and tests; then its UTC offset is the local one too.
On the capture path: standard library only.
"""

import os
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta


class ClockError(ValueError):
    """`CLEARDAY_NOW` is no moment with a UTC offset, or `TZ` no time zone: `name` says which, `words` what it holds."""

    def __init__(self, words: str, name: str = "CLEARDAY_NOW") -> None:
        super().__init__(words)
        self.words = words
        self.name = name


class Clock:
    """Now, today and the local offset of any day, as the environment says."""

    def __init__(self, environ: Mapping[str, str], day_ends: time = time()) -> None:
        """Read `CLEARDAY_NOW` from `environ`. A day ends at `day_ends`, before noon. Raises ClockError."""
        self._night = timedelta(hours=day_ends.hour, minutes=day_ends.minute)
        self._fixed = _moment(environ["CLEARDAY_NOW"]) if environ.get("CLEARDAY_NOW") else None
        self._zone = environ.get("TZ", "")

    def now(self) -> datetime:
        """This moment, to the second, with the local UTC offset. Raises ClockError where there is no such offset."""
        try:
            return self._fixed or datetime.now().astimezone().replace(microsecond=0)
        except ValueError:  # a day or more
            raise ClockError(self._zone, "TZ") from None

    def today(self) -> date:
        """The local day, which goes on until `day_ends`."""
        return self.day_of(self.now())

    def day_of(self, moment: datetime) -> date:
        """The day that a moment belongs to, by its own wall clock."""
        return (moment.replace(tzinfo=None) - self._night).date()

    def on(self, day: date, at: time) -> datetime:
        """The moment `at` of the day `day`; before `day_ends`, that is the small hours after it."""
        early = timedelta(hours=at.hour, minutes=at.minute) < self._night
        return self.local(day + timedelta(days=early), at)

    def local(self, day: date, at: time) -> datetime:
        """The moment of the local wall clock `at` on the calendar's `day`, with the offset that held there then."""
        if self._fixed:
            return datetime.combine(day, at, self._fixed.tzinfo)
        asked = datetime.combine(day, at)
        moment = asked.astimezone()
        # An hour that the clocks skip is as far behind the change as it was asked: 2:30 is 3:30, on the same day.
        return moment if moment.replace(tzinfo=None) == asked else asked.replace(fold=1).astimezone()

    def zone(self) -> str:
        """The IANA name of the local zone where the system tells it, else empty."""
        if self._fixed:
            return ""
        if self._zone:
            return self._zone.lstrip(":")
        _, found, name = os.path.realpath("/etc/localtime").partition("/zoneinfo/")
        return name if found else ""


def instant(moment: datetime) -> int:
    """Microseconds from 1970-01-01 UTC to `moment`, which has a UTC offset."""
    return round(moment.timestamp() * 1_000_000)


def _moment(words: str) -> datetime:
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        raise ClockError(words) from None
    if moment.tzinfo is None or not 1000 <= moment.year < 9999:
        raise ClockError(words)
    return moment
