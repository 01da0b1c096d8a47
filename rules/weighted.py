"""What a text weighs on X: the third version of its published weights.

Facts: config/v3.json of twitter/twitter-text at commit 30e2430 (2021-10-21), and
https://docs.x.com/resources/fundamentals/counting-characters, by which every emoji weighs two.
"""

import re
import unicodedata
from typing import Final

import regex

from rules.emoji_signs import emoji_apart
from rules.links import link_spans

# Everything outside these ranges weighs 2.
_HEAVY: Final = re.compile(r"[^\u0000-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]")
_INVALID: Final = re.compile(r"[\uFFFE\uFEFF\uFFFF]")
# Unicode's Stream-Safe Text Format allows 30 marks in a row; past that we sort before composing.
_MARKS: Final = regex.compile(r"[^\p{ccc=0}]{31,}")


def weight(text: str, url_cost: int, endings: frozenset[str]) -> int:
    """Weighted length of `text`, after NFC and with line ends as LF, in the unit of which X takes 280.

    A link weighs `url_cost`. `endings`: those of domains, in small letters, that make a bare host a link.
    """
    composed = composed_text(text)
    words: list[str] = []
    at = 0
    for start, end in link_spans(composed, "x", endings):
        words.append(composed[at:start])
        at = end
    words.append(composed[at:])
    # A space keeps apart what a link kept apart, so that no emoji is made of what stood on its two sides.
    return _weight_of_words(" ".join(words)) + (url_cost - 1) * (len(words) - 1)


def sendable(text: str) -> bool:
    """Whether X takes the text at all: not empty, and none of U+FEFF, U+FFFE, U+FFFF."""
    return bool(text) and not _INVALID.search(text)


def composed_text(text: str) -> str:
    """`text` in NFC with LF line ends, in linear time whatever marks are heaped up in it."""
    lines = text.replace("\r\n", "\n")
    if unicodedata.is_normalized("NFC", lines):
        return lines
    if _MARKS.search(lines):
        lines = _MARKS.sub(lambda found: _sorted_marks(found[0]), lines)
    return unicodedata.normalize("NFC", lines)


def _sorted_marks(marks: str) -> str:
    # The library's own ordering is quadratic in the length of a run; sorting first leaves it nothing to do.
    apart = "".join(unicodedata.normalize("NFD", mark) for mark in marks)
    return "".join(sorted(apart, key=unicodedata.combining))


def _weight_of_words(words: str) -> int:
    if words.isascii():
        return len(words)
    rest, emoji = emoji_apart(words)
    return 2 * len(emoji) + len(rest) + len(_HEAVY.findall(rest))
