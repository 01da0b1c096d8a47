"""Which cuts one stretch of text gets, when every part has to fit with its number behind it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from rules.breaks import Break, Rank, breaks
from rules.graphemes import grapheme_ends
from rules.measure import measure
from rules.platforms import Platform

Span = tuple[int, int]
"""Start and end in code points, end exclusive."""

_FILL: Final = ((Rank.PARAGRAPH, 0.5), (Rank.SENTENCE, 0.5), (Rank.CLAUSE, 0.7), (Rank.WORD, 0.0))
"""The best kind of place is taken as soon as it leaves a part this full, against the most that fits."""
_SHORT: Final = 0.4
"""A last part below this share of the one before it is evened out."""
_RANK_COST: Final = 0.12
_INSIDE_A_WORD: Final = 100
_POINTS_PER_UNIT: Final = 4
_SPARE_POINTS: Final = 4_096
"""A part holds at most four code points a unit and one longest link more, so that measuring stays short."""


class Cutter:
    """One text, one platform, one width of number: where to cut so that each part fits."""

    def __init__(self, text: str, platform: Platform, number: str, *, reply: bool = False) -> None:
        """`reply`: what begins with the text's first words answers somebody."""
        self.text = text
        self.platform = platform
        self.number = number
        self.reply = reply
        self._first = len(text) - len(text.lstrip()) if reply else -1
        self.most_points = _POINTS_PER_UNIT * (platform.limit or platform.byte_limit or 0) + _SPARE_POINTS
        self._places: list[Break] | None = None

    def fits(self, start: int, end: int) -> bool:
        """Whether these code points, with the number behind them, are within the platform's limits."""
        part = self.text[start:end] + self.number
        return measure(part, self.platform, reply=self.reply and start <= self._first).within

    def cut(self, start: int, end: int) -> list[Span]:
        """The parts of one stretch, in order; white space at the cuts belongs to none."""
        parts: list[Span] = []
        while start < end:
            stop, after = self._next(start, end)
            parts.append((start, stop))
            start = after
        return self._evened(parts)

    def tightened(self, share: float) -> "Cutter":
        """The same text and number, where only this share of the platform's limit may be filled."""
        limit = int((self.platform.limit or 0) * share)
        tight = Cutter(self.text, replace(self.platform, limit=limit), self.number, reply=self.reply)
        tight._places = self.places
        return tight

    def roughness(self, parts: Sequence[Span]) -> int:
        """How unwillingly this stretch was cut into these parts: the sum of the ranks of its cuts."""
        return sum(self._rank(stop) for _, stop in parts[:-1])

    def _rank(self, stop: int) -> int:
        at = bisect_left(self.places, stop, key=_place_end)
        found = at < len(self.places) and self.places[at].end == stop
        return self.places[at].rank if found else _INSIDE_A_WORD

    @property
    def places(self) -> list[Break]:
        """Every place to cut, found once."""
        if self._places is None:
            self._places = breaks(self.text)
        return self._places

    def _next(self, start: int, end: int) -> Span:
        """Where the part that begins at `start` stops, and where the next begins."""
        low = bisect_right(self.places, start, key=_place_end)
        high = bisect_left(self.places, end, low, key=_place_end)

        def stop(index: int) -> int:
            return self.places[low + index].end if low + index < high else end

        fitting = _most(high - low + 1, lambda index: self._part_fits(start, stop(index)))
        if fitting == high - low + 1:
            return end, end
        if fitting == 0:
            return self._inside(start, stop(0))
        chosen = self._best(start, self.places[low : low + fitting])
        return chosen.end, chosen.start

    def _part_fits(self, start: int, end: int) -> bool:
        # A word of a megabyte is known not to fit without being measured for every part.
        return end - start <= self.most_points and self.fits(start, end)

    def _best(self, start: int, choices: list[Break]) -> Break:
        most = choices[-1].end - start
        for rank, fill in _FILL:
            for choice in reversed(choices):
                if choice.end - start < fill * most:
                    break
                if choice.rank <= rank and self.fits(start, choice.end):
                    return choice
        return choices[-1]

    def _inside(self, start: int, end: int) -> Span:
        """The last resort: a word longer than a part is cut between characters, or inside a monstrous one."""
        for ahead in (self.most_points // 16, self.most_points):
            ends = self._ends(start, min(end, start + ahead))
            taken = self._fitting(start, ends)
            if 0 < taken < len(ends):
                break
        if taken:
            return ends[taken - 1], ends[taken - 1]
        points = max(1, self._fitting(start, range(start + 1, end + 1)))
        return start + points, start + points

    def _fitting(self, start: int, stops: Sequence[int]) -> int:
        return _most(len(stops), lambda index: self._part_fits(start, stops[index]))

    def _ends(self, start: int, end: int) -> list[int]:
        ends = [start + stop for stop in grapheme_ends(self.text[start:end])]
        if end < len(self.text):
            # The look-ahead may have ended in the middle of a character.
            ends.pop()
        return ends

    def _evened(self, parts: list[Span]) -> list[Span]:
        if len(parts) < 2:
            return parts
        (start, stop), (after, end) = parts[-2:]
        if end - after >= _SHORT * (stop - start):
            return parts
        low, high = (bisect_left(self.places, place, key=_place_end) for place in (start + 1, end))
        for choice in sorted(self.places[low:high], key=lambda place: _unevenness(place, start, end)):
            if self.fits(start, choice.end) and self.fits(choice.start, end):
                return [*parts[:-2], (start, choice.end), (choice.start, end)]
        return parts


def _place_end(place: Break) -> int:
    return place.end


def _unevenness(place: Break, start: int, end: int) -> float:
    left, right = place.end - start, end - place.start
    return abs(left - right) / (left + right) + _RANK_COST * place.rank


def _most(size: int, fits: Callable[[int], bool]) -> int:
    """How many of the first `size` fit, by doubling and then halving: few and short measurements."""
    if not size or not fits(0):
        return 0
    low, step = 1, 1
    while low + step <= size and fits(low + step - 1):
        low, step = low + step, step * 2
    high = min(size, low + step - 1)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle - 1):
            low = middle
        else:
            high = middle - 1
    return low
