"""What a reader sees as one character: the extended grapheme cluster of the current Unicode tables."""

from typing import Final

import regex

# Flags are taken in pairs by hand: the library's \\X counts a run of them again from its start for each.
_CLUSTER: Final = regex.compile(r"\p{RI}{2}[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*+|\X")


def grapheme_count(text: str) -> int:
    """How many grapheme clusters `text` shows; CR LF is one (UAX #29)."""
    if text.isascii() and "\r" not in text:
        return len(text)
    return len(_CLUSTER.findall(text))


def grapheme_ends(text: str) -> list[int]:
    """Where each cluster ends, in code points; the last is the length of `text`."""
    return [found.end() for found in _CLUSTER.finditer(text)]
