"""Every sign of form by the name a rule pack gives it."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from rules.signs.accounts import politician_account
from rules.signs.form import (
    capital_line,
    image_without_words,
    joined_hashtag,
    long_quotation,
    many_emoji,
)
from rules.signs.languages import one_language_link
from rules.signs.names import named_person

Span = tuple[int, int]

SIGNS: Final[Mapping[str, Callable[[str], Iterator[Span]]]] = {
    "image-without-words": image_without_words,
    "joined-hashtag": joined_hashtag,
    "many-emoji": many_emoji,
    "capital-line": capital_line,
    "long-quotation": long_quotation,
    "politician-account": politician_account,
    "named-person": named_person,
    "one-language-link": one_language_link,
}
"""Each takes a text and gives spans, in code points, in time linear in its length."""

_SHOUT = re.compile(r"[A-Z]{2,}[ ,][A-Z]{2,}")
_CUE = re.compile(
    r"[tT]hank|[sS]hout|[kK]udos|[hH]ats off|[cC]redit to|[pP]rops to|[mM]erci|[bB]ravo|[cC]hapeau|itations à"
    r"| with [A-Z]|[iI]nterviewed|[rR]encontré| avec [A-ZÀ-Þ]"
)
_NEEDS: Final[Mapping[str, Callable[[str], object]]] = {
    "image-without-words": lambda text: "![" in text,
    "joined-hashtag": lambda text: "#" in text,
    "many-emoji": lambda text: not text.isascii() and max(text) >= "\u2600",
    "capital-line": _SHOUT.search,
    "long-quotation": lambda text: "“" in text or "«" in text,
    "politician-account": lambda text: "@" in text,
    "named-person": _CUE.search,
    "one-language-link": lambda text: ".ca/" in text,
}


def signs_in(text: str) -> set[str]:
    """The names of those that could be in `text`."""
    return {name for name, needs in _NEEDS.items() if needs(text)}
