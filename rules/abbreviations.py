"""Words whose full stop ends no sentence, English and French, beside those that the segmenter knows itself.

Left out on purpose: what often does end one (etc., Inc., ltée, a.m.).
"""

import re
from typing import Final

_NEVER: Final = frozenset((
    "c.-à-d.", "e.g.", "i.e.", "cf.", "approx.", "env.", "ste.", "hon.", "rt.hon.", "mlle.", "mmes.", "mgr.", "dre.",
    "drs.", "p.-ex.", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sept.", "oct.", "nov.", "dec.", "janv.",
    "févr.", "avr.", "juill.", "déc.", "viz.", "réf.", "dept.", "dépt.", "éd.", "téléc.", "poss.",
))  # fmt: skip
_BEFORE_A_NUMBER: Final = frozenset((
    "art.", "ch.", "chap.", "fig.", "max.", "min.", "no.", "nos.", "p.", "pp.", "par.", "para.", "al.", "sect.", "sec.",
    "vol.", "tab.", "ann.", "app.", "règl.", "ed.", "ver.", "v.",
))  # fmt: skip
_BEFORE_A_LEVEL: Final = re.compile(r"[ABC](?!\w)")
"""What follows “Prot.”: a level of protected information."""
# J.-P. Roy, B.C., C.-B., T.N.-O.: capitals with their stops.
_INITIALS: Final = re.compile(r"(?:\w['’])?(?:[A-ZÀ-ÖØ-Þ]\.-?)+")
_ELISION: Final = re.compile(r"\A\W*(?:[dlnDLN]['’])?")
_REACH: Final = 24
"""Code points looked back for the last word."""


def runs_on(text: str, end: int) -> bool:
    """Whether the sentence that seems to end before `end` (a code point; white space before it counts not) goes on."""
    before = text[max(0, end - _REACH) : end].rstrip()
    if not before.endswith("."):
        return False
    word = _ELISION.sub("", before.split()[-1], count=1)
    if _INITIALS.fullmatch(word) or word.lower() in _NEVER:
        return True
    if word.lower() == "prot.":
        return bool(_BEFORE_A_LEVEL.match(text, end))
    return word.lower() in _BEFORE_A_NUMBER and text[end : end + 1].isdigit()
