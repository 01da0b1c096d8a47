"""The check-up: what is looked at, and how each thing is found. Opens the journal itself, never the desk."""

from tui.checkup.encryption import encryption_lines
from tui.checkup.journal import journal_lines
from tui.checkup.line import Line
from tui.checkup.patient import Patient
from tui.checkup.places import place_lines
from tui.checkup.surroundings import surrounding_lines


def check_up(patient: Patient) -> list[Line]:
    """Every line of the check-up, the journal first. Raises nothing that its subjects may be to blame for."""
    return [
        *journal_lines(patient),
        *encryption_lines(patient),
        *place_lines(patient),
        *surrounding_lines(patient),
    ]
