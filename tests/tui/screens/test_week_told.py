"""What is told beside a week: of the passage at the cursor, of the whole of it, and what to do next."""

import re
from dataclasses import replace

import pytest

from rules.finding import Level
from rules.week import Week
from tests.tui.screens.sitting import Sitting, sit
from tests.tui.screens.weekly import margin, select
from tui.desk import Desk
from tui.widgets.week_margin import WeekMargin
from tui.widgets.week_overview import WeekOverview, next_step

WEEK = Week(2026, 47)


async def test_the_selected_passage_tells_its_days_and_an_edited_one_its_hand(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3")
        assert "from Mon" in margin(person)
        await person.press("e")
        await person.write("Really: ")
        await person.press("ctrl+s", "escape")
        assert "edited by you, from Mon" in margin(person)
        assert "✎ Really: Moved" in person.seen


async def test_r_goes_to_the_remark_and_the_margin_explains_it(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3", "r")
        assert "4.1.19.11" in str(person.page.query_one(WeekMargin).content)


async def test_what_the_week_adds_up_to_stands_in_the_margin_and_stays_while_it_is_written(
    desk: Desk,
) -> None:
    for day, text in (
        ("16", "We moved to Azure."),
        ("17", "The Azure bill is in."),
        ("18", "A course on Azure."),
    ):
        desk.log(text, on=f"2026-11-{day}", at="09:00")
    desk.log("Azure again, all Friday.", on="2026-11-20", at="09:00")
    async with sit(desk) as person:
        await person.press("f3", "r")
        assert "named again and again" in str(person.page.query_one(WeekMargin).content)
        await person.press("e")
        await person.write("Well: ")
        await person.press("escape", "r")
        assert "named again and again" in str(person.page.query_one(WeekMargin).content)


def overview(person: Sitting) -> str:
    return str(person.page.query_one(WeekOverview).content)


async def test_where_there_is_room_the_whole_week_is_told_beside_its_text(noted: Desk) -> None:
    noted.log("Thanks to Devi.")
    async with sit(noted, size=(200, 50)) as person:
        await person.press("f3")
        assert "Mon 1  Tue ·  Wed 1  Thu ·  Fri 2\nempty: Tue Thu" in overview(person)
        assert "▲ Fri “fund goes up 12 % next…”" in overview(person)
        assert "r goes to the next remark." in overview(person)
        assert re.search("from Mon.*Notes", person.seen), (
            "in a column of its own, beside what is told of a passage"
        )
        await person.press("e")
        assert "esc stops writing, ctrl+s saves." in overview(person)


@pytest.mark.parametrize(("rows", "there"), [(29, False), (30, True)])
async def test_the_whole_week_stands_under_a_passage_where_rows_are_enough(
    noted: Desk, rows: int, *, there: bool
) -> None:
    async with sit(noted, size=(110, rows)) as person:
        await person.press("f3")
        assert ("empty: Tue Thu" in person.seen) == there


async def test_the_key_to_remarks_elsewhere_is_the_one_on_the_key_line(noted: Desk) -> None:
    async with sit(noted, size=(120, 40)) as person:
        await person.press("f3")
        assert "elsewhere in the text: r goes" in str(person.page.query_one(WeekMargin).content)
        await person.press("e")
        assert "elsewhere in the text: f9 goes" in str(person.page.query_one(WeekMargin).content)


async def test_what_waits_is_told_with_its_day_and_what_to_do(noted: Desk) -> None:
    noted.save_week(noted.week(WEEK), noted.week(WEEK).text)
    for number in range(6):
        noted.log(f"Thanks to person {number} for all the help with the tests.\nIt was a long week.")
    async with sit(noted, size=(120, 40)) as person:
        await person.press("f3")
        assert "+ Fri Thanks to person 0 for all…" in overview(person)
        assert "tab takes what is marked +, x drops it." in overview(person)
        assert "and 1 more" in person.seen


async def test_what_to_do_next_follows_the_week(noted: Desk) -> None:
    view = noted.week(WEEK)
    stop = replace(view.findings[0], level=Level.STOP)
    assert next_step(view, view.findings) == "remarks"
    assert next_step(view, [*view.findings, stop]) == "stop"
    assert next_step(view, ()) == "clear"
    assert next_step(replace(view, state="cleared"), view.findings) == "cleared"
    assert next_step(noted.week(Week(2026, 40)), ()) == ""


async def test_below_the_text_a_remark_takes_few_lines_and_where_it_comes_from_is_last(noted: Desk) -> None:
    async with sit(noted, size=(80, 24)) as person:
        await person.press("f3")
        await select(person, "The fund")
        lines = margin(person).splitlines()
        assert "" not in lines
        assert lines[1].startswith("▲ warning: ")
        assert lines[-1] == "from Fri"
        assert "from Fri" in person.seen
        assert "Notes" not in person.seen


@pytest.mark.parametrize(("size", "beside"), [((80, 24), True), ((120, 40), False)])
async def test_where_the_whole_week_is_not_told_what_to_do_next_is(
    desk: Desk, size: tuple[int, int], beside: bool
) -> None:
    """At 80 by 24 the lower box said no more than “from Fri”, which stood at the heading."""
    desk.log("Moved one question to page two.", on="2026-11-20", at="09:00")
    async with sit(desk, size=size) as person:
        await person.press("f3")
        await select(person, "Moved one")
        assert ("Nothing holds it: c clears it" in margin(person)) is beside
        assert person.seen.count("Nothing holds it: c clears it") == 1
        await person.press("e")
        assert ("stops writing, ctrl+s saves." in margin(person)) is beside


async def test_what_to_do_next_is_told_where_the_terminal_has_become_small(desk: Desk) -> None:
    desk.log("Moved one question to page two.", on="2026-11-20", at="09:00")
    async with sit(desk, size=(200, 60)) as person:
        await person.press("f3")
        await select(person, "Moved one")
        await person.pilot.resize_terminal(60, 20)
        await person.until(lambda: "Nothing holds it: c clears it" in margin(person))
