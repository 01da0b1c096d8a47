"""Where a block goes that notes brought to a weekly note: under its own heading; headings in the shape's order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile


def is_heading(block: str) -> bool:
    """Whether it is the heading of a section."""
    return block.startswith("## ") and "\n" not in block


def section_of(blocks: Sequence[str], heading: str) -> tuple[int, int]:
    """The places of the first block below `heading` and behind the last; without one, of those above all headings."""
    first = blocks.index(heading) + 1 if heading in blocks else 0
    below = (place for place in range(first, len(blocks)) if is_heading(blocks[place]))
    return first, next(below, len(blocks))


def place_of(kept: Sequence[str], new: Sequence[str], position: int, edited: Mapping[str, str]) -> int:
    """The place in `kept` at which `new[position]` is put in; `edited` tells what became of blocks of `new`.

    A heading stands behind the section that is before it in `new`, and so behind all that a person wrote there.
    Any other block stands beside its nearest neighbour of the same section, else last in that section; where its
    heading was deleted, wherever that neighbour is.
    """
    if is_heading(new[position]):
        return _place_of_section(kept, new, position)
    above = next((at for at in range(position, -1, -1) if is_heading(new[at])), None)
    if above is None or new[above] in kept:
        first, end = section_of(kept, "" if above is None else new[above])
        beside = _beside(kept, new, position, edited, range(first, end))
        return end if beside is None else beside
    beside = _beside(kept, new, position, edited, range(len(kept)))
    return _place_of_section(kept, new, above) if beside is None else beside


def _place_of_section(kept: Sequence[str], new: Sequence[str], position: int) -> int:
    for earlier in reversed(new[:position]):
        if is_heading(earlier) and earlier in kept:
            return section_of(kept, earlier)[1]
    later = (kept.index(one) for one in new[position + 1 :] if is_heading(one) and one in kept)
    return next(later, len(kept))


def _beside(
    kept: Sequence[str], new: Sequence[str], position: int, edited: Mapping[str, str], within: range
) -> int | None:
    """Behind the nearest earlier neighbour of its section that stands `within`, else before a later one."""
    standing = {kept[at]: at for at in reversed(within)}
    for earlier in _until_heading(reversed(new[:position])):
        neighbour = edited.get(earlier, earlier)
        if neighbour in standing:
            return standing[neighbour] + 1
    return next((standing[one] for one in _until_heading(new[position + 1 :]) if one in standing), None)


def _until_heading(blocks: Iterable[str]) -> Iterator[str]:
    return takewhile(lambda block: not is_heading(block), blocks)
