"""What a desk holds for clearing, sharing, taking out and forgetting: each taken up when somebody first goes there.

Most sittings write and read. What the rest stands on takes its time and its memory only where it is asked for.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from rules.platforms import Platform
from storage.clearances import ClearanceStore
from storage.database import Journal
from storage.notes import NoteStore
from tui.checking import Checking
from tui.clock import Clock
from tui.occasions import Occasions
from tui.subject import Subject
from tui.waiving import Waiving
from tui.weeks import Weeks
from tui.wording import Words

if TYPE_CHECKING:
    from tui.exchange import Exchange
    from tui.forgetting import Forgetting
    from tui.gate import Gate
    from tui.outbox import Outbox
    from tui.people import People
    from tui.photos import Photos
    from tui.register import Register
    from tui.subjects import Subjects
    from tui.variants import Variants


class Rooms:
    """The parts of a desk that are not there from the start; the desk has all that they are made of."""

    clock: Clock
    words: Words
    platforms: Mapping[str, Platform]
    waivers: Waiving
    checking: Checking
    occasions: Occasions
    weeks: Weeks
    _journal: Journal
    _notes: NoteStore
    _clearances: ClearanceStore

    @property
    def ready_platforms(self) -> tuple[Platform, ...]:
        """The platforms that texts can be sized for."""
        return tuple(platform for platform in self.platforms.values() if platform.ready)

    @cached_property
    def people(self) -> "People":
        """Whom notes and weeks name, and what was said of naming each."""
        from tui.people import People

        return People(self._journal, self.clock, self.words)

    @cached_property
    def photos(self) -> "Photos":
        """What was agreed with the people in pictures."""
        from tui.photos import Photos

        return Photos(self._journal, self.clock)

    @cached_property
    def gate(self) -> "Gate":
        """What every text goes through on its way out."""
        from tui.gate import Gate

        return Gate(
            self._clearances,
            self.checking,
            self.ready_platforms,
            waivers=self.waivers,
            people=self.people,
            photos=self.photos,
            occasions=self.occasions,
        )

    @cached_property
    def outbox(self) -> "Outbox":
        """The ledger of what left, and what was posted."""
        from tui.outbox import Outbox

        return Outbox(self.gate, self._clearances, self.clock)

    @cached_property
    def variants(self) -> "Variants":
        """What was edited for one platform, in the place of its source."""
        from tui.variants import Variants

        return Variants(self._journal, self.clock)

    @cached_property
    def register(self) -> "Register":
        """Giving a reason for a passage, and every reason that was ever given."""
        from tui.register import Register

        return Register(self.gate, self.waivers, self.subject)

    @cached_property
    def forgetting(self) -> "Forgetting":
        """Taking a note out for good."""
        from tui.forgetting import Forgetting

        return Forgetting(self._journal, self._notes, self.weeks)

    @cached_property
    def exchange(self) -> "Exchange":
        """Bringing notes in and taking copies out."""
        from tui.exchange import Exchange

        return Exchange(self._journal, self.clock)

    def subject(self, name: str, text: str = "") -> Subject:
        """What a public id names: `12`, `2026-W47`, `12@x`, or `-` with its `text`; never a private passage.

        Raises UnknownId and NoSuchNote.
        """
        from rules.private_spans import public

        return Subject("text", "-", public(text)) if name == "-" else self._subjects.named(name)

    @cached_property
    def _subjects(self) -> "Subjects":
        from tui.subjects import Subjects

        texts = self._notes, self.weeks, self.variants, self.occasions
        return Subjects(*texts, platforms=self.platforms, clock=self.clock)
