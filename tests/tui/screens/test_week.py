"""The weekly note in its editor."""

import re
import threading
from dataclasses import replace
from datetime import date

import pytest
from textual.widgets import OptionList

from rules.finding import Level
from rules.week import Week
from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.screens.today import TodayPage
from tui.screens.week import WeekPage
from tui.widgets.passage_row import Shown
from tui.widgets.week_editor import WeekEditor
from tui.widgets.week_margin import WeekMargin
from tui.widgets.week_overview import WeekOverview, next_step
from tui.widgets.week_reading import WeekReading

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
        assert re.search("Forms +from Mon Wed", person.seen)
        assert "Tuesday 17 is empty. Leave, or worth a line?" in person.seen
        assert "Thursday 19 is empty." in person.seen


def reading(person: Sitting) -> WeekReading:
    return person.page.query_one(WeekReading)


def rows(person: Sitting) -> list[Shown]:
    assert isinstance(person.page, WeekPage)
    return person.page.rows


async def select(person: Sitting, words: str) -> None:
    reading(person).go_to_row(next(n for n, row in enumerate(rows(person)) if words in row.passage.text))
    await person.settle()


def margin(person: Sitting) -> str:
    return str(person.page.query_one(WeekMargin).content)


async def test_the_selected_passage_tells_its_days_and_an_edited_one_its_hand(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3")
        assert "from Mon" in margin(person)
        await person.press("e")
        await person.write("Really: ")
        await person.press("ctrl+s", "escape")
        assert "edited by you, from Mon" in margin(person)
        assert "✎ Really: Moved" in person.seen


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


async def test_writing_asked_for_while_the_week_is_read_begins_once_it_is_there(
    noted: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, usual = threading.Event(), noted.week
    monkeypatch.setattr(noted, "week", lambda week: (read.wait(20), usual(week))[1])
    async with sit(noted) as person:
        await person.pilot.press("f3", "e")
        await person.until(lambda: isinstance(person.app.screen, WeekPage))
        assert isinstance(person.page, WeekPage)
        before = person.page.writing
        read.set()
        await person.settle()
        assert (before, person.page.writing) == (False, True)
        await person.write("By hand. ")
        await person.press("ctrl+s")
        assert "By hand. " in usual(WEEK).text


async def test_letters_write_only_after_e_and_ctrl_s_keeps_them(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3", "e", "c", "s", "w")
        assert isinstance(person.page, WeekPage)
        assert "csw" in person.page.query_one(WeekEditor).text
        await person.press("ctrl+s")
        assert "csw" in noted.week(WEEK).text


async def test_hand_edits_stay_when_new_notes_come_in_and_the_news_are_told(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3", "e")
        await person.write("By hand.\n\n")
        await person.press("ctrl+s", "escape", "escape")
        noted.log("Labels are next. #forms")
        await person.press("f3")
        assert "offer 1 new passage" in person.seen
        assert "By hand." in person.seen
        assert "Labels are next." in person.seen


@pytest.mark.parametrize(("downs", "kept"), [(0, "Theirs."), (1, "Mine."), (2, "Theirs.")])
async def test_a_week_saved_elsewhere_is_a_choice_and_never_overwritten_silently(
    noted: Desk, downs: int, kept: str
) -> None:
    async with sit(noted) as person:
        await person.press("f3", "e")
        await person.write("Mine.\n\n")
        noted.save_week(noted.week(WEEK), f"{noted.week(WEEK).text}\n\nTheirs.")
        await person.press("ctrl+s")
        assert person.asks
        assert "The other one reads: “" in person.seen
        await person.press(*["down"] * downs, "enter")
        assert kept in noted.week(WEEK).text
        if downs == 2:
            assert "Mine." in person.app.clipboard
        if downs == 0:
            assert "Mine." in person.page.query_one(WeekEditor).text


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
        assert "Unsaved. " in person.page.query_one(WeekEditor).text


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
        assert "Mine." in noted.week(WEEK).text
        assert person.page.TOPIC == "clear"


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
