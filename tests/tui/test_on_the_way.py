"""What is typed while another screen is on its way is for that screen, and no word on the line that is left."""

import asyncio
from collections.abc import Callable

import pytest
from textual.widgets import Input

from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.screens.choice import Choice
from tui.screens.search import SearchPage
from tui.screens.today import TodayPage
from tui.screens.week import WeekPage


async def type_ahead(person: Sitting, monkeypatch: pytest.MonkeyPatch, *keys: str) -> Callable[[], None]:
    """Press `keys` while nothing gets through to the next screen; what is given lets it."""
    free = asyncio.Event()
    ready = person.page.thread.ready

    async def late() -> None:
        await free.wait()
        await ready()

    monkeypatch.setattr(person.page.thread, "ready", late)
    await person.pilot.press(*keys)
    return free.set


async def test_words_typed_behind_f5_are_what_is_searched_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.log("Form tests done.")
    async with sit(desk) as person:
        arrive = await type_ahead(person, monkeypatch, "f5", *"tests")
        arrive()
        await person.until(lambda: isinstance(person.page, SearchPage))
        await person.settle()
        assert person.page.query_one(Input).value == "tests"
        await person.press("escape")
        assert isinstance(person.page, TodayPage)
        assert person.page.line.text == ""


async def test_a_letter_typed_behind_f3_is_a_key_of_the_week(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The `e` of `f3 e` was a word on the line, which then asked whether it should be a note."""
    desk.log("Form tests done.")
    async with sit(desk) as person:
        arrive = await type_ahead(person, monkeypatch, "f3", "e")
        arrive()
        await person.until(lambda: isinstance(person.page, WeekPage) and person.page.writing)


async def test_a_question_on_the_way_is_answered(desk: Desk) -> None:
    desk.log("Form tests done.")
    async with sit(desk) as person:
        await person.press("f3", "e")
        await person.write("More. ")
        await person.press("f5")
        assert isinstance(person.app.screen, Choice)
        await person.press("escape")
        assert isinstance(person.page, WeekPage)
        await person.write("Still writing. ")
        assert "Still writing." in person.page.editor.text
