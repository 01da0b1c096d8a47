"""How two versions of a text differ, word by word, in time linear in their length.

What both begin and end with is set aside first. A middle too large to compare word by word is
compared line by line, and one too large for that is one removal and one addition.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

MOST_COMPARED = 1_000
"""Most words, or lines, on a side that are compared with one another: beyond, the cost would not be linear."""

Change = Literal["same", "removed", "added"]

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is in both versions, or only in the earlier, or only in the later one."""

    change: Change
    text: str


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces that turn `before` into `after`, in order, no two neighbours of a kind.

    Without the added pieces they spell `before`; without the removed ones, `after`.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    first = _shared(old, new)
    last = _shared(old[first:][::-1], new[first:][::-1])
    pieces = [Piece("same", "".join(old[:first]))]
    pieces += _middle("".join(old[first : len(old) - last]), "".join(new[first : len(new) - last]))
    pieces.append(Piece("same", "".join(old[len(old) - last :])))
    return _joined(pieces)


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _middle(before: str, after: str) -> list[Piece]:
    for unit in (_WORDS, _LINES):
        old, new = unit.findall(before), unit.findall(after)
        if max(len(old), len(new)) <= MOST_COMPARED:
            return _compared(old, new)
    return [Piece("removed", before), Piece("added", after)]


def _compared(old: Sequence[str], new: Sequence[str]) -> list[Piece]:
    pieces = []
    for kind, first, last, start, end in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(old[first:last])))
        else:
            pieces += [Piece("removed", "".join(old[first:last])), Piece("added", "".join(new[start:end]))]
    return pieces


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    joined: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if joined and joined[-1].change == piece.change:
            joined[-1] = Piece(piece.change, joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return tuple(joined)
