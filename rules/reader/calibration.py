"""From what an encoder says to a probability a category, and from that to a level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from math import exp, log
from typing import Any

from rules.finding import Level


@dataclass(frozen=True, slots=True)
class Breach:
    """How any breach is read off, whichever it is: from its own logit, and from the highest of the categories."""

    any: float
    likeliest: tuple[float, ...]
    """What the highest logit of a category counts, the next, and so on."""
    shift: float

    def log_odds(self, each: Sequence[float], any_: float) -> float:
        """From the logits of the categories, in any order, and that of any breach."""
        highest = zip(self.likeliest, sorted(each, reverse=True), strict=False)
        return self.any * any_ + sum(weight * logit for weight, logit in highest) + self.shift


@dataclass(frozen=True, slots=True)
class Scale:
    """How one category is read off: how it compares with the others, and two thresholds."""

    own: float
    breach: float
    shift: float
    question: float
    """Least probability that is asked about."""
    warning: float
    """Least probability that is warned about; past 1: never."""

    def log_odds(self, own: float, breach: float) -> float:
        """From its own logit and that of any breach."""
        return self.own * own + self.breach * breach + self.shift

    def level(self, probability: float) -> Level | None:
        """None: nothing to say. Never a stop."""
        if probability >= self.warning:
            return Level.WARNING
        return Level.QUESTION if probability >= self.question else None

    def lead(self, probability: float) -> float:
        """How far a probability is past the least that is asked about, in log-odds; below 0: short of it."""
        return _log_odds(probability) - _asked(self.question)


def _chance(log_odds: float) -> float:
    return 1 / (1 + exp(-max(-60.0, min(60.0, log_odds))))


def _log_odds(probability: float) -> float:
    inside = min(max(probability, 1e-9), 1 - 1e-9)
    return log(inside / (1 - inside))


_asked = cache(_log_odds)
"""Of a threshold: there are few, and each sentence is held against them all."""


MOST_COUNTED = 40
"""Sentences past which a text is no longer taken for longer."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """The scales of a reader, by category in the order of its logits.

    Whether there is a breach is easier to tell than which: the likeliest category is as likely as any breach is, and
    each other one is as likely as it looks by itself, but no likelier than that.
    """

    breach: Breach
    scales: Mapping[str, Scale]
    context: float
    """How much the sentence among its neighbours counts beside the sentence alone, from 0 to 1."""
    lengthy: float = 0.0
    """How much less likely one sentence of many is: the log-odds taken off for each e-fold of their number.

    In a text of n sentences each is n times as likely to be remarked on by chance, and most long texts are
    published ones that were read before.
    """
    taught: Mapping[str, float] = field(default_factory=dict)
    """The log-odds that one person's answers added to some categories."""

    def moved(self, shifts: Mapping[str, float]) -> "Calibration":
        """The same with the log-odds of some categories moved, by what one person taught it."""
        return replace(self, taught=shifts)

    def probabilities(
        self, alone: Sequence[float], context: Sequence[float], *, among: int = 1
    ) -> dict[str, float]:
        """One probability a category, from the logits of a sentence alone and among its neighbours.

        `among`: how many sentences its text has.
        """
        return dict(zip(self.scales, map(_chance, self._log_odds(alone, context, among)), strict=True))

    def lead(self, logits: Sequence[float], among: int) -> float:
        """How far its likeliest category is past being asked about, from the logits of a sentence read once."""
        odds = zip(self._log_odds(logits, logits, among), self.scales.values(), strict=True)
        return max([one - _asked(scale.question) for one, scale in odds])

    def _log_odds(self, alone: Sequence[float], context: Sequence[float], among: int) -> list[float]:
        share = self.context
        *each, any_ = [(1 - share) * one + share * other for one, other in zip(alone, context, strict=True)]
        less = self.lengthy * log(min(max(among, 1), MOST_COUNTED))
        breach = self.breach.log_odds(each, any_)
        odds = [scale.log_odds(own, any_) for scale, own in zip(self.scales.values(), each, strict=True)]
        likeliest = max(odds)
        told = [(breach if one == likeliest or one > breach else one) - less for one in odds]
        return [one + self.taught.get(name, 0.0) for one, name in zip(told, self.scales, strict=True)]


def calibration(meta: Mapping[str, Any]) -> Calibration:
    """The calibration that came with some weights. Raises KeyError and TypeError where it is none."""
    scales = {
        name: Scale(**{key: float(value) for key, value in meta["scales"][name].items()})
        for name in meta["categories"]
    }
    told = meta["breach"]
    breach = Breach(float(told["any"]), tuple(map(float, told["likeliest"])), float(told["shift"]))
    return Calibration(breach, scales, float(meta["context"]), float(meta.get("lengthy", 0.0)))
