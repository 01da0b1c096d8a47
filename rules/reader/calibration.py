"""From what an encoder says to a probability a category, and from that to a level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp
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

    def probability(self, own: float, breach: float) -> float:
        """Between 0 and 1."""
        sum_ = self.own * own + self.breach * breach + self.shift
        return 1 / (1 + exp(-max(-60.0, min(60.0, sum_))))

    def level(self, probability: float) -> Level | None:
        """None: nothing to say. Never a stop."""
        if probability >= self.warning:
            return Level.WARNING
        return Level.QUESTION if probability >= self.question else None


@dataclass(frozen=True, slots=True)
class Calibration:
    """The scales of a reader, by category in the order of its logits."""

    scales: Mapping[str, Scale]
    context: float
    """How much the sentence among its neighbours counts beside the sentence alone, from 0 to 1."""

    def moved(self, shifts: Mapping[str, float]) -> "Calibration":
        """The same with the log-odds of some categories moved, by what one person taught it."""
        scales = {
            name: replace(scale, shift=scale.shift + shifts.get(name, 0.0))
            for name, scale in self.scales.items()
        }
        return Calibration(scales, self.context)

    def probabilities(self, alone: Sequence[float], context: Sequence[float]) -> dict[str, float]:
        """One probability a category, from the logits of a sentence alone and among its neighbours."""
        share = self.context
        mixed = [(1 - share) * one + share * other for one, other in zip(alone, context, strict=True)]
        breach = mixed[-1]
        return {
            name: scale.probability(own, breach)
            for (name, scale), own in zip(self.scales.items(), mixed[:-1], strict=True)
        }


def calibration(meta: Mapping[str, Any]) -> Calibration:
    """The calibration that came with some weights. Raises KeyError and TypeError where it is none."""
    scales = {
        name: Scale(**{key: float(value) for key, value in meta["scales"][name].items()})
        for name in meta["categories"]
    }
    return Calibration(scales, float(meta["context"]))
