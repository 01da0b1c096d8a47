"""The changes that findings suggest: read once from where they are written down, and made in a note or a week."""

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from rules.change import Change, Changes, changed, parse_changes
from rules.finding import Finding
from rules.merge import join
from rules.offers import Passage, settled
from rules.private_spans import shown
from rules.week import Week
from storage.texts import read_text

if TYPE_CHECKING:
    from tui.desk import Desk

_FILE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "rules", "changes.toml")


@lru_cache(maxsize=1)
def suggestions() -> Changes:
    """What can be changed with one key. Raises InputError when the program's own file is gone."""
    return parse_changes(read_text(_FILE))


def change_note(desk: "Desk", number: int, findings: Sequence[Finding]) -> tuple[Change, ...]:
    """Make what `findings` of a note's public text suggest, as its next version; what was changed.

    Raises NoSuchNote and ChangedElsewhere.
    """
    note = desk.note(number).note
    made = _suggested(note.text, findings)
    if made:
        desk.rewrite(note, changed(note.text, made))
    return made


def change_week(desk: "Desk", week: Week, findings: Sequence[Finding]) -> tuple[Change, ...]:
    """Make what `findings` of a week's public text suggest, as its next version; what was changed.

    Raises ChangedElsewhere.
    """
    view = desk.week(week)
    made = _suggested(view.text, findings)
    if not made:
        return ()
    view = desk.begin_week(view)
    passages = _changed_passages(view.passages, made)
    desk.save_week(view, join(settled(passages)), [one for one in passages if one.offered])
    return made


def _changed_passages(passages: Sequence[Passage], made: Sequence[Change]) -> list[Passage]:
    after: list[Passage] = []
    start = 0
    for one in passages:
        end = start + len(one.text)
        here = [each for each in made if each.start >= start and each.end <= end]
        moved = [replace(each, start=each.start - start, end=each.end - start) for each in here]
        after.append(replace(one, text=changed(one.text, moved)) if moved else one)
        start = end + 2
    return after


def _suggested(text: str, findings: Sequence[Finding]) -> tuple[Change, ...]:
    left = shown(text)
    placed = []
    for finding in findings:
        start, end = left.origin(finding.start, finding.end)
        placed.append(replace(finding, start=start, end=end))
    return suggestions().of_all(text, placed)
