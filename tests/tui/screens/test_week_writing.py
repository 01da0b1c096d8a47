"""A week that is written in: its words are kept, asked about, and never overwritten silently."""

import threading

import pytest

from rules.week import Week
from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.screens.week import WeekPage
from tui.widgets.week_editor import WeekEditor

WEEK = Week(2026, 47)


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


async def test_clearing_from_the_week_saves_what_was_written_first(noted: Desk) -> None:
    async with sit(noted) as person:
        await person.press("f3", "e")
        await person.write("Mine.\n\n")
        await person.press("f4")
        assert "Mine." in noted.week(WEEK).text
        assert person.page.TOPIC == "clear"
