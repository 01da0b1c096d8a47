"""Reads texts against the packs in use, for a person: what they gave a reason for is left out."""

from dataclasses import replace

from rules.finding import Finding
from rules.review import Review, review, review_public
from rules.rule import Language
from rules.week_review import review_week
from tui.packs import Packs
from tui.waiving import Waiving


class Checking:
    """One person's packs and reasons, ready to read texts with."""

    def __init__(self, packs: Packs, waivers: Waiving, language: Language) -> None:
        self._packs = packs.packs
        self._waivers = waivers
        self._language = language

    def review(self, text: str, *, week: bool = False) -> Review:
        """What is found in `text`, its private passages left out; places are those in `text`.

        `week`: it is a whole weekly note, and what it adds up to counts too.
        """
        found = review_public(text, self._packs, self._language)
        added = review_week(text, self._packs, self._language) if week else ()
        return replace(found, findings=_without_waived(self._waivers.applied((*found.findings, *added))))

    def check(self, text: str, *, asking: bool = False) -> Review:
        """What is found in all of `text`: two bars hide nothing. `asking`: also what is asked only at clearing."""
        return review(text, self._packs, self._language, asking=asking)


def _without_waived(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    kept = (finding for finding in findings if not finding.waived)
    return tuple(sorted(kept, key=lambda finding: (finding.start, -finding.level)))
