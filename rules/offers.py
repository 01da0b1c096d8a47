"""A merged weekly note passage by passage: what stands, and what its notes offer since it was saved.

An offer is not in the text until a person takes it. One that is left for later must come again, and one that
was dropped must not: so the roll-up that is kept beside the saved text (its base) knows the notes of what was
taken or dropped, and those of what waits only as they were before. See rules/merge.py for the merge itself.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from rules.merge import Pieces, bare, glue
from rules.placing import is_heading

Kind = Literal["title", "heading", "notes", "edited", "hand"]
"""`notes`: as it was rolled up. `edited`: rolled up, then changed by hand. `hand`: written by hand."""
Notes = Callable[[str], tuple[int, ...]]
"""The notes of a passage or of a piece of one; none when it is not known."""

_LIKE = 0.4
"""How much of a handwritten passage must be in a generated one to count as an edit of it, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of the weekly note."""

    text: str
    kind: Kind
    notes: tuple[int, ...] = ()
    """The notes it was made from; of an edited one, those of what was edited."""
    offered: bool = False
    """Whether it is only offered: new notes, or another wording of a note whose passage was edited."""
    instead: str = ""
    """What stands in the place of an offer until it is taken; empty for nothing."""
    stale: bool = False
    """Whether it was edited by hand and its notes read differently since."""
    was: str = ""
    """What was rolled up before it was edited by hand."""


@dataclass(frozen=True, slots=True)
class Past:
    """What a weekly note was when it was saved."""

    base: Sequence[str]
    """The blocks of the roll-up beside it."""
    current: Sequence[str]
    """Its own blocks."""


def passages_of(
    merged: Sequence[str], new: Sequence[str], past: Past, known: Pieces, notes: Notes
) -> list[Passage]:
    """The passages of a merged weekly note; `new` is today's roll-up, `known` the pieces of base and roll-up."""
    left = Counter(past.current)
    gone = Counter(past.current) - Counter(merged)
    heard = {number for block in past.base for number in notes(block)}
    edits = _edits(past)
    said = {bare(piece) for block in new for piece in known.get(block, (block,))}
    found: list[Passage] = []
    for block in merged:
        if left[block] > 0:
            left[block] -= 1
            rolled = block in new or block in past.base
            found.append(
                _standing(block, None if rolled else edits.get(block), said, known, notes, rolled=rolled)
            )
        else:
            found.append(_arrived(block, gone, heard, known, notes))
    return _counted(_with_headings(found, past.current), known, notes)


def passages_of_new(blocks: Sequence[str], notes: Notes) -> list[Passage]:
    """The passages of a weekly note that was never saved."""
    return [Passage(block, _kind(block, rolled=True), notes(block)) for block in blocks]


def passages_of_text(text: Sequence[str], known: Iterable[Passage]) -> list[Passage]:
    """The passages of a text that is not saved yet; each that stands in it as it is `known` stays what it is."""
    held = {one.text: one for one in known if not one.offered}
    held |= {one.instead: replace(one, text=one.instead, offered=False) for one in known if one.instead}
    return [held.get(block) or Passage(block, _kind(block, rolled=False)) for block in text]


def settled(passages: Iterable[Passage]) -> list[str]:
    """The blocks of the text as it stands while nothing more is taken."""
    return [text for one in passages if (text := one.instead if one.offered else one.text)]


def taken(passages: Sequence[Passage], place: int) -> list[Passage]:
    """The passages with the offer at `place` taken, and its heading with it."""
    changed = list(passages)
    for number in (place, _heading_of(passages, place)):
        if number is not None and changed[number].offered:
            changed[number] = replace(changed[number], offered=False, instead="")
    return changed


def left_out(passages: Sequence[Passage], place: int) -> list[Passage]:
    """The passages without the one at `place`; what stood instead of an offer goes on standing."""
    one = passages[place]
    stays = [replace(one, text=one.instead, offered=False, instead="")] if one.offered and one.instead else []
    return _without_bare(passages, [*passages[:place], *stays, *passages[place + 1 :]])


def moved(passages: Sequence[Passage], place: int, step: int) -> list[Passage]:
    """The passages with the one at `place` a place further up (-1) or down (1); the same at either end."""
    other = place + step
    if not 0 <= other < len(passages) or passages[other].kind == "title":
        return list(passages)
    changed = list(passages)
    changed[place], changed[other] = changed[other], changed[place]
    return changed


def highlighted(passages: Sequence[Passage], place: int, title: str) -> list[Passage]:
    """The passages with the one at `place` last under the heading `title`, which stands first where it is new."""
    left = [*passages[:place], *passages[place + 1 :]]
    heading = Passage(f"## {title}", "heading")
    top = next((number for number, one in enumerate(left) if one.text == heading.text), None)
    if top is None:
        top = next((number for number, one in enumerate(left) if one.kind == "heading"), len(left))
        left.insert(top, heading)
    end = top + 1 + len(list(_below(left, top)))
    one = replace(passages[place], offered=False, instead="")
    return _without_bare(passages, [*left[:end], one, *left[end:]])


def base_without(
    new: Sequence[str], waiting: Sequence[Passage], old: Sequence[str], known: Pieces, notes: Notes
) -> list[str]:
    """Today's roll-up `new` as it was before what is `waiting` came in; `old` is the base so far."""
    held = {
        number for one in waiting if one.kind not in ("title", "heading") for number in _news(one, old, notes)
    }
    unused = [block for block in old if notes(block)]
    base: list[str] = []
    counting = {one.text: one.instead for one in waiting if one.kind == "heading" and one.instead}
    for block in new:
        if held.isdisjoint(notes(block)):
            base.append(counting.get(block, block))
        elif before := _before(block, held, unused, known, notes):
            base.append(before)
        if is_heading(block) and len(base) > 1 and is_heading(base[-2]) and not _is_bare_in(new, base[-2]):
            del base[-2]
    if len(base) > 1 and is_heading(base[-1]) and not _is_bare_in(new, base[-1]):
        del base[-1]
    return base


def base_with_stale(
    base: Sequence[str], stale: Iterable[Passage], old: Sequence[str], notes: Notes
) -> list[str]:
    """A base in which what a `stale` passage was edited from stands as in the `old` one, where notes left it.

    Saving something else is no look at such a passage: without this, words whose note was taken back since would
    pass for words by hand from then on.
    """
    kept = list(base)
    for one in stale:
        mine = set(one.notes)
        shared = [place for place, block in enumerate(kept) if not mine.isdisjoint(notes(block))]
        if not shared and one.was in old:
            kept.insert(_after_its_like(kept, old, one.was), one.was)
        elif len(shared) == 1 and set(notes(kept[shared[0]])) < mine:
            kept[shared[0]] = one.was
    return kept


def _after_its_like(base: Sequence[str], old: Sequence[str], block: str) -> int:
    """The place in `base` behind the nearest block that stands above `block` in `old`."""
    above = reversed(old[: old.index(block)])
    return next((base.index(one) + 1 for one in above if one in base), 0)


def _news(one: Passage, old: Sequence[str], notes: Notes) -> set[int]:
    """The notes that made it an offer: those that are new, or all where it words a known one differently."""
    heard = {number for block in old for number in notes(block)}
    return set(one.notes) - heard or set(one.notes)


def _before(block: str, held: set[int], unused: list[str], known: Pieces, notes: Notes) -> str:
    mine = set(notes(block))
    for earlier in unused:
        if mine.issuperset(notes(earlier)):
            unused.remove(earlier)
            return earlier
    left = [piece for piece in known.get(block, (block,)) if held.isdisjoint(notes(piece))]
    return glue(block, known).join(left)


def _standing(
    block: str, was: str | None, said: set[str], known: Pieces, notes: Notes, *, rolled: bool
) -> Passage:
    numbers = notes(block)
    kind = _kind(block, rolled=rolled or bool(numbers))
    if kind != "hand" or was is None:
        return Passage(block, kind, numbers)
    stale = any(bare(piece) not in said for piece in known.get(was, (was,)))
    return Passage(block, "edited", notes(was), stale=stale, was=was)


def _arrived(block: str, gone: Mapping[str, int], heard: set[int], known: Pieces, notes: Notes) -> Passage:
    kind, numbers = _kind(block, rolled=True), notes(block)
    if not numbers:
        return Passage(block, kind)
    before = next((one for one in gone if not set(notes(one)).isdisjoint(numbers)), None)
    if before is None:
        return Passage(block, kind, numbers, offered=True)
    pieces = known.get(block, (block,))
    stays = [piece for piece in pieces if not heard.isdisjoint(notes(piece))]
    if len(stays) == len(pieces):
        return Passage(block, kind, numbers)
    same = [bare(piece) for piece in stays] == [bare(piece) for piece in known.get(before, (before,))]
    return Passage(
        block, kind, numbers, offered=True, instead=before if same else glue(block, known).join(stays)
    )


def _with_headings(found: list[Passage], current: Sequence[str]) -> list[Passage]:
    """A heading that the saved text lacks is offered while all below it is."""
    left = Counter(current)
    shown = []
    for place, one in enumerate(found):
        is_new = left[one.text] <= 0
        left[one.text] -= 1
        below = list(_below(found, place)) if one.kind == "heading" else []
        bare = is_new and bool(below) and all(each.offered and not each.instead for each in below)
        shown.append(replace(one, offered=True) if bare else one)
    return shown


def _counted(found: list[Passage], known: Pieces, notes: Notes) -> list[Passage]:
    """A heading that counts its notes counts those that stand below it, until what is offered there is taken."""
    shown = []
    for place, one in enumerate(found):
        below = list(_below(found, place)) if one.kind == "heading" and not one.offered else []
        stem = known.get(one.text) if any(each.offered for each in below) else None
        number = sum(len(notes(each.instead) if each.offered else each.notes) for each in below)
        standing = _numbered(one.text, stem[0], number) if stem else one.text
        shown.append(one if standing == one.text else replace(one, offered=True, instead=standing))
    return shown


def _numbered(heading: str, stem: str, number: int) -> str:
    """`heading` with another number, that without which it reads like its `stem`."""
    for found in re.finditer(r"\d+", heading):
        if f"{heading[: found.start()]}{heading[found.end() :]}".split() == stem.split():
            return f"{heading[: found.start()]}{number}{heading[found.end() :]}"
    return heading


def _without_bare(before: Sequence[Passage], after: list[Passage]) -> list[Passage]:
    """`after` without the headings below which nothing is left of what stood there `before`."""
    full = {
        one.text for place, one in enumerate(before) if one.kind == "heading" and any(_below(before, place))
    }
    bare = {
        one.text for place, one in enumerate(after) if one.kind == "heading" and not any(_below(after, place))
    }
    return [one for one in after if one.kind != "heading" or one.text not in full & bare]


def _below(passages: Sequence[Passage], place: int) -> Iterable[Passage]:
    for one in passages[place + 1 :]:
        if one.kind == "heading":
            return
        yield one


def _heading_of(passages: Sequence[Passage], place: int) -> int | None:
    return next((number for number in range(place - 1, -1, -1) if passages[number].kind == "heading"), None)


def _edits(past: Past) -> dict[str, str]:
    """What was rolled up where a passage stands that a person wrote: the passage it is most like."""
    matcher = SequenceMatcher(None, list(past.base), list(past.current), autojunk=False)
    found: dict[str, str] = {}
    for operation, start, end, first, last in matcher.get_opcodes():
        if operation != "replace":
            continue
        olds = [block for block in past.base[start:end] if not is_heading(block)]
        for block in past.current[first:last]:
            if not is_heading(block):
                near = max(olds, key=lambda old: _likeness(old, block), default="")
                if near and _likeness(near, block) >= _LIKE:
                    found[block] = near
    return found


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _kind(block: str, *, rolled: bool) -> Kind:
    if block.startswith("# "):
        return "title"
    if is_heading(block):
        return "heading"
    return "notes" if rolled else "hand"


def _is_bare_in(new: Sequence[str], heading: str) -> bool:
    """Whether nothing stands below `heading` in the roll-up itself."""
    place = new.index(heading) if heading in new else -1
    return place < 0 or place + 1 == len(new) or is_heading(new[place + 1])
