"""Where sentences end, in text of any length that mixes English and French, in time linear in it.

A boundary counts only when the English and the French segmenter agree on it: each knows
abbreviations the other does not ("M. Tremblay", "p. ex."), and a cut inside one is worse than
a sentence that runs on. Line ends that both see (lists, headings) are boundaries too.
"""

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from rules.abbreviations import runs_on

STRETCH = 3000
"""Longest stretch given to the segmenter, in code points; a longer sentence has no end inside it.

The segmenter's time grows with the square of a paragraph that is full of quotation marks or backticks.
"""

_LANGUAGES = ("en", "fr")
_SURROGATES = re.compile("[\ud800-\udfff]")


def sentence_ends(text: str) -> Iterator[int]:
    """The code point after each sentence and the white space that follows it; the last is the text's length."""
    start = 0
    while start < len(text):
        stop = start + STRETCH
        ends = [start + end for end in _agreed(text[start:stop])]
        if stop < len(text):
            ends.pop()  # cut short, perhaps inside a sentence: the next stretch begins with it
        yield from ends
        start = ends[-1] if ends else stop


def _agreed(stretch: str) -> list[int]:
    # The segmenter reads UTF-8; a lone surrogate has none. One code point for one keeps offsets true.
    readable = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", stretch)
    whole = len(stretch)
    agreed = {whole}
    for number, language in enumerate(_LANGUAGES):
        ends = _ends(language, readable) - {whole}
        agreed = agreed & ends if number else ends
        if not agreed:  # one sentence, whatever the other language would say
            break
    return [*sorted(end for end in agreed if not runs_on(readable, end)), whole]


def _ends(language: str, text: str) -> set[int]:
    return {int(boundary["end_index"]) for boundary in get_sentence_boundaries(language, text)}
