"""How closely each sentence of a text is read: a short text whole, of a long one what may have something to say.

Neighbours share their context. A stretch of them in which no sentence reaches the floors is left; a stretch in
which one does is read whole, just as it would be in a short text.
"""

from collections.abc import Sequence

from rules.reader.calibration import Calibration
from rules.reader.floors import Floors
from rules.reader.judge import Judge
from rules.reader.passages import Passage


class Attention:
    """Gives the passages of a text their probabilities, one judge's or, of long texts, after another one's."""

    def __init__(
        self,
        judge: Judge,
        scales: Calibration,
        floors: Floors | None = None,
        first: tuple[Judge, Calibration] | None = None,
    ) -> None:
        """`floors`: how sparingly it reads long texts, otherwise it reads all; `first` is asked before the judge."""
        self._judge = judge
        self._scales = scales
        self._floors = floors
        self._first = first

    def chances(self, places: Sequence[Passage], among: int, *, whole: bool) -> list[dict[str, float]]:
        """The probabilities of each of some passages of a text that has `among`; empty where one was left.

        No stretch of neighbours may be cut. `whole`: none is left.
        """
        left = set() if whole else self._left(places, among)
        read = [place for place in places if place.context not in left]
        alone = self._judge.weigh([place.alone for place in read])
        context = self._judge.weigh([place.context for place in read])
        said = {
            place: self._scales.probabilities(one, other, among=among)
            for place, one, other in zip(read, alone, context, strict=True)
        }
        return [said.get(place, {}) for place in places]

    def _left(self, places: Sequence[Passage], among: int) -> set[str]:
        # The contexts of the stretches that are left.
        if self._floors is None or among < self._floors.among:
            return set()
        near = list(places)
        if self._first:
            near = _over(self._floors.first, near, *self._first, among)
        near = _over(self._floors.alone, near, self._judge, self._scales, among)
        return {place.context for place in places} - {place.context for place in near}


def _over(
    floor: float, places: Sequence[Passage], judge: Judge, scales: Calibration, among: int
) -> list[Passage]:
    said = judge.weigh([place.alone for place in places])
    return [place for place, logits in zip(places, said, strict=True) if scales.lead(logits, among) >= floor]
