"""Reading a text: what the rules say of it at once, and what the second reader adds when it has read it too."""

from collections.abc import Callable
from dataclasses import replace

from rules.finding import Finding
from rules.private_spans import shown
from rules.review import Review, review, review_public
from rules.rule import Language
from tui.packs import Packs
from tui.second_reader import SecondReader
from tui.waiving import Waiving

_MOST_EXPLAINED = 12


class Checking:
    """One person's packs, reader and reasons, ready to read texts with."""

    def __init__(self, packs: Packs, reader: SecondReader, waivers: Waiving, language: Language) -> None:
        self._packs = packs
        self._reader = reader
        self._waivers = waivers
        self._language: Language = language

    @property
    def versions(self) -> tuple[tuple[str, str], ...]:
        """Id and version of each pack, and of the reader, in the order they read."""
        return self._packs.versions + self._reader.versions

    @property
    def bound(self) -> tuple[object, ...]:
        """All that a clearance is bound to of what read the text."""
        return self.versions, self._packs.digest, self._reader.fingerprint

    def review(self, text: str, *, week: bool = False) -> Review:
        """What the rules find in `text` at once, its private passages left out; places are those in `text`.

        `week`: it is a whole weekly note, and what it adds up to counts too.
        """
        found = review_public(text, self._packs.packs, self._language)
        added = self._week(text, asking=False) if week else ()
        return replace(found, findings=self._unwaived((*found.findings, *added)))

    def recalled(self, source: str, text: str) -> tuple[Finding, ...]:
        """What the reader said when `source` was last read closely, of the sentences that still stand in `text`.

        Its private passages are left out; places are those in `text`. Costs no reading, so lists can ask for it.
        """
        said = self._waivers.said_closely(source)
        return self._as_written(text, lambda left: self._reader.recall(left, said)) if said else ()

    def closely(self, text: str, wanted: Callable[[], bool] = lambda: True) -> tuple[Finding, ...]:
        """What the reader alone finds in `text`, its private passages left out; places are those in `text`.

        May take seconds the first time; what was read is remembered by sentence. Nothing once it is not `wanted`.
        """
        return self._as_written(text, lambda left: self._reader.read(left, wanted))

    def _as_written(self, text: str, found_in: Callable[[str], tuple[Finding, ...]]) -> tuple[Finding, ...]:
        left = shown(text)
        placed = []
        for finding in found_in(left.text):
            start, end = left.origin(finding.start, finding.end)
            placed.append(replace(finding, start=start, end=end))
        return self._unwaived(tuple(placed))

    def check(self, text: str, *, asking: bool = False) -> Review:
        """What rules and reader find in all of `text`: two bars hide nothing.

        `asking`: also what rules ask only at clearing.
        """
        from rules.reader.reader import joined

        found = self.by_rules(text, asking=asking)
        return replace(found, findings=joined(found.findings, self._reader.read(text), self._language))

    def by_rules(self, text: str, *, asking: bool = False, beside: str = "") -> Review:
        """What the rules alone find in all of `text`: for what is no prose, such as a page's markup.

        The paragraphs of `beside`, which was read already, are passed over.
        """
        return review(text, self._packs.packs, self._language, asking=asking, beside=beside)

    def week(self, text: str) -> tuple[Finding, ...]:
        """What a whole weekly note adds up to, what is asked only at clearing included."""
        return self._week(text, asking=True)

    def _week(self, text: str, *, asking: bool) -> tuple[Finding, ...]:
        from rules.week_review import review_week

        return tuple(review_week(text, self._packs.packs, self._language, asking=asking))

    def moved(self, text: str, findings: tuple[Finding, ...]) -> dict[Finding, tuple[str, ...]]:
        """The words that moved the reader most, for its first findings in `text`."""
        reader = self._reader.reader()
        some = [finding for finding in findings if finding.by == "reader"][:_MOST_EXPLAINED]
        return {finding: reader.moved_by(finding, text) for finding in some} if reader else {}

    def _unwaived(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        spoken = self._waivers.applied(findings)
        kept = (finding for finding in spoken if not finding.waived)
        return tuple(sorted(kept, key=lambda finding: (finding.start, -finding.level)))
