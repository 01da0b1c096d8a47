"""Three-way merge of a weekly note: what was generated last, what stands now, what is generated today.

Works on blocks (paragraphs and headings). Hand edits always win: an edited block stays as edited, a
deleted one stays deleted, a handwritten one stays where it stands. New blocks are put in beside the
neighbours they were generated with. Merging the same again changes nothing.
"""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

_BLANK = re.compile(r"\r?\n(?:[ \t]*\r?\n)+")


def blocks(markdown: str) -> list[str]:
    """The blocks of a text: what blank lines part, without those lines; joined again by `join`."""
    return [block for block in _BLANK.split(markdown.strip("\r\n")) if block.strip()]


def join(parts: Sequence[str]) -> str:
    """The text of blocks: one blank line between two, one line end at the end; empty for none."""
    return "\n\n".join(parts) + "\n" if parts else ""


def merge(base: Sequence[str], current: Sequence[str], new: Sequence[str]) -> list[str]:
    """The blocks of `current`, with what `new` added to `base` or took from it, hand edits kept.

    A block that `new` no longer has is taken out only where `current` still has it unedited.
    """
    if list(current) == list(base):
        return list(new)
    kept = _without_withdrawn(base, current, new)
    for position, block in _additions(base, new):
        if kept.count(block) >= new.count(block):
            continue
        kept.insert(_place(kept, new, position), block)
    return kept


def _without_withdrawn(base: Sequence[str], current: Sequence[str], new: Sequence[str]) -> list[str]:
    withdrawn = Counter(base) - Counter(new)
    kept = []
    for block in current:
        if withdrawn[block] > 0:
            withdrawn[block] -= 1
        else:
            kept.append(block)
    return kept


def _additions(base: Sequence[str], new: Sequence[str]) -> list[tuple[int, str]]:
    matcher = SequenceMatcher(None, list(base), list(new), autojunk=False)
    return [
        (position, new[position])
        for operation, _, _, start, end in matcher.get_opcodes()
        if operation in ("insert", "replace")
        for position in range(start, end)
    ]


def _place(kept: Sequence[str], new: Sequence[str], position: int) -> int:
    # After the nearest earlier neighbour that is still there, else before the nearest later one.
    for earlier in range(position - 1, -1, -1):
        if new[earlier] in kept:
            return kept.index(new[earlier]) + 1
    for later in range(position + 1, len(new)):
        if new[later] in kept:
            return kept.index(new[later])
    return len(kept)
