"""What a search by state has to read: where the journal tells how a note cannot stand, no rule reads it to find out."""

import pytest

from rules.checker import checker_of
from tui.desk import Desk


@pytest.mark.parametrize("state", ["cleared", "shared", "private"])
def test_notes_that_cannot_stand_so_are_not_read(desk: Desk, state: str) -> None:
    """In a journal of 100,000 notes it took minutes to say that there are none."""
    for number in range(5):
        desk.log(f"Person {number} finished the form.")
    checker = checker_of(desk.packs.packs)
    checker.forget()
    assert desk.search(f"state:{state}").notes == ()
    assert checker.read_anew == 0


def test_those_that_stand_so_are_found(desk: Desk) -> None:
    desk.log("Five people finished the form.")
    desk.log("Two more than last month.")
    desk.log("For myself alone.", private=True)
    desk.clear(desk.subject("2"), {})
    found = {
        states: [view.note.id for view in desk.search(states).notes]
        for states in ("state:cleared", "state:private", "state:draft", "state:cleared state:private")
    }
    assert found == {
        "state:cleared": [2],
        "state:private": [3],
        "state:draft": [3, 1],
        "state:cleared state:private": [3, 2],
    }
