"""A day with thousands of notes: the last ones at once, more as one goes up, and any of them when it is asked for."""

from datetime import date, datetime, timedelta

from storage.database import open_database
from tests.storage.many import add_many
from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.screens.requests import OpenDay
from tui.screens.today import PAGE
from tui.widgets.note_list import NoteList

FRIDAY = date(2026, 11, 20)


def fill(desk: Desk, many: int) -> None:
    start = datetime.fromisoformat("2026-11-20T08:00:00-05:00")
    notes = ((start + timedelta(seconds=number), f"Line {number}.") for number in range(many))
    add_many(open_database(desk.path), notes)


async def test_a_long_day_shows_its_last_notes_and_more_as_one_goes_up(desk: Desk) -> None:
    fill(desk, 3 * PAGE)
    async with sit(desk, (80, 24)) as person:
        listed = person.page.query_one(NoteList)
        assert len(listed.rows) == PAGE
        assert f"the last {PAGE} of {3 * PAGE} notes" in person.seen
        await person.press("up", "g", "up")
        assert len(listed.rows) == 2 * PAGE
        assert listed.selected is not None
        assert listed.selected.note.text == f"Line {2 * PAGE}."
        await person.press("up")
        assert listed.selected.note.text == f"Line {2 * PAGE - 1}."


async def test_a_note_far_up_is_shown_when_it_is_asked_for(desk: Desk) -> None:
    fill(desk, 2 * PAGE)
    wanted = desk.day(FRIDAY)[3].note
    async with sit(desk, (80, 24)) as person:
        person.app.post_message(OpenDay(FRIDAY, wanted.id))
        await person.settle()
        selected = person.page.query_one(NoteList).selected
        assert selected is not None
        assert selected.note.text == "Line 3."
