"""What became of the remarks that were made: the figures a person judges a rule by. Local, and without words."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal

from storage.database import Journal
from storage.records import Heard

Outcome = Literal["answered", "waived"]

# What was reworded and stands there again, as after an undo, is open again.
_MADE = (
    "INSERT INTO remark (source, key, rule, at) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (source, key) DO UPDATE SET outcome = 'open', at = excluded.at WHERE outcome = 'reworded'"
)
_STANDING = "SELECT key, rule FROM remark WHERE source = ? AND outcome <> 'reworded' AND rule LIKE ? || '%'"
_OPEN = "SELECT key FROM remark WHERE source = ? AND outcome = 'open'"
_MARK = "UPDATE remark SET outcome = ?, at = ? WHERE source = ? AND key = ?"
_HEARD = """
    SELECT rule, count(*), sum(outcome = 'answered'), sum(outcome = 'waived'), sum(outcome = 'reworded')
    FROM remark GROUP BY rule ORDER BY count(*) DESC, rule
"""


class RemarkStore:
    """The remarks made in one journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def made(self, source: str, found: Mapping[str, str], at: datetime, *, all_of_it: bool = True) -> None:
        """`source` was read with these remarks, key to rule.

        `all_of_it`: there were no others, so open ones that are gone now were reworded.
        """
        database = self._journal.database
        with database.atomic():
            before = [key for (key,) in database.execute(_OPEN, [source])] if all_of_it else []
            gone = [key for key in before if key not in found]
            self._mark(source, gone, "reworded", at)
            for key, rule in found.items():
                database.execute(_MADE, [source, key, rule, at.isoformat()])

    def settled(self, source: str, keys: Iterable[str], outcome: Outcome, at: datetime) -> None:
        """A person gave an answer or a reason for these remarks of `source`."""
        with self._journal.database.atomic():
            self._mark(source, keys, outcome, at)

    def standing(self, source: str, prefix: str) -> dict[str, str]:
        """Key and rule of the remarks made in `source`, of rules whose names begin so, but for reworded ones."""
        return dict(self._journal.database.execute(_STANDING, [source, prefix]).fetchall())

    def heard(self) -> list[Heard]:
        """What became of each rule's remarks, the most frequent rule first."""
        return [Heard(*row) for row in self._journal.database.execute(_HEARD)]

    def _mark(self, source: str, keys: Iterable[str], outcome: str, at: datetime) -> None:
        for key in keys:
            self._journal.database.execute(_MARK, [outcome, at.isoformat(), source, key])
