"""One key for the suggested change, wherever a remark stands; undone as anything else is there."""

from datetime import date

import pytest

from rules.week import Week
from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.screens.clear import ClearPage
from tui.screens.today import TodayPage
from tui.screens.week import WeekPage
from tui.widgets.journal_line import JournalLine
from tui.widgets.line_remark import LineRemark

FRIDAY = date(2026, 11, 20)
HELD = "The new grant has not been announced, but I am testing its form."
APART = f"||{HELD}||"


@pytest.mark.parametrize("pressed", ["f12", "ctrl+g"])
async def test_on_the_line_the_sentence_goes_between_bars_and_comes_back(desk: Desk, pressed: str) -> None:
    async with sit(desk) as person:
        line = person.page.query_one(JournalLine)
        assert "f12" not in person.seen.splitlines()[-1]
        await person.write(f"Stand-up done. {HELD}")
        assert "f12 keep this sentence private" in person.seen
        assert "f12 change" in person.seen.splitlines()[-1]
        await person.press(pressed)
        assert line.text == f"Stand-up done. {APART}"
        assert person.said == ["That sentence stays in your journal now, between bars. ctrl+z takes it back."]
        assert not person.page.query_one(LineRemark).display
        assert "f12" not in person.seen.splitlines()[-1]
        await person.press("ctrl+z")
        assert line.text == f"Stand-up done. {HELD}"


async def test_words_that_were_not_read_yet_are_never_changed_by_what_was_found_before(desk: Desk) -> None:
    async with sit(desk) as person:
        line = person.page.query_one(JournalLine)
        await person.write(HELD)
        line.text = f"Quite other words, {HELD[10:]}"
        line.action_cursor_line_end()
        before = line.text
        person.page.action_change()  # type: ignore[attr-defined]
        assert line.text == before


async def test_in_a_note_that_is_rewritten(desk: Desk) -> None:
    desk.log(HELD)
    async with sit(desk) as person:
        await person.press("up", "e")
        assert isinstance(person.page, TodayPage)
        assert person.page.editor is not None
        await person.write(" More.")
        await person.press("f12")
        assert person.page.editor.text == f"{APART} More."
        await person.press("ctrl+s")
        assert desk.note(1).note.text == f"{APART} More."


async def test_in_the_week_while_reading_and_while_writing(desk: Desk) -> None:
    desk.log(f"{HELD} #forms")
    desk.log("Lunch was good.")
    async with sit(desk) as person:
        await person.press("f3", "r")
        assert isinstance(person.page, WeekPage)
        assert "f12 keep this sentence private" in person.seen
        await person.press("f12")
        assert APART in desk.week(Week.of(FRIDAY)).text
        await person.press("u")
        assert APART not in desk.week(Week.of(FRIDAY)).text
        await person.press("r", "e")
        await person.write("x")
        await person.press("backspace")
        await person.press("f9", "ctrl+g")
        assert APART in person.page.editor.text
        await person.press("ctrl+z")
        assert APART not in person.page.editor.text


async def test_a_reason_and_not_this_in_the_week(desk: Desk) -> None:
    desk.log(HELD)
    desk.log("Azure is the best platform there is, you should buy it. #tools")
    async with sit(desk) as person:
        await person.press("f3", "r", "R")
        await person.write("It is on the web.")
        await person.press("enter", "r", "T")
        reasons = {one.waiver.reason for one in desk.register.all()}
    assert reasons == {"It is on the web.", desk.words("not-this-reason")}


async def test_on_the_clearing_screen_the_note_itself_is_changed_and_read_again(desk: Desk) -> None:
    desk.log(f"Stand-up ||quietly|| done. {HELD} A vendor sold us the best software, buy it.")
    async with sit(desk) as person:
        await person.press("up", "c")
        assert isinstance(person.page, ClearPage)
        owed = len(person.page.standing.owed)  # type: ignore[union-attr]
        await person.press("f12")
        text = desk.note(1).note.text
        assert APART in text
        assert "||quietly||" in text
        assert len(person.page.standing.owed) < owed  # type: ignore[union-attr]
        assert "u takes it back" in person.said[0]
        await person.press("escape", "u")
        assert APART not in desk.note(1).note.text


async def test_on_the_clearing_screen_the_week_itself_is_changed(desk: Desk) -> None:
    desk.log(HELD)
    desk.log("Lunch was good.")
    async with sit(desk) as person:
        await person.press("f3", "c")
        assert isinstance(person.page, ClearPage)
        await person.press("f12")
        assert APART in desk.week(Week.of(FRIDAY)).text
        assert "Lunch was good." in desk.week(Week.of(FRIDAY)).text


async def test_not_this_on_the_clearing_screen_answers_where_one_stands(desk: Desk) -> None:
    desk.log(HELD)
    async with sit(desk) as person:
        await person.press("up", "c", "f9")
        assert isinstance(person.page, ClearPage)
        assert not person.page.owes
