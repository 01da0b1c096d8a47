"""What is known before a desk is opened: enough for the first picture of the app while the rest is still read.

Imports no rules and no database, so that the picture need not wait for them.
"""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from rules.week_start import WEEKDAYS, first_weekday
from storage.locations import journal_path, settings_path
from storage.settings import Settings, read_settings
from storage.texts import read_text
from tui.clock import Clock
from tui.early_settings import day_ends, language_of
from tui.preferences import Preferences
from tui.wording import Words

if TYPE_CHECKING:
    from storage.records import Draft
    from tui.desk import Desk

_RULES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "rules")
_WEEK_STARTS = os.path.join(_RULES, "week_starts.toml")


class Doorway:
    """One person's settings, clock and language, from the environment; `open` gives the desk behind them."""

    def __init__(
        self,
        environ: Mapping[str, str],
        *,
        journal: str | None = None,
        config: str | None = None,
        packs: tuple[str, ...] = (),
        words: Words | None = None,
        reader: str = "",
        settings: Settings | None = None,
    ) -> None:
        """`journal` and `config` override where things live, `words` the language; `packs` are read in addition.

        `reader` takes the place of the one in the environment or the settings, `settings` that of those in the
        file. Raises ClockError and SettingsError.
        """
        self.environ = environ
        self.config = config or settings_path(environ)
        """Path of the settings file."""
        self.path = journal or journal_path(environ)
        """Path of the journal file."""
        self.settings = read_settings(self.config) if settings is None else settings
        self.words = words or Words(language_of(environ, self.config))
        self.clock = Clock(environ, day_ends(self.config))
        self.first_weekday = first_weekday_of(environ, self.settings)
        """The day a week begins with on the screen, 0 for Monday; a week's name is ISO 8601's all the same."""
        self.packs = packs
        self.reader = reader
        self.preferences = Preferences(self.config, self._reopened)
        """The settings one by one, to be read and changed."""

    def open(self) -> "Desk":
        """The desk: rules, platforms and journal, the journal itself on first use.

        Raises SettingsError, InputError, PackError and PlatformError. May take half a second.
        """
        from tui.opening import desk_behind

        return desk_behind(self)

    def leave(self, draft: "Draft") -> None:
        """Keep `draft` for the next time, where the desk cannot be opened. Raises JournalError."""
        from storage.database import Journal
        from storage.drafts import DraftStore
        from storage.faults import as_journal_errors

        with as_journal_errors(self.path):
            DraftStore(Journal(self.path)).keep(draft)

    def _reopened(self) -> "Desk":
        # In the language that the settings name by then.
        again = Doorway(self.environ, journal=self.path, config=self.config, packs=self.packs)
        return again.open()


def first_weekday_of(environ: Mapping[str, str], settings: Settings) -> int:
    """The day a week begins with, 0 for Monday: as the settings say, else as the locale has it."""
    if settings.week_starts:
        return WEEKDAYS.index(settings.week_starts)
    locale = environ.get("LC_ALL") or environ.get("LC_TIME") or environ.get("LANG") or ""
    return first_weekday(locale, read_text(_WEEK_STARTS))
