"""Taking a note out for good: what that would take and leave, and doing it."""

from rules.week import Week
from storage.database import Journal
from storage.notes import NoteStore
from storage.purge import Purge
from tui.views import Purging
from tui.weeks import Weeks


class Forgetting:
    """The purging of one journal."""

    def __init__(self, journal: Journal, notes: NoteStore, weeks: Weeks) -> None:
        self._purge = Purge(journal, notes)
        self._notes = notes
        self._weeks = weeks

    def purging(self, number: int) -> Purging:
        """What purging this note would take for good and what would stay. Raises NoSuchNote."""
        extent = self._purge.extent(number)
        weeks = sorted({Week.of(version.day) for version in self._notes.versions(number)})
        saved = tuple(week for week in weeks if self._weeks.weekly.is_saved(week))
        return Purging(number, extent.versions, extent.clearances, extent.shared, saved)

    def purge(self, number: int) -> bool:
        """Take a note out for good; whether every trace was wiped from the file. Raises NoSuchNote."""
        return self._purge.purge(number)

    def wipe(self) -> bool:
        """Wipe what deleted words may have left in unused parts of the file; whether it could be done."""
        return self._purge.wipe()
