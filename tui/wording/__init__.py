"""Every sentence shown to a person, in one place, one file a language.

A sentence is asked for by its key. A language that lacks one borrows the English; a test keeps the
languages complete and their blanks the same. On the capture path: standard library only.
"""

from datetime import date, datetime
from importlib import import_module
from typing import Literal, Protocol

Language = Literal["en", "fr"]

_CATALOGUES = (
    "talk",
    "usage",
    "keys",
    "screens",
    "choices",
    "faults",
    "safety",
    "sharing",
    "weeks",
    "browse",
    "lines",
)
"""Read one after another, each when a sentence is asked for that stands in none before it: so first those that a
note and the app's first picture need."""


class HasDays(Protocol):
    """What a title needs of a week; `rules.week.Week` is one. Not imported here, to keep capture light."""

    @property
    def number(self) -> int: ...  # noqa: D102
    @property
    def monday(self) -> date: ...  # noqa: D102
    @property
    def sunday(self) -> date: ...  # noqa: D102


class Words:
    """The wording of one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._sentences: dict[str, str] = {}
        self._unread = list(_CATALOGUES)

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence with this key, its blanks filled with `values`. Raises KeyError for an unknown key."""
        return self._find(key).format(**values)

    def count(self, key: str, number: int, /, **values: object) -> str:
        """The sentence for one (`key-one`) or for several (`key-many`); the number fills `{number}`."""
        singular = number == 1 or (self.language == "fr" and number == 0)
        return self(f"{key}-one" if singular else f"{key}-many", number=self.figure(number), **values)

    def figure(self, number: int) -> str:
        """An amount as it is read: `1,234`; in French « 1 234 », with a narrow no-break space."""
        return f"{number:,}".replace(",", "\u202f" if self.language == "fr" else ",")

    def length(self, length: int, limit: int | None, *, about: bool = False) -> str:
        """A length with its limit, where there is one: `262 of 3,000`, `about 262 of 3,000`."""
        said = self.figure(length)
        if limit:
            said = self("length-of", length=said, limit=self.figure(limit))
        return f"{self('about')}{said}" if about else said

    def weekday(self, day: date) -> str:
        """The name of the day of the week."""
        return self._find("weekdays").split()[day.weekday()]

    def month(self, day: date) -> str:
        """The name of the month."""
        return self._find("months").split()[day.month - 1]

    def long_date(self, day: date) -> str:
        """A day in full: `Friday 20 November 2026`, « vendredi 20 novembre 2026 »."""
        number = self._day_of_month(day)
        return self("long-date", weekday=self.weekday(day), day=number, month=self.month(day), year=day.year)

    def moment(self, at: datetime) -> str:
        """A day in full and its time: `Friday 20 November 2026, 16:30`."""
        return f"{self.long_date(at.date())}, {at:%H:%M}"

    def day_in_week(self, day: date) -> str:
        """A day where its week is known: `Friday 20`, « vendredi 20 »."""
        return f"{self.weekday(day)} {self._day_of_month(day)}"

    def day_title(self, day: date) -> str:
        """A day as a heading: `Friday 20 November`, « Vendredi 20 novembre »."""
        said = f"{self.day_in_week(day)} {self.month(day)}"
        return said[:1].upper() + said[1:]

    def week_title(self, week: "HasDays") -> str:
        """The title of a week: `Week 47, 16–22 November 2026`."""
        return self("week-title", number=week.number, span=self.span(week.monday, week.sunday))

    def span(self, first: date, last: date) -> str:
        """From one day to another: `16–22 November 2026`."""
        start = self._day_of_month(first)
        if first.month != last.month:
            start += f" {self.month(first)}"
        if first.year != last.year:
            start += f" {first.year}"
        return self("span", start=start, end=self._day_of_month(last), month=self.month(last), year=last.year)

    def span_title(self, first: date, last: date) -> str:
        """The same as a title: « Du 1er octobre au 31 décembre 2026 »."""
        span = self.span(first, last)
        return span[:1].upper() + span[1:]

    def _day_of_month(self, day: date) -> str:
        return self("first-of-month") if day.day == 1 else str(day.day)

    def _find(self, key: str) -> str:
        while key not in self._sentences and self._unread:
            catalogue = self._unread.pop(0)
            for language in dict.fromkeys(("en", self.language)):
                self._sentences |= import_module(f"tui.wording.{catalogue}_{language}").SENTENCES
        return self._sentences[key]
