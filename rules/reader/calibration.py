"""From what an encoder says to a probability a category, and from that to a level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log
from typing import Any

from rules.finding import Level


@dataclass(frozen=True, slots=True)
class Scale:
    """How one category is read off: a probability from its own logit and that of any breach, and two thresholds."""

    own: float
    breach: float
    shift: float
    question: float
    """Least probability that is asked about."""
    warning: float
    """Least probability that is warned about; past 1: never."""

    def probability(self, own: float, breach: float, less: float = 0.0) -> float:
        """Between 0 and 1; `less` is taken off the log-odds."""
        sum_ = self.own * own + self.breach * breach + self.shift - less
        return 1 / (1 + exp(-max(-60.0, min(60.0, sum_))))

    def level(self, probability: float) -> Level | None:
        """None: nothing to say. Never a stop."""
        if probability >= self.warning:
            return Level.WARNING
        return Level.QUESTION if probability >= self.question else None

    def lead(self, probability: float) -> float:
        """How far a probability is past the least that is asked about, in log-odds; below 0: short of it."""
        return _log_odds(probability) - _log_odds(self.question)


def _log_odds(probability: float) -> float:
    inside = min(max(probability, 1e-9), 1 - 1e-9)
    return log(inside / (1 - inside))


MOST_COUNTED = 40
"""Sentences past which a text is no longer taken for longer."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """The scales of a reader, by category in the order of its logits."""

    scales: Mapping[str, Scale]
    context: float
    """How much the sentence among its neighbours counts beside the sentence alone, from 0 to 1."""
    lengthy: float = 0.0
    """How much less likely one sentence of many is: the log-odds taken off for each e-fold of their number.

    In a text of n sentences each is n times as likely to be remarked on by chance, and most long texts are
    published ones that were read before.
    """

    def moved(self, shifts: Mapping[str, float]) -> "Calibration":
        """The same with the log-odds of some categories moved, by what one person taught it."""
        scales = {
            name: replace(scale, shift=scale.shift + shifts.get(name, 0.0))
            for name, scale in self.scales.items()
        }
        return replace(self, scales=scales)

    def probabilities(
        self, alone: Sequence[float], context: Sequence[float], *, among: int = 1
    ) -> dict[str, float]:
        """One probability a category, from the logits of a sentence alone and among its neighbours.

        `among`: how many sentences its text has.
        """
        share = self.context
        less = self.lengthy * log(min(max(among, 1), MOST_COUNTED))
        mixed = [(1 - share) * one + share * other for one, other in zip(alone, context, strict=True)]
        breach = mixed[-1]
        return {
            name: scale.probability(own, breach, less)
            for (name, scale), own in zip(self.scales.items(), mixed[:-1], strict=True)
        }

    def lead(self, logits: Sequence[float], among: int) -> float:
        """How far its likeliest category is past being asked about, from the logits of a sentence read once."""
        chances = self.probabilities(logits, logits, among=among)
        return max(scale.lead(chances[name]) for name, scale in self.scales.items())


def calibration(meta: Mapping[str, Any]) -> Calibration:
    """The calibration that came with some weights. Raises KeyError and TypeError where it is none."""
    scales = {
        name: Scale(**{key: float(value) for key, value in meta["scales"][name].items()})
        for name in meta["categories"]
    }
    return Calibration(scales, float(meta["context"]), float(meta.get("lengthy", 0.0)))
