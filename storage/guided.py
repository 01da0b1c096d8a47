"""How far the guided half hour of a week has come, so that it can be left and gone on with."""

from datetime import datetime

from storage.database import Journal

_SET = (
    "INSERT INTO guided (week, step, at) VALUES (?, ?, ?)"
    " ON CONFLICT (week) DO UPDATE SET step = excluded.step, at = excluded.at"
)
_GET = "SELECT step FROM guided WHERE week = ?"


class GuidedStore:
    """The steps of one journal's weeks."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def step(self, week: str) -> str:
        """The name of the step that `week` is at; empty when it was never begun."""
        row = self._journal.database.execute(_GET, [week]).fetchone()
        return "" if row is None else str(row[0])

    def go_to(self, week: str, step: str, *, at: datetime) -> None:
        """Remember that `week` is at this step."""
        self._journal.database.execute(_SET, [week, step, at.isoformat()])
