"""What the people in pictures said. Nothing is ever overwritten: the newest line about a picture stands."""

from collections.abc import Iterable
from datetime import datetime

from storage.database import Journal
from storage.records import Consent

_INSERT = "INSERT INTO consent (photo, state, person, purpose, at) VALUES (?, ?, ?, ?, ?)"
_HISTORY = "SELECT photo, state, person, purpose, at FROM consent WHERE photo = ? ORDER BY id"
_ALL = "SELECT photo, state, person, purpose, at FROM consent ORDER BY id"


class ConsentStore:
    """The consents of one journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def record(self, consent: Consent) -> None:
        """Let `consent` stand for its picture from now on."""
        values = [consent.photo, consent.state, consent.person, consent.purpose, consent.at.isoformat()]
        self._journal.database.execute(_INSERT, values)

    def history(self, photo: str | None = None) -> list[Consent]:
        """Everything recorded of one picture, or of all, oldest first."""
        database = self._journal.database
        rows = database.execute(_ALL) if photo is None else database.execute(_HISTORY, [photo])
        return [
            Consent(photo, state, who, why, datetime.fromisoformat(at)) for photo, state, who, why, at in rows
        ]

    def standing(self, photos: Iterable[str]) -> dict[str, Consent]:
        """What stands for each of these pictures; those of which nothing was recorded are left out."""
        newest = {photo: self.history(photo)[-1:] for photo in photos}
        return {photo: found[0] for photo, found in newest.items() if found}
