"""Every sign of form by the name a rule pack gives it."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final

from rules.accounts import may_hold_handles, may_hold_hashtags
from rules.identifiers.hints import hinted
from rules.signs.accounts import campaign_hashtag, party_account, politician_account
from rules.signs.form import (
    capital_line,
    image_name_with_blank,
    image_without_words,
    joined_hashtag,
    long_quotation,
    many_emoji,
)
from rules.signs.languages import one_language_link
from rules.signs.names import named_person
from rules.sketch import sketch

Span = tuple[int, int]

SIGNS: Final[Mapping[str, Callable[[str], Iterator[Span]]]] = {
    "image-without-words": image_without_words,
    "image-name-with-blank": image_name_with_blank,
    "joined-hashtag": joined_hashtag,
    "many-emoji": many_emoji,
    "capital-line": capital_line,
    "long-quotation": long_quotation,
    "politician-account": politician_account,
    "party-account": party_account,
    "campaign-hashtag": campaign_hashtag,
    "named-person": named_person,
    "one-language-link": one_language_link,
}
"""Each takes a text and gives spans, in code points, in time linear in its length."""

_LONG_TAG = re.compile("#[a-z]{8}")
_PICTURE = re.compile("[\u2600-\U0001ffff]")
_CUES = (
    *("thank", "shout", "kudos", "hats", "credit", "props", "interviewed"),
    *("merci", "bravo", "chapeau", "licitations", "rencontré"),
)
_WITH_A_NAME = re.compile(r"(?:[wW][iI][tT][hH]|[aA][vV][eE][cC])\s+[A-ZÀ-Þ]")


def _may_name(text: str) -> bool:
    lowered = text.lower()
    if hinted(lowered, _CUES):
        return True
    return ("with" in lowered or "avec" in lowered) and bool(_WITH_A_NAME.search(text))


def _may_shout(text: str) -> bool:
    drawn = sketch(text)
    return b"AA AA" in drawn or b"AA,AA" in drawn


_NEEDS: Final[Mapping[str, Callable[[str], object]]] = {
    "image-without-words": lambda text: "![" in text,
    "image-name-with-blank": lambda text: "![" in text,
    "joined-hashtag": lambda text: "#" in text and _LONG_TAG.search(text),
    "many-emoji": lambda text: not text.isascii() and _PICTURE.search(text),
    "capital-line": _may_shout,
    "long-quotation": lambda text: "“" in text or "«" in text,
    "politician-account": may_hold_handles,
    "party-account": lambda text: may_hold_hashtags(text) or may_hold_handles(text),
    "campaign-hashtag": may_hold_hashtags,
    "named-person": _may_name,
    "one-language-link": lambda text: ".ca/" in text,
}


def signs_in(text: str, asked: Collection[str] = SIGNS.keys()) -> set[str]:
    """The names of those of `asked` that could be in `text`; other names are passed over."""
    return {name for name, needs in _NEEDS.items() if name in asked and needs(text)}
