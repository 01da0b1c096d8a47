"""What a public id names: a note, a week, a stretch of days, or what was edited for a platform."""

from collections.abc import Mapping

from rules.period import Period
from rules.platforms import Platform
from rules.week import Week
from storage.notes import NoteStore
from tui.clock import Clock
from tui.occasions import Occasions
from tui.refusal import UnknownId
from tui.subject import Subject, of_note
from tui.variants import Variants
from tui.weeks import Weeks


class Subjects:
    """The texts of one journal that may be cleared, by their ids; never with a private passage in them."""

    def __init__(
        self,
        notes: NoteStore,
        weeks: Weeks,
        variants: Variants,
        occasions: Occasions,
        *,
        platforms: Mapping[str, Platform],
        clock: Clock,
    ) -> None:
        self._notes = notes
        self._weeks = weeks
        self._variants = variants
        self._occasions = occasions
        self._platforms = platforms
        self._clock = clock

    def named(self, name: str) -> Subject:
        """What `12`, `2026-W47` or `12@x` names. Raises UnknownId and NoSuchNote."""
        source, _, place = name.partition("@")
        if place:
            return self._variants.named(self.named(source), place, self._platforms)
        if name.isascii() and name.isdigit():
            note = self._notes.get(int(name[:20]))
            return of_note(note, self._occasions.told(note))
        if week := Week.named(name):
            return self._weeks.subject(week)
        if ".." in name and (period := Period.named(name, self._clock.today())):
            return self._weeks.subject(period)
        raise UnknownId("no-such-id", name=name)
