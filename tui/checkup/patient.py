"""Who is looked at: the surroundings of a command, and the journal as it was found, looked at once."""

from functools import cached_property

from storage.health import Health, examine
from tui.clock import Clock
from tui.context import Context
from tui.wording import Words


class Patient:
    """What every check may ask for."""

    def __init__(self, context: Context, clock: Clock) -> None:
        self.context = context
        self.clock = clock

    @property
    def words(self) -> Words:
        """The sentences of the person's language."""
        return self.context.words

    @property
    def journal(self) -> str:
        """The journal's file, as a path that may not exist."""
        return self.context.journal

    @cached_property
    def health(self) -> Health:
        """The journal as found; reads all of it."""
        return examine(self.journal)
