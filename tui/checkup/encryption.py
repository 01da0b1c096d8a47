"""Whether the journal is encrypted, and whether its backups are what it is."""

from collections.abc import Iterator
from contextlib import suppress

from storage.copies import copies_of
from storage.keys import RING
from tui.checkup.line import Line
from tui.checkup.patient import Patient


def encryption_lines(patient: Patient) -> Iterator[Line]:
    """One line for the journal; one more for backups that lie in the clear beside an encrypted one."""
    words = patient.words
    if not RING.is_encrypted(patient.journal):
        yield Line("encryption", True, words("doctor-not-encrypted"))
        return
    yield Line("encryption", True, words("doctor-encrypted"))
    with suppress(OSError):
        plain = [
            copy
            for copy in copies_of(patient.journal)
            if not copy.sealed and not RING.is_encrypted(copy.path)
        ]
        if plain:
            yield Line(
                "encryption", False, words.count("doctor-plain-copies", len(plain), path=plain[0].path)
            )
