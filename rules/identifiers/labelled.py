"""A value that only a word beside it gives away: "SIN 123 456 782", « mot de passe : … »."""

import re
from collections.abc import Callable, Iterator

Span = tuple[int, int]
"""Start and end in code points, end exclusive."""

BETWEEN = (
    r"(?:[\s:#=(.\-]|\b(?:is|was|are|est|no|nr|n°|nº|num|number|num[ée]ro|of|de|du|le|la|the|my|his|her|for|id)\b)"
    r"{0,14}"
)
"""What may stand between a label and its number: up to fourteen signs, spaces and small words."""


def after_label(labels: str, value: str) -> Callable[[str], Iterator[Span]]:
    """A detector of `value` (a pattern) right behind one of `labels` (a pattern), in either case of letters."""
    pattern = re.compile(rf"(?<!\w)(?:{labels})(?!\w){BETWEEN}(?P<value>{value})", re.IGNORECASE)

    def found(text: str) -> Iterator[Span]:
        return (hit.span("value") for hit in pattern.finditer(text))

    return found
