"""The use cases around copies of the journal: making, listing, bringing back. Needs no rules and no settings."""

import os
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from storage.errors import BackupError, InputError, JournalError
from tui.clock import Clock

if TYPE_CHECKING:
    from storage.backup import Written
    from storage.conversion import Converted
    from storage.copies import Copy
    from storage.restore import Restored
    from storage.soundness import Holdings
    from storage.staging import Staged

_SAID_ELSEWHERE = ("journal-missing", "journal-foreign", "journal-newer", "journal-unreadable")


class Safekeeping:
    """The copies of one journal. What it stands on is imported when it is used: most commands never do."""

    def __init__(self, journal: str, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def back_up(self, *, to: str | None = None, passphrase: str | None = None) -> "Written":
        """Make a verified backup now; see `storage.backup.back_up` for what it takes and raises."""
        from storage.backup import back_up

        return back_up(self._journal, at=self._clock.now(), to=to, passphrase=passphrase)

    def back_up_daily(self) -> "Written | None":
        """Make the backup of the day unless it is there, or there is no journal; then None.

        Raises BackupError, and JournalError for a damaged journal; whatever else is wrong with the journal is
        said by whoever opens it.
        """
        return self._daily() if self.lacks_daily() else None

    def lacks_daily(self) -> bool:
        """Whether there is a journal and no backup of the day yet. One listing. Raises BackupError."""
        from storage.copies import has_daily
        from storage.locations import backups_folder

        try:
            return os.path.exists(self._journal) and not has_daily(self._journal, self._clock.today())
        except OSError as error:
            reason = error.strerror or ""
            raise BackupError("backup-failed", path=backups_folder(self._journal), reason=reason) from None

    def _daily(self) -> "Written | None":
        from storage.backup import back_up_daily

        try:
            return back_up_daily(self._journal, at=self._clock.now())
        except JournalError as error:
            if error.kind in _SAID_ELSEWHERE:
                return None
            raise

    def must_be_encryptable(self) -> None:
        """Raise InputError when SQLCipher is not installed."""
        from importlib.util import find_spec

        if find_spec("sqlcipher3") is None:
            raise InputError("no-sqlcipher-yet")

    def encrypt(self, passphrase: str) -> "Converted":
        """Encrypt the journal and its backups; see `storage.conversion.encrypt`."""
        from storage.conversion import encrypt

        return encrypt(self._journal, passphrase)

    def decrypt(self) -> "Converted":
        """Make the journal and its backups plain files; see `storage.conversion.decrypt`."""
        from storage.conversion import decrypt

        return decrypt(self._journal)

    def copies(self) -> "list[Copy]":
        """The backups beside the journal, newest first. Raises BackupError."""
        from storage.copies import copies_of
        from storage.locations import backups_folder

        try:
            return copies_of(self._journal)
        except OSError as error:
            folder = backups_folder(self._journal)
            raise BackupError("backups-unreadable", path=folder, reason=error.strerror or "") from None

    def holds(self) -> "Holdings | None":
        """What the journal holds now; None when it is missing or too damaged to tell."""
        from storage.backup import reading
        from storage.soundness import holdings

        try:
            with reading(self._journal) as connection:
                return holdings(connection)
        except JournalError as error:
            if error.kind == "journal-newer":
                raise
            return None

    def staged(self, file: str, *, passphrase: str | None = None) -> "AbstractContextManager[Staged]":
        """The verified journal that `file` holds, in memory; see `storage.staging.staged`."""
        from storage.staging import staged

        return staged(file, passphrase=passphrase)

    def restore(self, staged: "Staged") -> "Restored":
        """Put a staged journal in the place of this one; see `storage.restore.restore`."""
        from storage.restore import restore

        return restore(self._journal, staged, at=self._clock.now())
