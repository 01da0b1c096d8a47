"""The weekly note in its editor."""

from datetime import date

import pytest

from rules.week import Week
from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.screens.week import WeekPage
from tui.widgets.week_editor import WeekEditor
from tui.widgets.week_margin import WeekMargin

WEEK = Week(2026, 47)


@pytest.fixture
def noted(desk: Desk) -> Desk:
    """A desk with three notes of the week, one of them held."""
    desk.log("Moved one question to page two. #forms", on="2026-11-16", at="09:00")
    desk.log("Five people finished the form. #forms", on="2026-11-18", at="10:00")
    desk.log("The fund goes up 12 % next month. It has not been announced yet.", on="2026-11-20", at="14:05")
    return desk


async def test_the_week_is_rolled_up_and_its_gaps_are_named_kindly(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3")
        assert "## Forms" in person.seen
        assert "Tuesday, Thursday" in person.seen
        assert "worth a line" in person.seen


async def test_the_passage_at_the_cursor_tells_its_days_and_a_changed_one_its_hand(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3")
        editor = person.page.query_one(WeekEditor)
        editor.go_to(editor.text.index("Five people"))
        await person.settle()
        assert "from Wed" in str(person.page.query_one(WeekMargin).content)
        await person.press("e")
        await person.write("Really: ")
        assert "written by hand" in str(person.page.query_one(WeekMargin).content)


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


async def test_letters_write_only_after_e_and_ctrl_s_keeps_them(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3", "e", "c", "s", "w")
        assert isinstance(person.page, WeekPage)
        assert person.page.query_one(WeekEditor).text.startswith("csw")
        await person.press("ctrl+s")
        assert noted.week(WEEK).text.startswith("csw")


async def test_hand_edits_stay_when_new_notes_come_in_and_the_news_are_told(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3", "e")
        await person.write("By hand.\n\n")
        await person.press("ctrl+s", "escape", "escape")
        noted.log("Labels are next. #forms")
        await person.press("f3")
        assert "1 new passage" in person.seen
        assert "By hand." in person.seen
        assert "Labels are next." in person.seen


@pytest.mark.parametrize(("downs", "kept"), [(0, "Theirs."), (1, "Mine."), (2, "Theirs.")])
async def test_a_week_saved_elsewhere_is_a_choice_and_never_overwritten_silently(
    noted: Desk, downs: int, kept: str
) -> None:
    async with sit(noted) as person:
        await person.press("f3", "e")
        await person.write("Mine.\n\n")
        noted.save_week(noted.week(WEEK), f"Theirs.\n\n{noted.week(WEEK).text}")
        await person.press("ctrl+s")
        assert person.asks
        await person.press(*["down"] * downs, "enter")
        assert noted.week(WEEK).text.startswith(kept)
        if downs == 2:
            assert person.app.clipboard.startswith("Mine.")
        if downs == 0:
            assert person.page.query_one(WeekEditor).text.startswith("Mine.")


@pytest.mark.parametrize("key", ["f2", "f5", "alt+left"])
async def test_unsaved_words_are_asked_about_before_the_week_goes(noted: Desk, key: str) -> None:
    async with sit(noted) as person:
        await person.press("f3", "e")
        await person.write("Unsaved. ")
        await person.press(key)
        assert person.asks
        await person.press("enter")
        assert isinstance(person.page, WeekPage)
        assert person.page.week == WEEK
        assert person.page.query_one(WeekEditor).text.startswith("Unsaved. ")


async def test_other_weeks_are_a_key_away_also_while_writing(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3", "p")
        assert "Week 46" in person.seen
        assert "Nothing to roll up" in person.seen
        await person.press("n", "e", "alt+right")
        assert "Week 48" in person.seen


async def test_a_goes_to_the_first_empty_day_ready_to_write(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3", "a")
        assert "Add to Tuesday 17 November 2026" in person.seen
        await person.write("It was leave.")
        await person.press("enter")
        assert len(noted.day(date(2026, 11, 17))) == 1


async def test_clearing_from_the_week_saves_what_was_written_first(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3", "e")
        await person.write("Mine.\n\n")
        await person.press("f4")
        assert noted.week(WEEK).text.startswith("Mine.")
        assert person.page.TOPIC == "clear"
