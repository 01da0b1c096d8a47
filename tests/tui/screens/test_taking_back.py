"""Taking back: one act after the other, what was done in an earlier sitting too, and nothing of another window's."""

from datetime import date

import pytest

from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.opening import open_desk

FRIDAY = date(2026, 11, 20)


async def test_delete_and_private_are_taken_back_one_after_the_other(desk: Desk) -> None:
    desk.log("A note.")
    async with sit(desk) as person:
        await person.press("up", "p")
        assert desk.day(FRIDAY)[0].note.private
        assert "◌" in person.seen
        await person.press("d")
        assert desk.day(FRIDAY) == []
        assert person.said == ["Deleted. u brings it back."]
        await person.press("up", "u")
        assert desk.day(FRIDAY)[0].note.private
        await person.press("u")
        assert not desk.day(FRIDAY)[0].note.private


@pytest.mark.parametrize(("downs", "kept"), [(0, "Theirs."), (1, "Mine.")])
async def test_undo_overwrites_what_another_window_wrote_only_when_the_person_says_so(
    desk: Desk, home: dict[str, str], downs: int, kept: str
) -> None:
    note = desk.log("Mine.").note
    other = open_desk(home, journal=desk.path)
    async with sit(desk) as person:
        await person.press("up", "e")
        await person.write(" More.")
        await person.press("ctrl+s")
        other.rewrite(other.note(note.id).note, "Theirs.")
        await person.press("u")
        assert person.asks
        assert "another window" in person.seen
        await person.press(*["down"] * downs, "enter")
        assert desk.note(note.id).note.text == kept
        assert "Theirs." in [view.note.text for view in desk.history(note.id)]


async def test_what_was_taken_back_is_said_and_capital_u_does_it_again(desk: Desk) -> None:
    desk.log("A note.")
    async with sit(desk) as person:
        await person.press("up", "d")
        await person.press("up", "u")
        assert "Taken back: the deletion of note 1." in person.said[0]
        await person.press("U")
        assert desk.day(FRIDAY) == []
        await person.press("up", "U")
        assert "nothing to do again" in person.said[0]


async def test_what_an_earlier_sitting_did_is_taken_back(desk: Desk, home: dict[str, str]) -> None:
    desk.log("A note.")
    async with sit(desk) as person:
        await person.press("up", "d")
    async with sit(open_desk(home, journal=desk.path)) as person:
        await person.press("up", "u")
        assert "A note." in person.seen


async def test_what_another_window_did_meanwhile_is_not_mine_to_take_back(
    desk: Desk, home: dict[str, str]
) -> None:
    mine, theirs = desk.log("Mine.").note, desk.log("Theirs.").note
    async with sit(desk) as person:
        open_desk(home, journal=desk.path).delete(theirs)
        await person.press("up", "u")
        assert "nothing to take back" in person.said[0]
        assert [view.note.id for view in desk.day(FRIDAY)] == [mine.id]
