"""Which topics are asked about: each once, and never where a rule has said something heavier already.

A topic accuses nobody. It stands for a sentence that names something sensitive and that no rule judged.
"""

from collections.abc import Iterable, Iterator

from rules.finding import Level
from rules.matching import Hit
from rules.reading import Reading
from rules.regions import Span


def asked_once(topics: Iterable[Hit], judged: Iterable[Hit], reading: Reading) -> Iterator[Hit]:
    """The first of `topics` for each rule whose sentence holds none of `judged` at warning or above."""
    spoken = {_sentence(hit, reading) for hit in judged if hit.rule.level >= Level.WARNING}
    asked: set[str] = set()
    for hit in sorted(topics, key=lambda hit: hit.start):
        if hit.rule.id not in asked and _sentence(hit, reading) not in spoken:
            asked.add(hit.rule.id)
            yield hit


def _sentence(hit: Hit, reading: Reading) -> Span:
    words, window = reading.place(hit.start, hit.end)
    return window or words
