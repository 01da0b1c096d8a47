"""What a command is run with: the environment, the wording and where things live."""

import gc
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.wording import Words

if TYPE_CHECKING:
    from storage.settings import Settings
    from tui.desk import Desk
    from tui.doorway import Doorway


class Context:
    """The surroundings of one command."""

    def __init__(self, environ: Mapping[str, str], words: Words, journal: str, config: str) -> None:
        self.environ = environ
        self.words = words
        self.journal = journal
        """Path of the journal file."""
        self.config = config
        """Path of the settings file."""
        self._desk: Desk | None = None

    def close(self) -> None:
        """Close the journal, if the command used it."""
        if self._desk is not None:
            self._desk.close()

    def doorway(self) -> "Doorway":
        """Where the app starts from: it opens the desk itself, behind its first picture.

        Nothing is looked through for garbage until that is done: there is none yet, and looking takes a tenth of
        the time.
        """
        gc.disable()
        from tui.doorway import Doorway

        return Doorway(self.environ, journal=self.journal, config=self.config, words=self.words)

    def desk(
        self,
        *,
        packs: tuple[str, ...] = (),
        daily: bool = True,
        reader: str = "",
        settings: "Settings | None" = None,
    ) -> "Desk":
        """The desk for this command; imported here because capture does without it. The arguments as for `Doorway`.

        Rules that were left out of a pack are said on stderr. The backup of the day is made unless `daily` is
        False; that it could not be is said there too, and stops nothing.
        """
        from tui.console import tell_once
        from tui.opening import open_desk
        from tui.unlocking import unlock

        if daily:
            unlock(self.journal)
        desk = self._desk = open_desk(
            self.environ,
            journal=self.journal,
            config=self.config,
            packs=packs,
            words=self.words,
            reader=reader,
            settings=settings,
        )
        for notice in desk.packs.notices:
            tell_once(notice)  # line by line a desk is opened for each note
        if daily:
            self._back_up_today(desk)
        return desk

    def _back_up_today(self, desk: "Desk") -> None:
        from storage.errors import StorageError
        from tui.console import tell
        from tui.sayings import say_error

        try:
            desk.safe.back_up_daily()
        except StorageError as error:
            tell(say_error(self.words, error))
