"""Every screen is usable from 60 by 20 to 200 by 50: nothing that matters falls off the edge."""

import pytest

from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.widgets.journal_line import JournalLine

SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_each_screen_shows_its_way_out_and_its_main_act(desk: Desk, size: tuple[int, int]) -> None:
    desk.log("The fund goes up 12 % next month. It has not been announced yet.")
    async with sit(desk, size=size) as person:
        assert "enter add" in person.seen
        assert "f1 help" in person.seen
        assert "▲ warning" in person.seen
        assert "Instead:" in person.seen
        await person.press("up")
        assert "c clear" in person.seen
        await person.press("c")
        assert "Clear it" in person.seen
        assert "Your reason" in person.seen
        await person.press("escape", "s")
        assert "64 of 280" in person.seen
        await person.press("escape", "f3")
        assert "The fund goes up" in person.seen
        assert "e edit" in person.seen
        await person.press("f5")
        assert "tag:forms" in person.seen
        await person.press("f1")
        assert "Search" in person.seen
        assert "esc back" in person.seen


async def test_esc_comes_back_to_todays_line_from_everywhere(desk: Desk) -> None:
    desk.log("Five people.")
    async with sit(desk) as person:
        for keys in (["f1"], ["f3"], ["f3", "c"], ["f5"], ["f3", "s", "c"], ["f5", "f1"], ["up", "left"]):
            await person.press(*keys)
            for _ in range(3):
                await person.press("escape")
            assert person.page.TOPIC == "today"
            assert person.app.focused is not None
            assert person.app.focused.id is None
            assert type(person.app.focused).__name__ == "JournalLine"
            assert len(person.app.screen_stack) == 1


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (30, 8)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_terminal_too_small_for_anything_breaks_nothing(desk: Desk, size: tuple[int, int]) -> None:
    desk.log("The fund goes up 12 % next month. It has not been announced yet.")
    async with sit(desk) as person:
        await person.pilot.resize_terminal(*size)
        await person.press("up", "c", "escape", "s", "escape", "f3", "f5", "escape")
        await person.pilot.resize_terminal(120, 40)
        await person.settle()
        assert "The fund goes up" in person.seen


async def test_one_remark_stands_there_while_words_are_written(desk: Desk) -> None:
    """At 60 by 20 the remark on the selected note and the one on the line left no room for the notes."""
    desk.log("The fund goes up 12 % next month. It has not been announced yet.")
    async with sit(desk, size=(60, 20)) as person:
        assert person.seen.count("▲ warning:") == 1
        await person.write("Spent the morning scoring the bids.")
        assert "■ stop:" in person.seen
        assert "▲ warning:" not in person.seen
        person.page.query_one(JournalLine).clear()
        await person.until(lambda: "▲ warning:" in person.seen, "the note never opened again")
