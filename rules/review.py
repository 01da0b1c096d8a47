"""What a check says about a text: its findings, in reading order, and the verdict they give.

`clear` means that no rule matched, never that a text is safe. Past 200 findings the heaviest are
kept, so that a stop is never crowded out by notes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rules.asking import asked_once
from rules.finding import Finding, Verdict, verdict_of
from rules.masking import masked
from rules.matching import Hit
from rules.pack import RulePack
from rules.private_spans import Public, shown
from rules.reading import Reading, read
from rules.rule import Language
from rules.waiver import content_key

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
    text: str, packs: Sequence[RulePack], language: Language = "en", *, asking: bool = False
) -> Review:
    """Read `text` against `packs`, in time linear in its length; messages and advice in `language`.

    `asking`: also ask what is asked only while a text is being cleared. Passages of one rule that overlap
    are one finding. Two packs with a rule of the same id both speak;
    where they overlap the heavier one is kept.
    """
    reading = read(text)
    hits = [hit for pack in packs for hit in pack.matcher.hits(reading)]
    if asking:
        topics = [hit for pack in packs for hit in pack.asker.hits(reading)]
        hits = [*hits, *asked_once(topics, hits, reading)]
    findings = [_finding(reading, hit, language) for hit in _heaviest(_merged(hits))]
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


def _merged(hits: Iterable[Hit]) -> list[Hit]:
    merged: list[Hit] = []
    for _, same in groupby(sorted(hits, key=_by_rule), key=lambda hit: hit.rule.id):
        first, *rest = same
        kept = [first]
        for hit in rest:
            if hit.start < kept[-1].end:
                kept[-1] = _joined(kept[-1], hit)
            else:
                kept.append(hit)
        merged += kept
    return merged


def _joined(one: Hit, other: Hit) -> Hit:
    heavier = max(one, other, key=lambda hit: hit.rule.level)
    return Hit(heavier.rule, heavier.clause, one.start, max(one.end, other.end))


def _by_rule(hit: Hit) -> tuple[str, int, int]:
    return hit.rule.id, hit.start, -hit.end


def _finding(reading: Reading, hit: Hit, language: Language) -> Finding:
    rule = hit.rule
    return Finding(
        rule=rule.id,
        by="rule",
        category=rule.category,
        level=rule.level,
        start=hit.start,
        end=hit.end,
        match=masked(reading.text[hit.start : hit.end], whole=rule.mask),
        message=rule.message.said(language),
        advice=rule.advice.said(language),
        source=rule.sources[0].source(language),
        answers=rule.answers_in(language),
        key=content_key(hit, reading),
    )


def _heaviest(hits: list[Hit]) -> list[Hit]:
    kept = sorted(hits, key=lambda hit: (-hit.rule.level, hit.start))[:MOST_FINDINGS]
    return sorted(kept, key=lambda hit: (hit.start, -hit.rule.level, hit.rule.id))
