"""Where in a long text a pattern can match at all: near the words and signs that none of its matches does without."""

from collections.abc import Collection, Iterator

from rules.identifiers.hints import hinted
from rules.identifiers.labelled import Span

REACH = 320
"""Code points: more than any match has before or behind the sign that it holds, what stands beside it included."""


def around(text: str, said: str, signs: Collection[str]) -> list[Span]:
    """The stretches of `text` near any of `signs` (casefolded), in order and apart; all of a text that is no longer.

    `said` is `text` casefolded.

    A pattern whose matches each hold one of `signs`, with less than `REACH` on its two sides, finds the same there as
    in the whole text.
    """
    if len(text) <= 2 * REACH or len(said) != len(text):
        return [(0, len(text))] if hinted(said, signs) else []
    stretches: list[Span] = []
    for place in sorted(place for sign in signs for place in _places(said, sign)):
        start = max(place - REACH, 0)
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, place + REACH))
    return stretches


def _places(said: str, sign: str) -> Iterator[int]:
    place = said.find(sign)
    while place >= 0:
        yield place
        place = said.find(sign, place + 1)
