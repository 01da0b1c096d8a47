"""A key draws what it changes: never the whole screen, and nothing for a screen that is covered."""

from collections import Counter
from typing import Any

import pytest
from textual._compositor import Compositor, LayoutUpdate
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Input

from rules.week import Week
from screenshots.waiting import lasting
from tests.tui.screens.sitting import NEVER, Sitting, sit
from tui.desk import Desk
from tui.screens.places import PLACES
from tui.screens.requests import OpenWeek
from tui.screens.week import WeekPage
from tui.widgets.journal_line import JournalLine
from tui.widgets.week_editor import WeekEditor
from tui.widgets.week_margin import WeekMargin


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every time that all of a screen was drawn."""
    drawn: list[object] = []
    usual = Compositor.render_update

    def watched(self: Compositor, *args, **kwargs):
        update = usual(self, *args, **kwargs)
        if isinstance(update, LayoutUpdate):
            drawn.append(update)
        return update

    monkeypatch.setattr(Compositor, "render_update", watched)
    return drawn


async def blink_below(person: Sitting) -> None:
    """What the cursor of the line does twice a second, on the screen that is covered."""
    line = person.app._home.query_one(JournalLine)
    line._toggle_cursor_blink_visible()
    line.refresh()
    await person.settle()


async def test_a_cursor_that_blinks_below_draws_nothing_above(desk: Desk, whole: list[object]):
    desk.log("Stand-up done. #forms")
    async with sit(desk) as person:
        for place, keys in (("calendar", "right"), ("search", "s")):
            person.app.action_open(place)
            await person.settle()
            whole.clear()
            await person.press(keys)
            await blink_below(person)
            assert whole == []
            person.app.action_home()
            await person.settle()


async def test_today_is_drawn_as_it_is_when_one_comes_back(desk: Desk):
    async with sit(desk) as person:
        person.app.action_open("search")
        await person.settle()
        assert isinstance(person.app.focused, Input)
        desk.log("Logged meanwhile.")
        person.app._home.line.text = "half a sentence"
        await person.pilot.resize_terminal(90, 30)
        await person.settle()
        await person.press("escape")
        assert "Logged meanwhile." in person.seen
        assert "half a sentence" in person.seen
        assert max(map(len, person.seen.splitlines())) <= 90


async def test_a_week_that_is_read_shows_its_frame_and_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(WeekPage, "load", lambda _: None)
    async with sit(desk) as person:
        await person.press("f3")
        assert "Week 47" in person.seen
        assert "Reading the notes of the week…" in person.seen


async def test_the_margin_follows_a_moment_after_the_last_key(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    desk.log("The fund was announced on 3 March 2026.")
    async with sit(desk) as person:
        await person.press("f3", "e")
        assert isinstance(person.page, WeekPage)
        shown: list[object] = []
        usual = WeekMargin.show

        def watched(self: WeekMargin, *args, **kwargs) -> None:
            shown.append(args)
            usual(self, *args, **kwargs)

        monkeypatch.setattr(WeekMargin, "show", watched)
        editor = person.page.query_one(WeekEditor)
        with lasting(NEVER, "reviewing.PAUSE", "week_text.CLOSELY"):
            for letter in "abcdef":
                editor.insert(letter)
                await person.pilot.pause()
        assert shown == []
        editor.insert("g")
        await person.settle()
        assert shown


async def test_what_is_written_in_a_week_is_there_to_read_after_escape(desk: Desk):
    desk.log("Stand-up done.")
    async with sit(desk) as person:
        person.app.post_message(OpenWeek(Week.of(desk.clock.today())))
        await person.settle()
        await person.press("e")
        await person.write("Fresh words. ")
        await person.press("escape")
        assert "Fresh words." in person.seen


@pytest.mark.parametrize("place", [*PLACES, "week"])
async def test_a_screen_that_opens_has_its_styles_worked_out_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Its height was told it by the first resize, and it was asked for its styles again as it came in front."""
    worked_out = Counter[DOMNode]()
    usual = Stylesheet.apply

    def watched(sheet: Stylesheet, node: DOMNode, **given: Any) -> None:
        worked_out[node] += isinstance(node, Widget)
        usual(sheet, node, **given)

    desk.log("Stand-up done. #forms")
    async with sit(desk, (180, 50)) as person:
        monkeypatch.setattr(Stylesheet, "apply", watched)
        await person.app.run_action("week" if place == "week" else f"open('{place}')")
        await person.settle()
        # What is hidden or shown, or gets the focus, is worked out once more.
        assert worked_out.total() < 2 * len(person.page.query("*"))
        assert not {name for name in ("-normal", "-middling", "-short") if person.page.has_class(name)}


async def test_a_screen_knows_its_own_layout_s_colours_as_it_opens(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.app.run_action("open('settings')")
        await person.settle()
        assert person.page.get_component_rich_style("settings--given", partial=True).bold


async def test_a_screen_that_opens_is_laid_out_no_second_time_for_the_size_it_has(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Textual tells a screen its size behind its first layout, and laid all of it out again."""
    laid_out: list[DOMNode] = []
    usual = Compositor.reflow

    def watched(compositor: Compositor, parent: Widget, size: Size) -> Any:
        laid_out.append(parent)
        return usual(compositor, parent, size)

    async with sit(desk) as person:
        monkeypatch.setattr(Compositor, "reflow", watched)
        await person.app.run_action("open('search')")
        await person.settle()
        assert laid_out.count(person.page) <= 2  # its lesson is shown behind its frame


async def test_every_screen_in_the_stack_follows_the_terminal(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.app.run_action("open('search')")
        await person.settle()
        for size, classes in (((60, 20), {"-narrow", "-short"}), ((120, 40), {"-wide", "-tall"})):
            await person.pilot.resize_terminal(*size)
            await person.settle()
            assert person.page.size == size
            assert classes <= person.page.classes
            assert person.app._home.size == size
        await person.press("escape")
        assert person.page.query_one(JournalLine).region.bottom <= 40
        assert person.page.query_one(JournalLine).region.bottom > 30
