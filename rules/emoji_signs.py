"""Which signs of a text are emoji: the sequences of Unicode's current list, each taken whole."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_TEXT_SIGNS: Final = frozenset("©®")
"""Emoji only with a variation selector behind them; alone they are letters to X and to readers."""
_KEYCAP: Final = "\u20e3"
"""What makes an emoji of a digit, `#` or `*` before it."""


def emoji_apart(words: str) -> tuple[str, list[str]]:
    """`words` without their emoji, and each emoji sequence, the longest at each place, in order."""
    if words.isascii():
        return words, []
    runs, keyed, sizes, sequences = _emoji()
    taken: list[str] = []
    pattern = keyed if _KEYCAP in words else runs
    return pattern.sub(lambda found: _left(found[0], sizes, sequences, taken), words), taken


def _left(run: str, sizes: dict[str, tuple[int, ...]], sequences: frozenset[str], taken: list[str]) -> str:
    left: list[str] = []
    at, end = 0, len(run)
    while at < end:
        first = run[at]
        for size in sizes.get(first, ()):
            if size == 1 or run[at : at + size] in sequences:
                taken.append(run[at : at + size])
                at += size
                break
        else:
            left.append(first)
            at += 1
    return "".join(left)


_Emoji = tuple[re.Pattern[str], re.Pattern[str], dict[str, tuple[int, ...]], frozenset[str]]


@lru_cache(maxsize=1)
def _emoji() -> _Emoji:
    """Patterns for runs of emoji signs, without keycaps and with; the lengths to try by first sign; every sequence."""
    # Imported here: the list takes 50 ms, and plain text never needs it.
    from emoji import EMOJI_DATA

    sequences = frozenset(EMOJI_DATA) - _TEXT_SIGNS
    sizes: dict[str, set[int]] = {}
    for sequence in sequences:
        sizes.setdefault(sequence[0], set()).add(len(sequence))
    ordered = {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}
    signs = _sign_ranges(sequence for sequence in sequences if not sequence[0].isascii())
    keyed = rf"[0-9#*]\ufe0f?{_KEYCAP}|[{signs}]++"
    return re.compile(f"[{signs}]++"), re.compile(keyed), ordered, sequences


def _sign_ranges(sequences: Iterable[str]) -> str:
    # Beyond the basic plane one range for each plane: 1,300 separate signs make a class a hundred times slower.
    signs = sorted(set("".join(sequences)))
    planes: dict[int, list[str]] = {}
    for sign in signs:
        planes.setdefault(ord(sign) >> 16, []).append(sign)
    basic = re.escape("".join(planes.pop(0, [])))
    return basic + "".join(f"{found[0]}-{found[-1]}" for found in planes.values())
