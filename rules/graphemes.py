"""What a reader sees as one character: the extended grapheme cluster of the current Unicode tables."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import regex

PLAIN: Final = (
    r"\x00-\x0c\x0e-\u02ff\u0370-\u0482\u048a-\u0590\u05d0-\u05f4\u0620-\u064a\u1e00-\u200b\u200e-\u20cf\u2100-\u2cee"
    r"\u3000-\u3029\u3030-\u3098\u309b-\ua66e\uac00-\ud7a3\ue000-\ufb1d\ufb1f-\ufdff"
    r"\U0001f300-\U0001f3fa\U0001f400-\U0001fbff\U00020000-\U000dffff"
)
"""Code points of which any two beside each other are two clusters: letters, signs and pictures that join nothing
by themselves (Grapheme_Cluster_Break Other, Control, LV or LVT)."""
# Where clusters could be: a stretch that holds something else, with a plain sign on both sides. No run of it
# touches the next, so that each is counted by itself.
_JOINING: Final = rf"[{PLAIN}]?+(?:[^{PLAIN}]++[{PLAIN}]?+)++"


def grapheme_count(text: str) -> int:
    """How many grapheme clusters `text` shows; CR LF is one (UAX #29)."""
    if "\r" in text:
        # Not a line feed alone: a carriage return before the pair would then pair with it.
        text = text.replace("\r\n", "\v")
    if text.isascii():
        return len(text)
    joined = (found[0] for found in _joining().finditer(text))
    return len(text) - sum(len(stretch) - len(_cluster().findall(stretch)) for stretch in joined)


def grapheme_ends(text: str) -> list[int]:
    """Where each cluster ends, in code points; the last is the length of `text`."""
    return [found.end() for found in _cluster().finditer(text)]


# Made once they are wanted: the library and both patterns take as long as the first picture of a screen.


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(_JOINING)


@cache
def _cluster() -> "regex.Pattern[str]":
    import regex

    # Flags are taken in pairs by hand: the library's \\X counts a run of them again from its start for each.
    return regex.compile(r"\p{RI}{2}[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*+|\X")
