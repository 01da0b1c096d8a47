"""The Friday half hour: a step at a time, left and gone on with."""

from rules.week import Week
from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.screens.friday import FridayPage
from tui.screens.week import WeekPage

WEEK = Week(2026, 47)


async def test_it_goes_step_by_step_and_on_where_it_was_left(desk: Desk) -> None:
    desk.log("Five people finished the form. #forms")
    async with sit(desk) as person:
        await person.press("f3", "i")
        assert isinstance(person.page, FridayPage)
        assert "1 of 8 · What is new" in person.seen
        await person.press("space", "space")
        assert "3 of 8 · Empty days" in person.seen
        await person.press("l")
        assert "Empty days: 3" in person.seen
        await person.press("escape")
        assert desk.weeks.step(WEEK) == "gaps"
    async with sit(desk) as person:
        await person.press("f3", "i")
        assert "3 of 8 · Empty days" in person.seen
        await person.press("backspace", "*")
        assert "## Highlights" in desk.week(WEEK).text


async def test_what_a_step_speaks_of_is_in_sight(desk: Desk) -> None:
    """The empty days lay below the edge, and the order was asked about where the last remark stood."""
    for number in range(20):
        desk.log(f"Test {number} of the form went well.", on="2026-11-18")
    desk.log("The fund goes up 12 % next month. It has not been announced yet.", on="2026-11-19")
    async with sit(desk, (80, 24)) as person:
        await person.press("f3", "i", "space", "space")
        assert "Monday 16 is empty" in person.seen
        await person.press("space")
        assert "has not been announced yet" in person.seen
        await person.press("space")
        assert "   Week 47, 16–22 November 2026" in person.seen


async def test_the_title_is_asked_for_and_clearing_is_a_key_away(desk: Desk) -> None:
    desk.log("Five people finished the form. #forms")
    async with sit(desk) as person:
        await person.press("f3", "i", *["space"] * 5)
        assert "6 of 8 · Title" in person.seen
        await person.press("t")
        await person.write(" and labels")
        await person.press("enter")
        assert desk.week(WEEK).title.endswith("2026 and labels")
        await person.press("space", "c")
        assert person.page.TOPIC == "clear"
        await person.press("escape")
        assert "7 of 8 · Clear" in person.seen


async def test_another_week_has_its_own_step(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.press("f3", "i", "space", "p")
        assert "1 of 8" in person.seen
        await person.press("n")
        assert "2 of 8" in person.seen
        await person.press("i")
        assert not isinstance(person.page, WeekPage)


async def test_the_key_line_begins_with_what_the_step_speaks_of(desk: Desk) -> None:
    desk.log("Five people finished the form. #forms")
    begins = ["space next step", "* highlight", "l day off", "e edit", "alt+↑ up", "t title", "c clear"]
    async with sit(desk, (80, 24)) as person:
        await person.press("f3", "i")
        for begin in begins:
            keys = person.seen.splitlines()[-1]
            assert begin in keys
            assert keys.index(begin) <= len(" space next step  ")
            await person.press("space")


async def test_the_last_step_leads_no_further_and_says_what_is_still_to_do(desk: Desk) -> None:
    desk.log("Five people finished the form. #forms")
    async with sit(desk, (80, 24)) as person:
        await person.press("f3", "i", *["space"] * 7)
        assert "8 of 8 · Share" in person.seen
        assert "It is not cleared yet: c reads it once more" in person.seen
        assert "next step" not in person.seen
        await person.press("c", "ctrl+s", "escape")
        assert "s shows it as readers will see it, sized for each place." in person.seen


async def test_a_week_without_remarks_is_read_from_its_beginning(desk: Desk) -> None:
    for number in range(20):
        desk.log(f"Test {number} of the form went well. It took an hour, and nobody asked for help.")
    async with sit(desk, (80, 24)) as person:
        await person.press("f3", "i", "space", "space")
        assert "Test 0 of the form" not in person.seen
        await person.press("space")
        assert "Nothing was remarked." in person.seen
        assert "   Week 47, 16–22 November 2026" in person.seen
