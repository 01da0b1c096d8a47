"""How sparingly the large reader may read: the highest floors at which it says what it would say without them.

They are chosen on the voices it was trained on and on published prose, in texts of several lengths; the voices kept
apart tell what they lose elsewhere.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import log

from rules.reader.calibration import MOST_COUNTED, Calibration, calibration
from rules.reader.judge import Judge
from rules.reader.passages import passages
from rules.reader.remembered import Remembered
from rules.reading import read
from tests.training.corpus import Text
from tests.training.prose import Page

LENGTHS = (1, 3, 6, 12, 20, MOST_COUNTED)
"""Sentences of a text that each stretch is taken to be from: the more, the less likely is a remark."""
STEPS = [-step / 2 for step in range(1, 16)]
TEXTS, PAGES = 10, 150
"""Texts of each voice, and pages of published prose."""
SIZES = (1, 1, 2, 2, 4)
"""How many texts of a voice follow each other."""


@dataclass(frozen=True)
class Stretch:
    """What both readers say of some neighbours, in log-odds past a question, in a text of one sentence."""

    first: float
    """What the small reader says of all."""
    own: float
    """What the large reader says of all."""
    best: float
    """What the large reader says of the likeliest sentence, alone and among its neighbours."""
    warns: float
    """The same past a warning."""


def documents(texts: Sequence[Text]) -> Iterator[str]:
    """Some texts of each voice, one to four in a row."""
    by: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        by[text.voice].append(text)
    for voice, some in sorted(by.items()):
        random.Random(voice).shuffle(some)
        edges = [sum(SIZES[:at]) for at in range(len(SIZES) + 1)]
        for start, end in pairwise(edges):
            yield "\n\n".join(text.text for text in some[:TEXTS][start:end])


def beginnings(pages: Sequence[Page]) -> Iterator[str]:
    """How some published pages begin, the same ones each time."""
    order = sorted((page for page in pages if page.extracts), key=lambda page: (page.source, page.name))
    yield from (page.extracts[0] for page in random.Random(5).sample(order, PAGES))


def stretches(small: Judge, large: Judge, texts: Sequence[str]) -> list[Stretch]:
    """What the two say of every stretch of some texts."""
    small, large = Remembered(small), Remembered(large)
    one, other = calibration(small.weights.meta), calibration(large.weights.meta)
    found = []
    for text in texts:
        for context, places in groupby(passages(read(text)), key=lambda place: place.context):
            (first,), (own,) = small.weigh([context]), large.weigh([context])
            each = [other.probabilities(said, own) for said in large.weigh([place.alone for place in places])]
            best = [
                max(_past(other, chances, level) for chances in each) for level in ("question", "warning")
            ]
            found.append(Stretch(one.lead(first, 1), other.lead(own, 1), *best))
    return found


def _past(scales: Calibration, chances: dict[str, float], level: str) -> float:
    return max(
        _log_odds(chances[name]) - _log_odds(getattr(scale, level)) for name, scale in scales.scales.items()
    )


def _log_odds(chance: float) -> float:
    inside = min(max(chance, 1e-9), 1 - 1e-9)
    return log(inside / (1 - inside))


def lost(
    some: Sequence[Stretch], first: float, own: float, less: tuple[float, float]
) -> dict[str, list[int]]:
    """Of the stretches that are warned or asked about, in texts of all lengths, how many the floors lose."""
    told = {"warning": [0, 0], "question": [0, 0]}
    for length in LENGTHS:
        of_small, of_large = (one * log(length) for one in less)
        for stretch in some:
            if stretch.best >= of_large:
                level = told["warning" if stretch.warns >= of_large else "question"]
                level[1] += 1
                level[0] += stretch.first - of_small < first or stretch.own - of_large < own
    return told


def chosen(some: Sequence[Stretch], less: tuple[float, float]) -> tuple[float, float]:
    """The highest floors, for the small reader and the large one, that lose nothing."""

    def quiet(first: float, own: float) -> bool:
        return not any(gone for gone, _ in lost(some, first, own, less).values())

    return (
        next(floor for floor in STEPS if quiet(floor, -99.0)),
        next(floor for floor in STEPS if quiet(-99.0, floor)),
    )


def report(small: Judge, large: Judge, texts: Sequence[str], apart: Sequence[str]) -> str:
    """What belongs into floors.toml by `texts`, and what those floors lose of them and of the texts kept apart."""
    some, others = (stretches(small, large, kept) for kept in (texts, apart))
    less = small.weights.meta["lengthy"], large.weights.meta["lengthy"]
    first, own = chosen(some, less)
    floors = f'own = {own}\nfirst = {first}\nfirst_sha256 = "{small.weights.fingerprint}"'
    gone = [lost(kept, first, own, less) for kept in (some, others)]
    return f"{floors}\nlost, of how many, where they were chosen and on the voices kept apart: {gone}"
