"""The settings on a screen: read, changed, refused, and in force at once."""

import asyncio
import threading
from dataclasses import fields
from pathlib import Path

import pytest
from textual.widgets import OptionList

from storage.settings import Settings
from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.opening import open_desk
from tui.screens.settings import SettingsPage
from tui.screens.today import TodayPage
from tui.usual import usual
from tui.widgets.journal_line import JournalLine
from tui.widgets.week_strip import WeekStrip


async def choose(person: Sitting, name: str) -> None:
    """Select the setting called `name`."""
    listed = person.page.query_one(OptionList)
    listed.highlighted = listed.get_option_index(name)
    await person.settle()


async def open_settings(person: Sitting) -> None:
    person.app.action_open("settings")
    await person.settle()


async def test_a_change_holds_at_once_and_keeps_the_comments_and_the_words_on_the_line(desk: Desk) -> None:
    path = Path(desk.preferences.path)
    path.parent.mkdir(parents=True)
    path.write_text("# mine\n", "utf-8")
    async with sit(desk) as person:
        await person.write("Half a thou")
        await open_settings(person)
        await choose(person, "language")
        await person.press("enter", "down", "down", "enter")
        await person.settle()
        assert isinstance(person.page, SettingsPage)
        assert "Réglages" in person.seen
        assert path.read_text("utf-8") == '# mine\nlanguage = "fr"\n'
        await person.press("escape")
        assert person.page.query_one(JournalLine).text == "Half a thou"
        assert "vendredi" in person.seen


async def test_a_setting_that_is_as_usual_says_so_when_it_is_to_be_made_so(desk: Desk) -> None:
    async with sit(desk) as person:
        await open_settings(person)
        await choose(person, "density")
        await person.press("d")
        assert person.said == ["density is as usual already."]


async def test_the_theme_and_the_room_change_before_ones_eyes_and_back(desk: Desk) -> None:
    async with sit(desk) as person:
        await open_settings(person)
        await choose(person, "density")
        await person.press("enter", "down", "down", "enter")
        await person.settle()
        assert person.app.has_class("-roomy")
        await choose(person, "density")
        await person.press("d")
        await person.settle()
        assert not person.app.has_class("-roomy")


async def test_a_value_that_cannot_be_is_said_and_nothing_is_written(desk: Desk) -> None:
    async with sit(desk) as person:
        await open_settings(person)
        await choose(person, "day-ends")
        await person.press("enter")
        person.app.screen.query_one("Input").value = "25:00"  # type: ignore[attr-defined]
        await person.press("enter")
        await person.settle()
        assert "before noon" in person.said[0]
        assert not Path(desk.preferences.path).exists()


async def test_an_open_editor_is_asked_about_before_the_desk_changes(desk: Desk) -> None:
    desk.log("Old words.")
    async with sit(desk) as person:
        await person.press("up", "e")
        await person.write(" New.")
        await open_settings(person)
        await choose(person, "density")
        await person.press("enter", "down", "enter")
        await person.settle()
        assert person.asks
        await person.press("enter")  # stay with the words
        page = person.app.screen_stack[0]
        assert page.query("NoteEditor").first().text == "Old words. New."  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_the_settings_fit(desk: Desk, size: tuple[int, int]) -> None:
    async with sit(desk, size) as person:
        await open_settings(person)
        assert "language" in person.seen
        assert "change" in person.seen


async def test_what_holds_where_nothing_was_chosen_is_named(desk: Desk) -> None:
    async with sit(desk, size=(80, 60)) as person:
        await open_settings(person)
        lines = [" ".join(line.split()) for line in person.seen.splitlines()]
        assert "density dense · as usual" in lines
        assert "day-ends 00:00 · as usual" in lines
        assert "animations false · as usual" in lines
        assert "jurisdiction ca · as usual" in lines
        assert "week-starts Sunday, from your locale · as usual" in lines
        assert "platforms x, mastodon and 5 more · as usual" in lines
        await choose(person, "density")
        await person.press("enter")
        assert "dense · as usual" in person.seen


@pytest.mark.parametrize("name", [one.name for one in fields(Settings) if one.name != "keys"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_setting_says_in_words_what_is_usual(home: dict[str, str], language: str, name: str) -> None:
    desk = open_desk({**home, "LANG": f"{language}_CA.UTF-8"})
    assert usual(name.replace("_", "-"), desk)
    desk.close()


async def test_nothing_is_read_for_a_day_whose_parts_are_being_made_anew(desk: Desk) -> None:
    desk.log("Five people finished it.")
    busy = threading.Event()
    async with sit(desk) as person:
        today = person.page
        assert isinstance(today, TodayPage)
        today.thread._thread.submit(busy.wait)  # the journal answers late
        today.load()
        today.read_again(today.line)
        holding = asyncio.create_task(today.go_on_with(today.thread))
        while today.query(WeekStrip):
            await asyncio.sleep(0)
        today.load()
        groups = ("load", "reading")
        reading = [work for work in today.workers if work.group in groups and work.is_running]
        busy.set()
        await holding
        await person.settle()
        assert reading == []
        assert "Five people finished it." in person.seen


async def test_the_values_to_choose_from_stand_in_no_box_of_their_own(desk: Desk) -> None:
    async with sit(desk, size=(80, 24)) as person:
        await person.press("comma")
        await person.press("enter")
        assert "▔" not in person.seen
