"""What was posted in a week, as its note lists it: the first words, where it is and on which day."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from rules.platforms import Platform
from rules.rollup import Line
from rules.sentences import sentence_ends
from rules.week import Week
from storage.clearances import ClearanceStore
from storage.records import Shared
from tui.wording import Words

_LONGEST: Final = 90
"""Code points of a post that are quoted; a longer first sentence is cut at a word."""
_MARKUP: Final = str.maketrans({sign: f"\\{sign}" for sign in "\\[]*_`<>"})


class Posted:
    """The posts of one journal. Only what a person said to be posted counts, not what was merely copied."""

    def __init__(self, ledger: ClearanceStore, platforms: Mapping[str, Platform], words: Words) -> None:
        self._ledger = ledger
        self._platforms = platforms
        self._words = words

    def lines(self, week: Week, since: datetime | None = None) -> tuple[Line, ...]:
        """A list item for each text and platform, in the order they were posted, without this week's note itself.

        `since` is when the note was last saved. Once it was cleared after that, what is posted later waits until it
        is saved again: a mark in the ledger never changes what a person cleared.
        """
        cleared = self._ledger.first_cleared(f"week:{week}", since)
        said = self._ledger.said_of_first_parts()
        told = said if cleared is None else [line for line in said if line.at <= cleared]
        return tuple(self._line(one) for one in _standing(told, week))

    def _line(self, one: Shared) -> Line:
        platform = self._platforms.get(one.platform)
        where = platform.name if platform else one.platform
        what = _first_words(one.text).translate(_MARKUP)
        said = self._words("posted-line", where=where, day=self._words.weekday(one.at.date()))
        shown = f"[{what or where}]({one.link})" if one.link else what
        kind, _, name = one.source.partition(":")
        notes = (int(name),) if kind == "note" and name.isdigit() else ()
        return Line(f"- {shown} · {said}" if shown else f"- {said}", notes)


def _standing(said: Iterable[Shared], week: Week) -> list[Shared]:
    """The first part of each thread that is posted, as the last word on it has it."""
    last: dict[tuple[str, str], Shared] = {}
    for line in said:
        last.pop((line.source, line.platform), None)
        last[line.source, line.platform] = line
    return [
        line
        for line in last.values()
        if line.route == "posted"
        and week.monday <= line.at.date() <= week.sunday
        and line.source.partition("@")[0] != f"week:{week}"
    ]


def _first_words(text: str) -> str:
    flat = " ".join(text.split())
    sentence = flat[: next(iter(sentence_ends(flat)), len(flat))].strip()
    return sentence if len(sentence) <= _LONGEST else sentence[:_LONGEST].rsplit(" ", 1)[0] + "…"
