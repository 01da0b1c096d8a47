"""Pictures by reference: what was agreed with the people in them, and a copy without where it was taken."""

from dataclasses import dataclass

from rules.photos import Photo, photos_in
from storage.consents import ConsentStore
from storage.database import Journal
from storage.pictures import write_clean
from storage.records import Consent, ConsentState
from tui.clock import Clock
from tui.refusal import Refusal

FREE: tuple[ConsentState, ...] = ("nobody", "given")
"""What lets a picture go out."""


@dataclass(frozen=True, slots=True)
class PhotoStanding:
    """A picture in a text, and what is recorded of the people in it."""

    photo: Photo
    consent: Consent | None

    @property
    def holds(self) -> bool:
        """Whether it keeps the text from going out."""
        return self.consent is None or self.consent.state not in FREE


class Photos:
    """The consents of one journal."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._store = ConsentStore(journal)
        self._clock = clock

    def record(self, photo: str, state: ConsentState, *, person: str = "", purpose: str = "") -> Consent:
        """Record what holds for a picture from now on. Raises Refusal when a consent lacks who gave it and for what."""
        if not photo.strip():
            raise Refusal("photo-which")
        if state == "given" and not (person.strip() and purpose.strip()):
            raise Refusal("consent-for-what")
        consent = Consent(photo, state, person.strip(), purpose.strip(), self._clock.now())
        self._store.record(consent)
        return consent

    def standing(self, text: str) -> tuple[PhotoStanding, ...]:
        """Every picture in `text` with what is recorded of it."""
        photos = photos_in(text)
        known = self._store.standing(photo.name for photo in photos)
        return tuple(PhotoStanding(photo, known.get(photo.name)) for photo in photos)

    def holding(self, text: str) -> tuple[str, ...]:
        """The pictures that keep `text` from going out."""
        return tuple(one.photo.name for one in self.standing(text) if one.holds)

    def history(self, photo: str | None = None) -> list[Consent]:
        """Everything ever recorded of one picture, or of all, oldest first."""
        return self._store.history(photo)

    def export(self, photo: str, target: str) -> str:
        """Write a copy of the picture file without what its camera noted, place and time among it; its path.

        Raises Refusal without consent, and InputError where it cannot be read or written.
        """
        consent = self._store.standing([photo]).get(photo)
        if consent is None or consent.state not in FREE:
            raise Refusal("photo-held", photo=photo)
        return write_clean(photo, target)
