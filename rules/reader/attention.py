"""How closely each sentence of a text is read: first stretches of neighbours, then what may have something to say.

A stretch that stays below the floors is left, and nothing is said of its sentences. Any other one is read as if there
were no floors: each of its sentences alone and among its neighbours.
"""

from collections.abc import Sequence

from rules.reader.calibration import Calibration
from rules.reader.floors import Floors
from rules.reader.judge import Judge
from rules.reader.passages import Passage


class Attention:
    """Gives the passages of a text their probabilities, by one judge, before which a smaller one may have read them."""

    def __init__(
        self,
        judge: Judge,
        scales: Calibration,
        floors: Floors | None = None,
        first: tuple[Judge, Calibration] | None = None,
    ) -> None:
        """Without `floors` everything is read; `first` reads before the judge."""
        self._judge = judge
        self._scales = scales
        self._floors = floors
        self._first = first

    def chances(self, places: Sequence[Passage], among: int, *, whole: bool) -> list[dict[str, float]]:
        """The probabilities of each of some passages of a text that has `among`; empty where one was left.

        `whole`: none is left.
        """
        stretches = list(dict.fromkeys(place.context for place in places))
        near = set(stretches if whole else self._near(stretches, among))
        read = [place for place in places if place.context in near]
        alone = self._judge.weigh([place.alone for place in read])
        context = self._judge.weigh([place.context for place in read])
        said = {
            place: self._scales.probabilities(one, other, among=among)
            for place, one, other in zip(read, alone, context, strict=True)
        }
        return [said.get(place, {}) for place in places]

    def _near(self, stretches: list[str], among: int) -> list[str]:
        # Those that are read closely.
        floors = self._floors
        if floors is None:
            return stretches
        if self._first:
            stretches = _over(floors.first, stretches, *self._first, among)
        return _over(floors.own, stretches, self._judge, self._scales, among)


def _over(floor: float, stretches: list[str], judge: Judge, scales: Calibration, among: int) -> list[str]:
    said = zip(stretches, judge.weigh(stretches), strict=True)
    return [stretch for stretch, logits in said if scales.lead(logits, among) >= floor]
