"""Where the key to an encrypted journal comes from: a descriptor, the system's keyring, or a person.

On the capture path: standard library only, and what it stands on is loaded for an encrypted journal alone.
"""

from collections.abc import Mapping

from storage.errors import JournalError
from storage.keys import RING
from tui.wording import Words

_PROMPTS = 3
"""How often a person is asked before the command gives up."""


class Unlocking:
    """Answers for `storage.keys`: the passphrase of an encrypted file, or an error that says why there is none."""

    def __init__(self, environ: Mapping[str, str], words: Words) -> None:
        self._environ = environ
        self._words = words
        self._asked: dict[str, int] = {}

    def __call__(self, path: str, attempt: int) -> str:
        """The passphrase to try for the file at `path`. Raises JournalError and UsageError."""
        from tui.passphrase import VARIABLE, passphrase
        from tui.remembered import recall

        if self._environ.get(VARIABLE):
            if attempt:
                raise JournalError("journal-not-unlocked", path=path)
            return passphrase(self._environ, self._words, twice=False)
        remembered = recall(path) if attempt == 0 else None
        return remembered or self._from_person(path, attempt)

    def _from_person(self, path: str, attempt: int) -> str:
        from tui.console import has_person, tell
        from tui.passphrase import passphrase

        asked = self._asked[path] = self._asked.get(path, 0) + 1
        if not has_person() or asked > _PROMPTS:
            raise JournalError("journal-not-unlocked" if attempt else "journal-locked", path=path)
        tell(self._words("unlock" if asked == 1 else "unlock-again", path=path))
        return passphrase(self._environ, self._words, twice=False)


def unlock(journal: str) -> None:
    """Have the key to the journal, asking for it now if it is encrypted: before anything is begun that could be
    lost. Raises JournalError and UsageError.
    """
    RING.key_for(journal)
