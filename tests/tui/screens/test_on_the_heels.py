"""What is typed on the heels of a key is for where that key leads, however slow the screen."""

from datetime import date

import pytest
from textual.events import Key

from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.screens import note_acts
from tui.widgets.journal_line import JournalLine

FRIDAY = date(2026, 11, 20)


def type_at_once(person: Sitting, *keys: str) -> None:
    """Press keys faster than anything can be drawn between them."""
    for one in keys:
        person.app.post_message(Key(one, one if len(one) == 1 else None))


@pytest.mark.parametrize("opens", ["e", "enter"])
async def test_what_is_typed_on_the_heels_of_e_is_written_and_no_command(desk: Desk, opens: str) -> None:
    desk.log("Form tests start.")
    async with sit(desk) as person:
        await person.press("up")
        type_at_once(person, opens, "d", "p", "q", "u")
        await person.settle()
        await person.press("x", "ctrl+s")
        assert [view.note.text for view in desk.day(FRIDAY)] == ["Form tests start.dpqux"]
        await person.press("d")
        assert desk.day(FRIDAY) == []


@pytest.mark.parametrize("leads", ["down", "j", "escape"])
async def test_what_is_typed_on_the_heels_of_the_way_back_to_the_line_is_written_and_no_command(
    desk: Desk, leads: str
) -> None:
    desk.log("Form tests start.")
    async with sit(desk) as person:
        await person.press("up")
        type_at_once(person, leads, "d", "o", "n", "e")
        await person.settle()
        await person.press("enter")
        assert [view.note.text for view in desk.day(FRIDAY)] == ["Form tests start.", "done"]


async def test_a_letter_on_the_heels_of_up_is_a_key_of_the_notes_and_no_word(desk: Desk) -> None:
    desk.log("Form tests start.")
    async with sit(desk) as person:
        type_at_once(person, "up", "d")
        await person.settle()
        assert desk.day(FRIDAY) == []
        assert person.page.query_one(JournalLine).text == ""


async def test_where_no_editor_opens_the_keys_behind_e_do_nothing_and_the_next_ones_work(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_acts, "MOST_EDITED", 10)
    desk.log("Form tests start.")
    async with sit(desk) as person:
        await person.press("up")
        type_at_once(person, "e", "d", "d")
        await person.settle()
        assert [view.note.text for view in desk.day(FRIDAY)] == ["Form tests start."]
        await person.press("d")
        assert desk.day(FRIDAY) == []
