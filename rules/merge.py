"""Three-way merge of a weekly note: what was generated last, what stands now, what is generated today.

Works on blocks (paragraphs, lists and headings). Hand edits always win: an edited block stays as edited,
a deleted one stays deleted, a handwritten one stays where it stands. New blocks are put in beside the
neighbours they were generated with. A block that several notes were joined into is known by its pieces:
what is new in it is offered beside an edited one, and nothing that was in it comes a second time.
Merging the same again changes nothing.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain

from rules.placing import is_heading, place_of, section_of

_BLANK = re.compile(r"\r?\n(?:[ \t]*\r?\n)+")


def blocks(markdown: str) -> list[str]:
    """The blocks of a text: what blank lines part, without those lines; joined again by `join`."""
    return [block for block in _BLANK.split(markdown.strip("\r\n")) if block.strip()]


def join(parts: Sequence[str]) -> str:
    """The text of blocks: one blank line between two, one line end at the end; empty for none."""
    return "\n\n".join(parts) + "\n" if parts else ""


Pieces = Mapping[str, Sequence[str]]
"""The pieces of each block that several notes were joined into; any other block is its own one piece."""


def merge(
    base: Sequence[str], current: Sequence[str], new: Sequence[str], pieces: Pieces | None = None
) -> list[str]:
    """The blocks of `current`, with what `new` added to `base` or took from it, hand edits kept.

    A block that `new` no longer has is taken out only where `current` still has it unedited; one that it
    has in another form then takes its place. `pieces` are those of the blocks of `base` and of `new`.
    """
    if list(current) == list(base):
        return list(new)
    known = pieces or {}
    theirs = _edited(base, current, known)
    kept = _followed(base, current, new, known, theirs)
    # A heading that went together with all below it was not deleted for good: it may come again.
    base = _without_lost_headings(base, kept)
    theirs, replaced = _edited(base, current, known), _replaced(base, current)
    standing = set(kept)
    edits = {one: edit for one in new if one not in standing and (edit := _stand_in(replaced, one, known))}
    for position, block in _additions(base, new):
        if kept.count(block) >= new.count(block):
            continue
        added = _not_among(theirs, block, known)
        if added and (added == block or added not in kept):
            edited = _stand_in(replaced, block, known) if added != block else None
            place = kept.index(edited) + 1 if edited in kept else place_of(kept, new, position, edits)
            kept.insert(place, added)
    return _without_bare(kept, current)


def _without_bare(kept: list[str], current: Sequence[str]) -> list[str]:
    """No new heading comes with nothing below it: what would stand there was left out by a person."""
    known = set(current)
    following = chain(kept[1:], ["## "])
    return [
        block
        for block, next_one in zip(kept, following, strict=False)
        if block in known or not is_heading(block) or not is_heading(next_one)
    ]


def _without_lost_headings(base: Sequence[str], text: Sequence[str]) -> list[str]:
    return [block for place, block in enumerate(base) if not _is_lost(base, place, text)]


def _is_lost(base: Sequence[str], place: int, text: Sequence[str]) -> bool:
    """Whether the heading at `place` is gone and nothing that stood below it stands below the one before it now."""
    if not is_heading(base[place]) or base[place] in text:
        return False
    above = next((one for one in reversed(base[:place]) if is_heading(one) and one in text), "")
    first, end = section_of(text, above)
    below = slice(*section_of(base, base[place]))
    return set(text[first:end]).isdisjoint(base[below])


def _followed(
    base: Sequence[str], current: Sequence[str], new: Sequence[str], known: Pieces, theirs: set[str]
) -> list[str]:
    withdrawn = Counter(base) - Counter(new)
    arrived = Counter(new) - Counter(base)
    said = {piece for block in new for piece in _pieces(block, known)}
    cut = [known[block] for block in (Counter(base) - Counter(current)) if block in known]
    kept = []
    for block in current:
        if withdrawn[block] <= 0:
            kept.append(_without_withdrawn(block, cut, said) if block not in base else block)
            continue
        withdrawn[block] -= 1
        successor = next((one for one in new if arrived[one] > 0 and _akin(one, block, known)), None)
        if successor is not None:
            arrived[successor] -= 1
            kept.append(_not_among(theirs, successor, known))
    return [block for block in kept if block]


def _without_withdrawn(block: str, cut: Sequence[Sequence[str]], said: set[str]) -> str:
    """`block` without what notes took back, where a person kept it word for word of a passage that they `cut`."""
    for pieces in cut:
        picked = _picked(block, pieces)
        if picked:
            left = [piece for piece in picked if bare(piece) in said]
            return block if len(left) == len(picked) else ("\n" if "\n" in block else " ").join(left)
    return block


def _picked(block: str, pieces: Sequence[str]) -> list[str]:
    """Those of `pieces` that, one behind the other, are the whole of `block`; none where it has other words too."""
    left, picked = block, list[str]()
    for piece in pieces:
        if bare(left) == bare(piece):
            return [*picked, piece]
        if left.startswith((piece + " ", piece + "\n")):
            left = left[len(piece) + 1 :]
            picked.append(piece)
    return []


def bare(piece: str) -> str:
    """A piece as it is known whether it stands last in a paragraph, or in a list: without bullet and full stop."""
    return piece.removeprefix("- ").strip().removesuffix(".")


def _akin(one: str, other: str, known: Pieces) -> bool:
    return not _pieces(one, known).isdisjoint(_pieces(other, known))


def _pieces(block: str, known: Pieces) -> set[str]:
    return {bare(piece) for piece in known.get(block, (block,))}


def _edited(base: Sequence[str], current: Sequence[str], known: Pieces) -> set[str]:
    """The pieces of the blocks that a person edited or deleted: they were dealt with."""
    gone = Counter(base) - Counter(current)
    return {piece for block in gone for piece in _pieces(block, known)}


def _not_among(theirs: set[str], block: str, known: Pieces) -> str:
    """`block` without the pieces that a person dealt with; empty when none is left."""
    parts = known.get(block, (block,))
    left = [piece for piece in parts if bare(piece) not in theirs]
    if len(left) == len(parts):
        return block
    return glue(block, known).join(left)


def _replaced(base: Sequence[str], current: Sequence[str]) -> list[tuple[Sequence[str], str]]:
    """The blocks that a person replaced, and the last block that stands in their place."""
    matcher = SequenceMatcher(None, list(base), list(current), autojunk=False)
    return [
        (base[start:end], current[stop - 1])
        for operation, start, end, _, stop in matcher.get_opcodes()
        if operation == "replace"
    ]


def _stand_in(replaced: Sequence[tuple[Sequence[str], str]], block: str, known: Pieces) -> str | None:
    """What a person made of the passage that `block` continues."""
    return next((last for olds, last in replaced if any(_akin(block, old, known) for old in olds)), None)


def glue(block: str, known: Pieces) -> str:
    """What the pieces of a joined block stand apart by: a line end in a list, a space in a paragraph."""
    return "\n" if "\n".join(known.get(block, ())) == block else " "


def _additions(base: Sequence[str], new: Sequence[str]) -> list[tuple[int, str]]:
    matcher = SequenceMatcher(None, list(base), list(new), autojunk=False)
    return [
        (position, new[position])
        for operation, _, _, start, end in matcher.get_opcodes()
        if operation in ("insert", "replace")
        for position in range(start, end)
    ]
