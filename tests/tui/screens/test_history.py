"""History: every version of a note, what restoring it changes, and the way back and forth."""

from datetime import date

from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.screens.history import HistoryPage
from tui.screens.today import TodayPage
from tui.widgets.difference import MOST_SHOWN

FRIDAY = date(2026, 11, 20)


async def test_h_shows_the_versions_and_the_words_that_differ(desk: Desk) -> None:
    desk.rewrite(desk.log("Five people finished the form.").note, "Five people completed the form.")
    async with sit(desk) as person:
        await person.press("up", "h")
        assert isinstance(person.page, HistoryPage)
        assert "as it reads now" in person.seen
        await person.press("down")
        assert "[-completed-]{+finished+}" in person.seen


async def test_enter_restores_the_selected_version_and_u_takes_that_back(desk: Desk) -> None:
    desk.rewrite(desk.log("Old words.").note, "New words.")
    async with sit(desk) as person:
        await person.press("up", "h", "down", "enter")
        assert isinstance(person.page, TodayPage)
        assert desk.day(FRIDAY)[0].note.text == "Old words."
        await person.press("u")
        assert desk.day(FRIDAY)[0].note.text == "New words."


async def test_restoring_what_stands_says_so_and_changes_nothing(desk: Desk) -> None:
    desk.log("Words.")
    async with sit(desk) as person:
        await person.press("up", "h", "enter")
        assert "already reads" in person.said[0]
        assert len(desk.history(1)) == 1


async def test_marks_that_differ_are_named_where_the_words_are_the_same(desk: Desk) -> None:
    desk.set_private(desk.log("Words.").note, True)
    async with sit(desk) as person:
        await person.press("up", "h", "down")
        assert "The words are the same. What differs: no longer private." in person.seen


async def test_restoring_words_says_when_it_would_open_a_private_note(desk: Desk) -> None:
    desk.set_private(desk.rewrite(desk.log("Old.").note, "New.").note, True)
    async with sit(desk) as person:
        await person.press("up", "h", "down", "down")
        assert "[-New-]{+Old+}." in person.seen
        assert "It also changes: no longer private." in " ".join(person.seen.split())


async def test_a_long_hostile_version_is_drawn_shortened_and_harmless(desk: Desk) -> None:
    desk.rewrite(desk.log("\x1b[2J" + "word " * MOST_SHOWN).note, "Short.")
    async with sit(desk) as person:
        await person.press("up", "h", "down")
        assert "\x1b[2J" not in person.seen
        assert "␛[2J" in person.seen
        assert person.page.query_one("#history-diff").size.height > 100
        await person.press("escape")
        assert isinstance(person.page, TodayPage)


async def test_a_note_of_many_versions_has_no_widget_for_each_and_keys_lead_to_both_ends(
    desk: Desk,
) -> None:
    view = desk.log("Words 0.")
    for number in range(1, 40):
        view = desk.rewrite(view.note, f"Words {number}.")
    async with sit(desk) as person:
        await person.press("up", "h")
        assert len(person.page.query("VersionList > *")) == 0
        await person.press("G")
        assert "[-39-]{+0+}" in person.seen
        await person.press("g")
        assert "as it reads now" in person.seen
