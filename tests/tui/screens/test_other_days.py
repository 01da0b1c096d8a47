"""Other days than today: how one gets there, what can be done to an empty one, where its notes begin."""

from datetime import date, timedelta

from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.screens.today import TodayPage

FRIDAY = date(2026, 11, 20)


async def test_an_empty_day_offers_only_what_can_be_done_to_it(desk: Desk) -> None:
    desk.log("Form tests start.")
    async with sit(desk) as person:
        await person.press("up", "left")
        offered = person.seen.splitlines()[-1]
        assert "l day off" in offered
        assert "← day before" in offered
        assert not any(key in offered for key in ("e edit", "c clear", "s share", "d delete", "p private"))
        await person.press("right")
        offered = person.seen.splitlines()[-1]
        assert "e edit" in offered
        assert "day off" not in offered


async def test_l_marks_an_empty_day_as_leave_and_takes_it_back(desk: Desk) -> None:
    desk.log("Form tests start.")
    thursday = FRIDAY - timedelta(days=1)
    async with sit(desk) as person:
        await person.press("up", "left", "l")
        assert desk.weeks.days_off(thursday, thursday) == {thursday}
        assert "This day is leave" in person.seen
        await person.press("l")
        assert desk.weeks.days_off(thursday, thursday) == frozenset()
        assert "Leave, or worth a line?" in person.seen


async def test_nobody_is_asked_whether_a_saturday_or_tomorrow_is_leave(desk: Desk) -> None:
    desk.log("Form tests start.")
    async with sit(desk) as person:
        await person.press("up", "right")
        assert "No notes on this day." in person.seen
        assert "Leave" not in person.seen


async def test_arrows_go_to_other_days_and_a_note_written_there_belongs_there(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.press("up", "left", "left", "down")
        assert "Wednesday 18 November" in person.seen
        await person.write("Two days ago.")
        await person.press("enter")
        assert [view.note.text for view in desk.day(date(2026, 11, 18))] == ["Two days ago."]
        await person.press("escape")
        assert "Friday 20 November" in person.seen


async def test_left_and_right_on_an_empty_line_show_other_days_and_never_trap_the_cursor(desk: Desk) -> None:
    async with sit(desk) as person:
        assert isinstance(person.page, TodayPage)
        await person.press("left", "left", "right")
        assert person.page.day == date(2026, 11, 19)
        await person.write("ab")
        await person.press("left", "left", "left", "right")
        assert person.page.day == date(2026, 11, 19)
        assert person.page.line.cursor_location == (0, 1)


async def test_a_day_that_one_comes_to_begins_at_its_last_note(desk: Desk) -> None:
    for day in ("2026-11-19", "2026-11-20"):
        for text in ("One.", "Two.", "Three."):
            desk.log(f"{text} {day}", on=day)
    async with sit(desk) as person:
        assert isinstance(person.page, TodayPage)
        await person.press("up", "up", "up", "left")
        assert person.page.notes.selected is not None
        assert person.page.notes.selected.note.text == "Three. 2026-11-19"
        await person.press("up", "up", "right")
        assert person.page.notes.selected.note.text == "Three. 2026-11-20"
        await person.press("up", "d")
        assert person.page.notes.selected.note.text == "Three. 2026-11-20"
