"""What a person decided about a passage, once: it holds wherever these words stand, until they change."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rules.finding import Finding, Level
from rules.waiver import with_waivers
from storage.database import Journal
from storage.records import Heard, Waiver
from storage.remarks import RemarkStore
from storage.waivers import WaiverStore
from tui.clock import Clock
from tui.refusal import Refusal

Worth = Literal["standing", "ended", "expired", "unmatched"]
"""What a waiver is worth now; `unmatched`: the words it was given for are gone from where it was given."""


@dataclass(frozen=True, slots=True)
class Registered:
    """A waiver with what it is worth today."""

    waiver: Waiver
    worth: Worth
    passage: str = ""
    """The words that it stands for, as they are where it was given; empty where they cannot be looked up."""


class Waiving:
    """The waivers of one journal, and what became of the remarks made in it."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._store = WaiverStore(journal)
        self._remarks = RemarkStore(journal)
        self._clock = clock

    def applied(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings, those waived that a reason stands for."""
        keys = {finding.key for finding in findings if finding.holds and finding.level < Level.STOP}
        if not keys:
            return findings
        return with_waivers(findings, self._store.standing(keys, self._clock.today()))

    def give(
        self, source: str, findings: Iterable[Finding], rule: str, reason: str, until: date | None = None
    ) -> list[Waiver]:
        """Waive each of `findings` that `rule` made, in the text called `source`.

        Raises Refusal where the rule holds nothing there, or stops it: a stop cannot be waived.
        """
        meant = [one for one in findings if one.rule == rule and one.holds and one.key]
        if not meant:
            raise Refusal("waive-nothing", rule=rule)
        if any(finding.level is Level.STOP for finding in meant):
            raise Refusal("waive-stop", rule=rule)
        if until is not None and until < self._clock.today():
            raise Refusal("waive-past", day=until.isoformat())
        return self._entered(source, {finding.key: rule for finding in meant}, {rule: reason}, until)

    def answered(self, source: str, findings: Iterable[Finding], answers: Mapping[str, str]) -> None:
        """Keep what was answered when `source` was cleared, so that the same words are not asked about again."""
        # What has no key is about a person and is remembered with them, not with the passage.
        owed = {one.key: one.rule for one in findings if one.holds and one.key and one.rule in answers}
        self._entered(source, owed, answers, None, clearing=True)

    def _entered(
        self,
        source: str,
        keys: Mapping[str, str],
        reasons: Mapping[str, str],
        until: date | None,
        *,
        clearing: bool = False,
    ) -> list[Waiver]:
        now, author = self._clock.now(), _author()
        given = self._store.add(
            Waiver(0, key, rule, source, reasons[rule].strip(), author, now, until)
            for key, rule in keys.items()
        )
        if source != "text":
            self._remarks.made(source, keys, now, all_of_it=False)
            self._remarks.settled(source, keys, "answered" if clearing else "waived", now)
        return given

    def end(self, number: int) -> None:
        """Take a waiver back. Raises NoSuchWaiver."""
        self._store.end(number, self._clock.now())

    def register(self, passages_in: Callable[[str], Mapping[str, str]]) -> list[Registered]:
        """Every waiver, oldest first; `passages_in` tells a source's keys and their words now, none when it is gone."""
        waivers = self._store.register()
        present = {source: passages_in(source) for source in {waiver.source for waiver in waivers}}
        return [self._registered(waiver, present[waiver.source]) for waiver in waivers]

    def _registered(self, waiver: Waiver, present: Mapping[str, str]) -> Registered:
        return Registered(waiver, self._worth(waiver, present), present.get(waiver.key, ""))

    def _worth(self, waiver: Waiver, present: Collection[str]) -> Worth:
        if waiver.ended is not None:
            return "ended"
        if not waiver.stands(self._clock.today()):
            return "expired"
        return "standing" if waiver.source == "text" or waiver.key in present else "unmatched"

    def read(self, source: str, findings: Iterable[Finding]) -> None:
        """A person was shown these findings. A journal that cannot be written to is read all the same."""
        found = {one.key: one.rule for one in findings if one.key and one.level > Level.NOTE}
        if source == "text":
            return
        try:
            self._remarks.made(source, found, self._clock.now())
        except sqlite3.OperationalError:
            return

    def said_closely(self, source: str) -> dict[str, str]:
        """Key and rule of what the second reader remarked on in `source` and was not reworded since."""
        from rules.reader.remarks import PREFIX

        return self._remarks.standing(source, PREFIX)

    def heard(self) -> list[Heard]:
        """What became of each rule's remarks."""
        return self._remarks.heard()


def _author() -> str:
    try:
        import getpass  # asks many places, and only who gives a reason is asked for

        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
