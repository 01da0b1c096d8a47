"""The calendar: a day is pointed at by keys, told in words, and gone to."""

from datetime import date, timedelta

import pytest

from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.opening import open_desk
from tui.screens.calendar import CalendarPage
from tui.screens.page import Page
from tui.screens.today import TodayPage
from tui.screens.week import WeekPage
from tui.widgets.month_grid import CELL, MonthGrid
from tui.widgets.year_grid import YearGrid

FRIDAY = date(2026, 11, 20)
CALENDAR = ("up", "m")
"""The way from the line, where letters are text, to the calendar."""
TUESDAY_10 = (1 + 2 * CELL + 2, 2 + 1)
"""Where the tenth is drawn: the third column, where weeks begin on Sunday, and the second row."""


def words_of(person: Sitting) -> str:
    return " ".join(person.seen.split())


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """Three weeks of ten notes, and three on Tuesday of the fourth."""
    for week in (1, 2, 3):
        for note in range(10):
            desk.log(
                f"Note {note}.", on=(FRIDAY - timedelta(weeks=week, days=note % 5)).isoformat(), at="09:00"
            )
    for note in range(3):
        desk.log(f"Form test {note}.", on="2026-11-17", at="09:00")
    return desk


async def test_the_day_that_is_pointed_at_is_told_in_words(busy: Desk) -> None:
    async with sit(busy, size=(80, 24)) as person:
        await person.press(*CALENDAR, "left", "left", "left")
        assert isinstance(person.page, CalendarPage)
        said = person.seen.replace("│", " ")
        assert "3 notes on Tuesday 17 November" in said
        assert "a quiet week so far" in " ".join(line[38:].strip() for line in said.splitlines())
        assert "Form test 0." in said
        assert "[17▃]" in said


async def test_enter_goes_to_the_day_and_w_to_its_week(busy: Desk) -> None:
    async with sit(busy) as person:
        await person.press(*CALENDAR, "up", "enter")
        shown: Page = person.page
        assert isinstance(shown, TodayPage)
        assert "Friday 13 November 2026" in person.seen
        await person.press(*CALENDAR, "w")
        shown = person.page
        assert isinstance(shown, WeekPage)
        assert "Week 46" in person.seen


async def test_in_the_year_the_arrows_go_by_weeks_and_both_grids_agree(busy: Desk) -> None:
    async with sit(busy) as person:
        await person.press(*CALENDAR, "tab", "left", "left", "down")
        assert (
            person.page.query_one(MonthGrid).day == person.page.query_one(YearGrid).day == date(2026, 11, 7)
        )
        await person.press("P", "n", "n")
        assert person.page.query_one(YearGrid).day == date(2026, 1, 7)
        assert "January 2026" in person.seen
        await person.press("t")
        assert "[20" in person.seen


async def test_a_click_points_and_a_second_one_goes_there(busy: Desk) -> None:
    async with sit(busy, size=(80, 24)) as person:
        await person.press(*CALENDAR)
        month = person.page.query_one(MonthGrid)
        await person.pilot.click(MonthGrid, offset=TUESDAY_10)
        await person.settle()
        assert month.day == date(2026, 11, 10)
        await person.pilot.click(MonthGrid, offset=TUESDAY_10)
        await person.settle()
        assert "Tuesday 10 November 2026" in person.seen
        assert isinstance(person.page, TodayPage)


async def test_every_note_has_a_sign_in_the_year_that_needs_no_colour(busy: Desk) -> None:
    async with sit(busy) as person:
        await person.press(*CALENDAR)
        year = person.page.query_one(YearGrid)
        tuesday = year.render().plain.splitlines()[3]
        assert tuesday.count("▒") == 4
        assert "▒ 2–3" in person.seen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
@pytest.mark.parametrize("language", ["en_CA", "fr_CA"])
async def test_nothing_falls_off_the_edge(
    busy: Desk, home: dict[str, str], size: tuple[int, int], language: str
) -> None:
    desk = open_desk({**home, "LANG": f"{language}.UTF-8"}, journal=busy.path)
    async with sit(desk, size=size) as person:
        await person.press(*CALENDAR)
        assert desk.words("calendar-legend") in person.seen
        assert "30" in person.seen
        names = desk.words("short-months").split()
        assert [name for name in names if name not in person.seen] == []
        year = person.page.query_one(YearGrid)
        assert max(len(line) for line in year.render().plain.splitlines()) <= year.content_size.width
    desk.close()


async def test_a_day_to_come_is_called_so_and_an_empty_journal_says_what_there_is(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.press("up", "m")
        assert "No notes on Friday 20 November" in words_of(person)
        await person.press("right")
        assert "still to come" in person.seen
