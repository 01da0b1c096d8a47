"""What a reader makes of texts that it never saw, in the very way it reads them: sentence by sentence, in context."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from rules.reader.calibration import MOST_COUNTED
from rules.reader.passages import Passage, passages
from rules.reading import read

Weigh = Callable[[Sequence[str]], Sequence[Sequence[float]]]


@dataclass
class Weighed:
    """Texts with the logits of each of their sentences, alone and in context."""

    alone: list[np.ndarray] = field(default_factory=list)
    context: list[np.ndarray] = field(default_factory=list)
    whole: np.ndarray = field(default_factory=lambda: np.zeros((0, 0)))
    """The logits of each text read as one."""

    def mixed(self, share: float) -> list[np.ndarray]:
        """For each text, (sentences, outputs)."""
        return [
            (1 - share) * one + share * other for one, other in zip(self.alone, self.context, strict=True)
        ]


def weighed(weigh: Weigh, texts: Sequence[str]) -> Weighed:
    """Every text through `weigh`, each sentence and context once."""
    cut: list[list[Passage]] = [passages(read(text)) or [Passage(0, len(text), text, text)] for text in texts]
    flat = [" ".join(text.split()) for text in texts]
    wanted = list(dict.fromkeys([s for ps in cut for p in ps for s in (p.alone, p.context)] + flat))
    known = dict(zip(wanted, np.array(weigh(wanted)), strict=True))
    return Weighed(
        [np.array([known[p.alone] for p in ps]) for ps in cut],
        [np.array([known[p.context] for p in ps]) for ps in cut],
        np.array([known[text] for text in flat]),
    )


def each(meta: Mapping[str, Any], given: Weighed, share: float, lengthy: float) -> list[np.ndarray]:
    """The probabilities of each text's sentences, (sentences, categories).

    `meta`: the scales of the reader; `share` of the context and `lengthy` as in the calibration.
    """
    from tests.training.calibrating import chances

    def less(count: int) -> float:
        return lengthy * float(np.log(min(count, MOST_COUNTED)))

    return [chances(meta, logits, less(len(logits))) for logits in given.mixed(share)]


def highest(meta: Mapping[str, Any], given: Weighed, share: float, lengthy: float = 0.0) -> np.ndarray:
    """The highest probability of each category among the sentences of each text, (texts, categories)."""
    return np.array([probable.max(0) for probable in each(meta, given, share, lengthy)])


def interval(hits: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * ((share * (1 - share) + z * z / (4 * of)) / of) ** 0.5 / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)
