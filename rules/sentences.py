"""Where sentences end, in text of any length that mixes English and French, in time linear in it.

A boundary counts only when the English and the French segmenter agree on it: each knows
abbreviations the other does not ("M. Tremblay", "p. ex."), and a cut inside one is worse than
a sentence that runs on. Line ends that both see (lists, headings) are boundaries too.
"""

import re
from collections.abc import Iterator

from rules.abbreviations import runs_on

STRETCH = 3000
"""Longest stretch given to the segmenter, in code points; a longer sentence has no end inside it.

The segmenter's time grows with the square of a paragraph that is full of quotation marks or backticks.
"""

_LANGUAGES = ("en", "fr")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANK_LINES = re.compile(r"\n(?:[ \t\r]*\n){7,}")
_PAIRED = "`\"'«»“”‘’„‹›"
_PLAIN = str.maketrans(dict.fromkeys(_PAIRED, "-"))
_MOST_PAIRED = STRETCH // 10
"""Most quotation marks and backticks in a stretch that are taken for such: where there are more, none has a partner."""


def sentence_ends(text: str) -> Iterator[int]:
    """The code point after each sentence and the white space that follows it; the last is the text's length."""
    start = 0
    for blank in _BLANK_LINES.finditer(text):  # the segmenter would find an end between any two of them
        yield from _ends_within(text, start, blank.start())
        yield blank.end()
        start = blank.end()
    yield from _ends_within(text, start, len(text))
    if start < len(text):
        yield len(text)


def _ends_within(text: str, start: int, past: int) -> Iterator[int]:
    # Those before `past`, where a sentence ends in any case.
    while start < past:
        stop = min(start + STRETCH, past)
        *ends, _ = (start + end for end in _agreed(text[start:stop]))
        yield from ends
        start = ends[-1] if ends and stop < past else stop


def _agreed(stretch: str) -> list[int]:
    # The segmenter reads UTF-8; a lone surrogate has none. One code point for one keeps offsets true.
    readable = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", stretch)
    if sum(map(readable.count, _PAIRED)) > _MOST_PAIRED:
        readable = readable.translate(_PLAIN)
    whole = len(stretch)
    agreed = {whole}
    for number, language in enumerate(_LANGUAGES):
        ends = _ends(language, readable) - {whole}
        agreed = agreed & ends if number else ends
        if not agreed:  # one sentence, whatever the other language would say
            break
    return [*sorted(end for end in agreed if not runs_on(readable, end)), whole]


def _ends(language: str, text: str) -> set[int]:
    from sentencex import get_sentence_boundaries  # three megabytes, and most notes are read without a cut

    return {int(boundary["end_index"]) for boundary in get_sentence_boundaries(language, text)}
