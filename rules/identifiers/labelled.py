"""A value that only a word beside it gives away: "SIN 123 456 782", « mot de passe : … »."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

Span = tuple[int, int]
"""Start and end in code points, end exclusive."""

BETWEEN = (
    r"(?:[\s:#=(,.\-]|\b(?:is|was|are|est|no|nr|n°|nº|num|number|num[ée]ro|of|de|du|le|la|the|my|his|her|for|id)\b)"
    r"{0,14}"
)
"""What may stand between a label and its number: up to fourteen signs, spaces and small words."""
_OWNER = r"(?: d(?:u |e la |e l['’]|e |['’])[\w-]{2,20})?"
"""Whose it is, or of where, as French says it right behind the label: « NAS de la cliente », « carte de l’Ontario »."""

_DIGITS = re.compile(r"\d+")
_REACH = 200
"""Code points: more than a label and what may stand between it and its number, and than any value."""


def after_label(labels: str, value: str) -> Callable[[str], Iterator[Span]]:
    """A detector of `value` (a pattern) right behind one of `labels` (a pattern), in either case of letters.

    It searches around every digit, so ask `rules.identifiers.hints` first whether a label could be there.
    """

    @cache
    def pattern() -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{labels})(?!\w){_OWNER}{BETWEEN}(?P<value>{value})", re.IGNORECASE)

    def found(text: str) -> Iterator[Span]:
        for start, end in _around_digits(text):
            yield from (hit.span("value") for hit in pattern().finditer(text, start, end))

    return found


@lru_cache(maxsize=1)
def _around_digits(text: str) -> list[Span]:
    # Every value has digits, and most of a text has none near. A dozen detectors ask in a row.
    found: list[Span] = []
    for digits in _DIGITS.finditer(text):
        start, end = max(digits.start() - _REACH, 0), digits.end() + _REACH
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found
