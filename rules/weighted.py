"""What a text weighs on X: the third version of its published weights.

Facts: config/v3.json of twitter/twitter-text at commit 30e2430 (2021-10-21), and
https://docs.x.com/resources/fundamentals/counting-characters, by which every emoji weighs two.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

import regex

from rules.links import link_spans

# Everything outside these ranges weighs 2.
_HEAVY: Final = re.compile(r"[^\u0000-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]")
_INVALID: Final = re.compile(r"[\uFFFE\uFEFF\uFFFF]")
# Unicode's Stream-Safe Text Format allows 30 marks in a row; past that we sort before composing.
_MARKS: Final = regex.compile(r"[^\p{ccc=0}]{31,}")
_TEXT_SIGNS: Final = frozenset("©®")
"""Emoji only with a variation selector behind them; alone they are letters to X, and weigh 1."""


def weight(text: str, url_cost: int, endings: frozenset[str]) -> int:
    """Weighted length of `text`, after NFC and with line ends as LF; a link weighs `url_cost`."""
    composed = composed_text(text)
    total = at = 0
    for start, end in link_spans(composed, "x", endings):
        total += _weight_of_words(composed[at:start]) + url_cost
        at = end
    return total + _weight_of_words(composed[at:])


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
    rest, emoji = _without_emoji(words)
    return 2 * emoji + len(rest) + len(_HEAVY.findall(rest))


def _without_emoji(words: str) -> tuple[str, int]:
    runs, sizes, sequences = _emoji()
    count = 0

    def leave(found: re.Match[str]) -> str:
        nonlocal count
        left, taken = _taken(found[0], sizes, sequences)
        count += taken
        return left

    return runs.sub(leave, words), count


def _taken(run: str, sizes: dict[str, tuple[int, ...]], sequences: frozenset[str]) -> tuple[str, int]:
    """What is left of a run when the longest emoji at each place is taken out, and how many were."""
    left: list[str] = []
    taken = at = 0
    while at < len(run):
        for size in sizes.get(run[at], ()):
            if run[at : at + size] in sequences:
                taken, at = taken + 1, at + size
                break
        else:
            left.append(run[at])
            at += 1
    return "".join(left), taken


@lru_cache(maxsize=1)
def _emoji() -> tuple[re.Pattern[str], dict[str, tuple[int, ...]], frozenset[str]]:
    """A pattern for runs of emoji signs, the lengths to try by first sign, and every sequence."""
    # Imported here: the list takes 50 ms, and plain text never needs it.
    from emoji import EMOJI_DATA

    sequences = frozenset(EMOJI_DATA) - _TEXT_SIGNS
    sizes: dict[str, set[int]] = {}
    for sequence in sequences:
        sizes.setdefault(sequence[0], set()).add(len(sequence))
    ordered = {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}
    return re.compile(f"[{_sign_ranges(sequences)}]++"), ordered, sequences


def _sign_ranges(sequences: frozenset[str]) -> str:
    # Beyond the basic plane one range for each plane: 1,300 separate signs make a class a hundred times slower.
    signs = sorted(set("".join(sequences)))
    planes: dict[int, list[str]] = {}
    for sign in signs:
        planes.setdefault(ord(sign) >> 16, []).append(sign)
    basic = re.escape("".join(planes.pop(0, [])))
    return basic + "".join(f"{found[0]}-{found[-1]}" for found in planes.values())
