"""Parts of like size: as many as are needed, none left over nearly empty, none cut worse than it has to be."""

from typing import Final

from rules.cuts import Cutter, Span

_SHARES: Final = (0.55, 0.65, 0.75, 0.85, 0.93)
"""How full a part may get, tried in turn: the first that needs no more parts and no worse cuts is taken."""
_MOST_PARTS: Final = 30
"""Longer chains are left as they fall: trying them again would take its time and nobody would see."""
_LEAST: Final = 40
"""Units of a tightened part; below that a number takes too much of it."""


def balanced(section: Span, cutter: Cutter) -> list[Span]:
    """The parts of one stretch of text (code points), in order, each within the limit, evened out.

    As many as `cutter` makes, and cut no worse: where that cannot be had they are as it makes them.
    """
    parts = cutter.cut(*section)
    limit = cutter.platform.limit
    if limit is None or not 1 < len(parts) <= _MOST_PARTS:
        return parts
    rough = cutter.roughness(parts)
    for share in _SHARES:
        if limit * share < _LEAST:
            continue
        tried = cutter.tightened(share).cut(*section)
        if len(tried) == len(parts) and cutter.roughness(tried) <= rough:
            return tried
    return parts
