"""The history of a weekly note as a person reads it: every version, and the words that came and went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from rules.word_diff import Piece, word_diff
from storage.records import WeekVersion
from tui.wording import Words


@dataclass(frozen=True, slots=True)
class WeekVersionView:
    """One version of a weekly note, beside the one before it."""

    version: int
    text: str
    changed: datetime
    """When it was saved."""
    diff: tuple[Piece, ...]
    """Against the version before; empty where the words stayed as they were, and for the first."""

    @property
    def added(self) -> int:
        """How many words came."""
        return _words(self.diff, "added")

    @property
    def removed(self) -> int:
        """How many words went."""
        return _words(self.diff, "removed")

    def told(self, words: Words) -> str:
        """What it changed, in words."""
        if self.version == 1:
            return words("week-version-first")
        return words.count("week-version-changed", self.added, removed=self.removed)


def week_history(versions: Sequence[WeekVersion]) -> tuple[WeekVersionView, ...]:
    """Each version with what it changed, oldest first. `versions` are all of one week's, oldest first."""
    first = [_view(versions[0], ())] if versions else []
    return (*first, *(_view(after, _diff(before, after)) for before, after in pairwise(versions)))


def _diff(before: WeekVersion, after: WeekVersion) -> tuple[Piece, ...]:
    same = before.week.text == after.week.text
    return () if same else word_diff(before.week.text, after.week.text)


def _view(version: WeekVersion, diff: tuple[Piece, ...]) -> WeekVersionView:
    return WeekVersionView(version.week.version, version.week.text, version.changed, diff)


def _words(diff: Sequence[Piece], change: str) -> int:
    return sum(len(piece.text.split()) for piece in diff if piece.change == change)
