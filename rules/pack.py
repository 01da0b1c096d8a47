"""What a rule pack is: data that cannot do anything."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from rules.calendar import Calendar
from rules.matching import Matcher
from rules.rule import Language, Rule, Wording
from rules.week_rule import WeekRule

if TYPE_CHECKING:
    from rules.pack_change import Change

LARGEST = 1024 * 1024
"""Largest pack, in bytes of UTF-8."""

_SHEET = re.compile(r"""\n[ \t]*file[ \t]*=[ \t]*["']([\w-]{1,60}\.csv)["']""")


class PackError(ValueError):
    """A pack that cannot be read. `str()` is one sentence: file, line, key, what is wrong, what to do."""

    def __init__(self, message: str, name: str, line: int, key: str) -> None:
        super().__init__(f"{name}, line {line}{f', key {key}' if key else ''}: {message}.".replace("?.", "?"))
        self.message = message
        self.name = name
        self.line = line
        self.key = key


@dataclass(frozen=True)
class RulePack:
    """A set of rules with one publisher, one version and one date by which to look at it again."""

    id: str
    version: str
    title: Wording
    publisher: str
    licence: str
    languages: tuple[Language, ...]
    effective: date
    review_by: date
    """After this day the pack should be shown as out of date."""
    extends: str
    """Id of the pack whose rules it takes on; empty for a pack that stands by itself."""
    without: tuple[str, ...]
    """Rules of that pack it does not want."""
    changes: "tuple[Change, ...]"
    """What it changes in others."""
    rules: tuple[Rule, ...]
    week_rules: tuple[WeekRule, ...]
    """Those over a whole week."""
    calendars: tuple[Calendar, ...]
    """Periods in which rules weigh more, its own and those of its base."""
    notices: tuple[str, ...]
    """Rules left out and lists of which no row counts, each in one sentence with its line."""
    name: str = field(repr=False)
    """The file's name, for messages."""
    text: str = field(default="", repr=False, compare=False)
    """The TOML text, for finding lines again; empty once the pack was tried and kept."""

    @property
    def all_rules(self) -> "tuple[Rule | WeekRule, ...]":
        """Those that read a text and those over a whole week."""
        return (*self.rules, *self.week_rules)

    @cached_property
    def matcher(self) -> Matcher:
        """The rules that read every text, ready to meet one; built on first use."""
        return Matcher([rule for rule in self.rules if not rule.at_clearing])

    @cached_property
    def asker(self) -> Matcher:
        """The rules that ask only while a text is being cleared; built on first use."""
        return Matcher([rule for rule in self.rules if rule.at_clearing])


def sheets_named(text: str) -> list[str]:
    """The names of the CSV files that the pack in `text` keeps beside it: plain names, in its own folder."""
    return sorted(set(_SHEET.findall(f"\n{text}")))
