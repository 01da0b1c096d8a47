"""Rule packs ready to read texts, piece by piece, with a memory of the pieces they have read.

Editing one paragraph of a long text costs reading that paragraph. What is remembered is where rules met a
piece, never the piece of another text: pieces are known by their words alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import groupby

from rules.asking import asked_once
from rules.blocks import block_spans
from rules.finding import Level
from rules.matching import Hit, Matcher
from rules.pack import RulePack
from rules.reading import read
from rules.rule import Rule
from rules.waiver import content_key

MOST = 200
"""Most remarks on one piece: the heaviest are kept, so that a stop is never crowded out by notes."""
REMEMBERED = 16_384
"""Pieces that are remembered."""
LONGEST = 4_000
"""Longest piece that is remembered, in code points."""


@dataclass(frozen=True, slots=True)
class Met:
    """A passage that a rule met, in code points, and what a waiver of it is bound to."""

    rule: Rule
    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class _Piece:
    judged: tuple[Met, ...]
    asked: tuple[Met, ...]


_NOTHING_MET = _Piece((), ())


class Checker:
    """Some packs, ready to read texts."""

    def __init__(self, packs: Sequence[RulePack]) -> None:
        self.packs = tuple(packs)
        rules = [rule for pack in packs for rule in pack.rules if not rule.asleep]
        self._matcher = Matcher([rule for rule in rules if not rule.at_clearing])
        self._at_clearing = [rule for rule in rules if rule.at_clearing]
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._piece)

    @property
    def read_anew(self) -> int:
        """How many pieces were not remembered and were read."""
        return self._remembered.cache_info().misses

    @cached_property
    def _asker(self) -> Matcher:
        # Only somebody who clears a text is asked.
        return Matcher(self._at_clearing)

    def forget(self) -> None:
        """Forget every piece that was read."""
        self._remembered.cache_clear()

    def met(self, text: str, *, asking: bool, beside: str = "") -> Iterator[Met]:
        """Every passage met, piece by piece in text order; with `asking` also what is asked, each once a text.

        Pieces that stand in the text `beside` too are passed over.
        """
        asked: set[str] = set()
        known = set(_pieces(beside))
        for start, end in block_spans(text):
            words = text[start:end]
            if words in known:
                continue
            piece = (self._remembered if end - start <= LONGEST else self._piece)(words, asking)
            if piece is _NOTHING_MET:
                continue
            new = [one for one in piece.asked if one.rule.id not in asked]
            asked.update(one.rule.id for one in new)
            for one in (*piece.judged, *new):
                yield replace(one, start=one.start + start, end=one.end + start) if start else one

    def _piece(self, text: str, asking: bool) -> _Piece:
        reading = read(text)
        hits = list(self._matcher.hits(reading))
        topics = list(asked_once(self._asker.hits(reading), hits, reading)) if asking else []
        if not hits and not topics:  # most pieces
            return _NOTHING_MET
        return _Piece(
            *(
                tuple(Met(hit.rule, hit.start, hit.end, content_key(hit, reading)) for hit in kept)
                for kept in (_heaviest(_unstopped(_merged(hits))), topics)
            )
        )


def _pieces(text: str) -> Iterator[str]:
    return (text[start:end] for start, end in block_spans(text))


def _heaviest(met: Iterable[Hit]) -> list[Hit]:
    return sorted(met, key=lambda one: (-one.rule.level, one.start))[:MOST]


class _Same:
    # Packs are told apart by identity here: comparing all they hold would take longer than reading a note.
    def __init__(self, packs: tuple[RulePack, ...]) -> None:
        self.packs = packs
        self._names = tuple(map(id, packs))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self._names == other._names

    def __hash__(self) -> int:
        return hash(self._names)


@lru_cache(maxsize=4)
def _ready(same: _Same) -> Checker:
    return Checker(same.packs)


def checker_of(packs: Sequence[RulePack]) -> Checker:
    """These packs, ready; the same one for the same packs, as long as it is among the last few asked for."""
    return _ready(_Same(tuple(packs)))


def _merged(hits: Iterable[Hit]) -> list[Hit]:
    # Passages of one rule that overlap are one.
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


def _unstopped(hits: list[Hit]) -> list[Hit]:
    # A warning asks for a reason, and no reason helps where a stop of its kind is on the very same words.
    stopped = {_told(hit) for hit in hits if hit.rule.level is Level.STOP}
    return [hit for hit in hits if hit.rule.level is not Level.WARNING or _told(hit) not in stopped]


def _told(hit: Hit) -> tuple[str, int, int]:
    return hit.rule.category, hit.start, hit.end


def _by_rule(hit: Hit) -> tuple[str, int, int]:
    return hit.rule.id, hit.start, -hit.end
