"""What of a passage may be repeated: never a secret, an identity number or a control character.

A finding shows its passage on screens, in logs and in exchange files, so the copy is made harmless
here, once. Offsets keep pointing at the real text.
"""

import re
from typing import Final

from rules.language import Language

LONGEST = 120
"""Longest passage repeated, in code points; a longer one is cut and ends with …"""
_NUMBER = re.compile("\\d(?:[\\s\\-\u2010-\u2015\u2212.\u200b-\u200f\u2060\u00ad]{0,3}\\d){5,}")
_DIGIT = re.compile(r"\d")
# Line ends and tabs stay: they are ordinary in a passage that wraps. A lone carriage return is not.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)"
)

_LENGTH: Final = {"en": "•••• ({} characters)", "fr": "•••• ({} caractères)"}


def masked(passage: str, *, whole: bool = False, language: Language = "en") -> str:
    """The passage as it may be shown, at most 120 code points.

    `whole` shows only its length in code points, in `language`. Otherwise each digit of a number with six digits or
    more (spaces, hyphens and points inside it allowed) becomes •, and control characters become U+FFFD.
    """
    if whole:
        return _LENGTH[language].format(len(passage))
    # Four times the length is read, so that a number that runs over the cut is still seen whole.
    shown = _NUMBER.sub(lambda number: _DIGIT.sub("•", number.group()), passage[: 4 * LONGEST])
    shown = _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", shown)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"
