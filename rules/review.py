"""What a check says about a text: its findings, in reading order, and the verdict they give.

`clear` means that no rule matched, never that a text is safe. Past 200 findings the heaviest are
kept, so that a stop is never crowded out by notes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rules.checker import Met, checker_of
from rules.finding import Finding, Verdict, verdict_of
from rules.masking import masked
from rules.pack import RulePack
from rules.private_spans import Public, shown
from rules.rule import Language

MOST_FINDINGS = 200
"""Most findings one review gives."""


@dataclass(frozen=True, slots=True)
class Review:
    """What the rules of some packs said about one text."""

    findings: tuple[Finding, ...]
    """By first code point, then heaviest first."""
    packs: tuple[tuple[str, str], ...]
    """Id and version of each pack asked."""

    @property
    def verdict(self) -> Verdict:
        """What the heaviest finding gives."""
        return verdict_of(self.findings)


def review(
    text: str,
    packs: Sequence[RulePack],
    language: Language = "en",
    *,
    asking: bool = False,
    beside: str = "",
) -> Review:
    """Read `text` against `packs`, in time linear in its length; messages and advice in `language`.

    `asking`: also ask what is asked only while a text is being cleared. `beside`: a text that was read already; the
    paragraphs that `text` has in common with it are passed over. Passages of one rule that overlap
    are one finding. Two packs with a rule of the same id both speak;
    where they overlap the heavier one is kept.
    """
    met = checker_of(packs).met(text, asking=asking, beside=beside)
    findings = [_finding(text, one, language) for one in _heaviest(met)]
    return Review(tuple(findings), tuple((pack.id, pack.version) for pack in packs))


def review_public(
    text: str, packs: Sequence[RulePack], language: Language = "en", *, asking: bool = False
) -> Review:
    """Read `text` without its private passages; the places are those in `text` as it was written."""
    left = shown(text)
    found = review(left.text, packs, language, asking=asking)
    if left.at is None:
        return found
    placed = (replace(finding, start=start, end=end) for finding, (start, end) in _placed(found, left))
    return replace(found, findings=tuple(placed))


def _placed(found: Review, left: Public) -> Iterator[tuple[Finding, tuple[int, int]]]:
    return ((finding, left.origin(finding.start, finding.end)) for finding in found.findings)


def _finding(text: str, met: Met, language: Language) -> Finding:
    rule = met.rule
    return Finding(
        rule=rule.id,
        by="rule",
        category=rule.category,
        level=rule.level,
        start=met.start,
        end=met.end,
        match=masked(text[met.start : met.end], whole=rule.mask, language=language),
        message=rule.message.said(language),
        advice=rule.advice.said(language),
        source=rule.sources[0].source(language),
        answers=rule.answers_in(language),
        key=met.key,
    )


def _heaviest(met: Iterable[Met]) -> list[Met]:
    kept = sorted(met, key=lambda one: (-one.rule.level, one.start))[:MOST_FINDINGS]
    return sorted(kept, key=lambda one: (one.start, -one.rule.level, one.rule.id))
