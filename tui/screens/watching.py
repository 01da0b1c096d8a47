"""Notices what changes beside the person: another window wrote in the journal, or the day is over."""

from datetime import date

from textual import work

from storage.errors import StorageError
from storage.place import MOVED
from tui.sayings import say_error
from tui.screens.writing import WritingPage

LOOK_EVERY = 1.0
"""Seconds between two looks."""


class WatchingPage(WritingPage):
    """A screen that shows a day as it is now, whoever writes."""

    today: date
    """Today, when it was last looked."""
    _stamp: int | None = None

    def go_to(self, day: date, note: int | None = None) -> None:
        """Show another day; the note that was asked for selected."""
        raise NotImplementedError

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Show what is new, if anything is."""
        if self.today != self.clock.today():
            self._midnight()
        try:
            stamp = await self.thread.ask(self.desk.stamp)
        except StorageError as error:
            # What else is wrong with the journal is said when somebody wants something of it.
            if error.kind in MOVED:
                self._say_moved(error)
            return
        if stamp != self._stamp:
            self._stamp = stamp
            self.load()

    def _say_moved(self, error: StorageError) -> None:
        self._stamp = None
        sentence = say_error(self.words, error)
        if sentence != self.refused:
            self.refused = sentence
            self.tell(sentence, "error")

    def _midnight(self) -> None:
        followed = self.day == self.today
        self.today = self.clock.today()
        if followed:
            self.go_to(self.today)
