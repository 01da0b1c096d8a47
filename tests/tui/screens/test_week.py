"""The weekly note: what it is made of, and what can be done to a passage or to all of it."""

import re
from datetime import date

import pytest
from textual.widgets import OptionList

from rules.week import Week
from tests.tui.screens.sitting import sit
from tests.tui.screens.weekly import reading, select
from tui.desk import Desk
from tui.opening import open_desk
from tui.screens.today import TodayPage
from tui.screens.week import WeekPage

WEEK = Week(2026, 47)


async def test_the_week_is_rolled_up_and_its_gaps_are_named_kindly(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3")
        assert re.search("Forms +from Mon Wed", person.seen)
        assert "Tuesday 17 is empty. Leave, or worth a line?" in person.seen
        assert "Thursday 19 is empty." in person.seen


async def test_enter_opens_the_day_a_passage_comes_from(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3", "down", "down", "enter")
        assert "Friday 20 November" in person.seen
        assert isinstance(person.page, TodayPage)


async def test_what_is_new_is_offered_and_tab_takes_it_and_x_drops_it_for_good(noted: Desk) -> None:
    noted.save_week(noted.week(WEEK), noted.week(WEEK).text)
    noted.log("Thanks to Devi.")
    noted.log("Next week: labels.")
    async with sit(noted) as person:
        await person.press("f3")
        assert "offer 2 new passages" in person.seen
        assert "+ Thanks to Devi." in person.seen
        await select(person, "Devi")
        await person.press("tab")
        assert "Thanks to Devi." in noted.week(WEEK).settled
        await select(person, "labels")
        await person.press("x")
        assert noted.week(WEEK).waiting == ()
        assert "labels" not in noted.week(WEEK).text
        await person.press("u")
        assert [one.text for one in noted.week(WEEK).waiting] == ["## Next", "Next week: labels."]


async def test_a_week_with_offers_is_not_cleared_before_they_are_decided(noted: Desk) -> None:
    noted.save_week(noted.week(WEEK), noted.week(WEEK).text)
    noted.log("Thanks to Devi.")
    async with sit(noted) as person:
        await person.press("f3", "c")
        assert person.asks
        await person.press("enter")
        assert isinstance(person.page, WeekPage)
        await person.press("c", "down", "enter")
        assert person.page.TOPIC == "clear"
        assert "Thanks to Devi." in noted.week(WEEK).settled


async def test_a_week_without_words_is_not_offered_for_clearing(desk: Desk) -> None:
    async with sit(desk, (80, 24)) as person:
        await person.press("f3")
        assert "0 words" in person.seen.splitlines()[0]
        assert "min" not in person.seen.splitlines()[0]
        assert "enter its day  l day off" in person.seen.splitlines()[-1]
        await person.press("c", "s")
        assert isinstance(person.page, WeekPage)
        await person.press("e")
        await person.write("By hand.")
        await person.press("ctrl+s", "escape", "c")
        assert person.page.TOPIC == "clear"


async def test_what_is_carried_adds_no_day_to_its_heading(desk: Desk) -> None:
    """It said "from Fri Fri" of notes of two weeks."""
    desk.log("Ask for a room. #next", on="2026-11-13")
    desk.log("Recruit five testers. #next", on="2026-11-20")
    async with sit(desk) as person:
        await person.press("f3")
        heading = next(line for line in person.seen.splitlines() if " Next " in line)
        assert heading.split("│")[0].split() == ["Next", "from", "Fri"]


async def test_l_marks_an_empty_day_as_leave(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3", "l")
        assert "Tuesday 17 is empty" not in person.seen
        assert noted.week(WEEK).gaps == (date(2026, 11, 19),)


async def test_what_was_carried_says_for_how_long_and_is_done_with_a_key(desk: Desk) -> None:
    number = desk.log("Ask for a room. #next", on="2026-11-04").note.id
    async with sit(desk) as person:
        await person.press("f3")
        assert "carried 2 weeks" in person.seen
        await person.press("d")
        assert "Ask for a room" not in desk.week(WEEK).text
        assert desk.note(number).note.text == "Ask for a room. #next"
        assert desk.weeks.intentions.still_open() == ()


async def test_another_shape_is_shown_before_it_is_taken(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3", "f")
        await person.choose("Day by day")
        await person.choose("A list")
        await person.choose("As they were written")
        assert "{+Monday 16 November" in person.seen
        await person.press("escape")
        assert not noted.weeks.weekly.is_saved(WEEK)
        await person.press("f")
        await person.choose("Day by day")
        await person.choose("A list")
        await person.choose("Left out: they sorted the notes")
        await person.press("enter")
        assert "- Moved one question" in noted.week(WEEK).text
        assert "## Monday 16 November\n" in noted.week(WEEK).text
        assert "#forms" not in noted.week(WEEK).text


async def test_closing_hashtags_are_asked_about_only_where_there_are_some(desk: Desk) -> None:
    desk.log("One done.")
    async with sit(desk) as person:
        await person.press("f3", "f")
        await person.choose("Day by day")
        await person.choose("A list")
        await person.until(lambda: "{+- +}One done." in person.seen, person.seen)


async def test_every_version_of_the_week_can_be_seen_and_restored(noted: Desk) -> None:
    noted.save_week(noted.week(WEEK), "# A\n\nFirst words.\n")
    noted.save_week(noted.week(WEEK), "# A\n\nOther words.\n")
    async with sit(noted) as person:
        await person.press("f3", "h")
        assert "2 · Fri 2026-11-20 16:30 · 1 word in, 1 out · now" in person.seen
        await person.press("down")
        assert "[-Other-]{+First+}" in person.seen
        await person.press("enter")
        assert "First words." in noted.week(WEEK).text
        assert isinstance(person.page, WeekPage)
        assert "First words." in person.seen


async def test_the_same_week_a_year_ago_is_a_key_away_and_back(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3", "y")
        assert "Week 47, 17–23 November 2025" in person.seen
        await person.press("y")
        assert "## " not in person.seen
        assert "Week 47, 16–22 November 2026" in person.seen


async def test_a_passage_moves_and_becomes_a_highlight(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3", "*")
        assert "\n## Highlights\n\nMoved one question" in noted.week(WEEK).text
        await person.press("u")
        assert "Highlights" not in noted.week(WEEK).text


async def test_a_goes_to_the_first_empty_day_ready_to_write(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3", "a")
        assert "Add to Tuesday 17 November 2026" in person.seen
        await person.write("It was leave.")
        await person.press("enter")
        assert len(noted.day(date(2026, 11, 17))) == 1


async def test_a_week_that_reads_as_before_is_not_laid_out_again(
    noted: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[object] = []
    usual = OptionList.set_options

    def watched(self: OptionList, *args, **kwargs):
        laid_out.append(self)
        return usual(self, *args, **kwargs)

    async with sit(noted) as person:
        await person.press("f3")
        monkeypatch.setattr(OptionList, "set_options", watched)
        await person.press("e", "escape")
        assert laid_out == []
        await person.press("e", "x", "escape")
        assert reading(person) in laid_out


async def test_the_days_of_the_week_have_one_short_form_in_french(desk: Desk, home: dict[str, str]) -> None:
    """« lun 1 » stood beside « lun. »."""
    desk.log("Cinq personnes ont rempli le formulaire.")
    french = open_desk({**home, "LANG": "fr_CA.UTF-8"}, journal=desk.path)
    async with sit(french, size=(120, 40)) as person:
        await person.press("f3")
        assert "ven. 1" in person.seen
        assert "lun ·" not in person.seen
    french.close()


async def test_the_week_before_is_offered_beside_a_full_week_at_80_columns(desk: Desk) -> None:
    """Who looked for last week found no key that leads there."""
    desk.log("One. #forms")
    desk.log("The budget for the fund goes up 12 % next month.")
    async with sit(desk, size=(80, 24)) as person:
        await person.press("f3")
        assert "p week before" in person.seen.splitlines()[-1]
