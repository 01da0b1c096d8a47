"""Fast fingers: keys that come while a screen is being put up or taken away neither get lost nor close the app."""

import asyncio

import pytest
from textual import events
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.keys import _character_to_key
from textual.widgets import Input

from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.screens.clear import ClearPage
from tui.screens.help import HelpPage
from tui.screens.requests import GoBack
from tui.screens.today import TodayPage
from tui.screens.week import WeekPage

HELD = "The budget for the fund goes up 12 % next month."


def in_one_go(person: Sitting, *keys: str) -> None:
    """Press `keys` so fast that nothing is done or drawn between two of them."""
    for key in keys:
        sign = key if len(key) == 1 else None
        person.app.post_message(events.Key(_character_to_key(key) if sign else key, sign))


async def lives(person: Sitting) -> bool:
    """Whether the app still answers, on the screen it came to."""
    await person.settle()
    await person.press("f1")
    answered = isinstance(person.page, HelpPage)
    await person.press("escape")
    return answered


@pytest.mark.parametrize("keys", ["ss", "sc", "scs", "csce", "cs", "hc", "sssss"])
async def test_letters_behind_one_that_leads_elsewhere_do_not_close_the_app(desk: Desk, keys: str) -> None:
    """`since` typed on the clearing screen met half a sharing screen: the app closed with a fault."""
    desk.log(HELD)
    async with sit(desk, size=(80, 24)) as person:
        await person.press("up")
        in_one_go(person, *keys)
        assert await lives(person)


async def test_a_reason_typed_at_once_behind_clear_is_a_reason(desk: Desk) -> None:
    """Before its line was there, `s` in it led to sharing and `e` to the note's editor."""
    desk.log(HELD)
    async with sit(desk) as person:
        await person.press("up")
        in_one_go(person, "c")
        while not isinstance(person.app.screen, ClearPage):
            await asyncio.sleep(0)
        in_one_go(person, *"see the budget")
        await person.until(lambda: isinstance(person.page, ClearPage) and person.page.arrived)
        await person.settle()
        assert person.page.query_one(Input).value == "see the budget"


async def test_going_elsewhere_while_a_screen_is_taken_away_does_not_end_the_app(desk: Desk) -> None:
    """The work that took it away was called off, and the app, which waited for it, ended without a word."""
    desk.log(HELD)
    async with sit(desk) as person:
        await person.press("f3")
        page = person.page
        assert type(page) is WeekPage
        person.app.post_message(GoBack())
        while page in person.app.screen_stack:
            await asyncio.sleep(0)
        person.app.post_message(GoBack())
        assert await lives(person)
        assert type(person.page) is TodayPage


async def test_work_called_off_while_it_takes_something_away_does_not_end_the_app(desk: Desk) -> None:
    """The app waits for what is taken away as well: it ended with the work, without a word."""
    async with sit(desk) as person:
        removal = AwaitComplete(asyncio.Event().wait()).call_next(person.app)

        async def wait() -> None:
            await removal

        waiting = asyncio.ensure_future(wait())
        await asyncio.sleep(0)
        waiting.cancel()
        assert await lives(person)


@pytest.mark.parametrize("key", ["escape", "x", "f2"])
async def test_letters_to_jump_by_are_put_away_once(desk: Desk, key: str) -> None:
    """A second key took the screen below away with them, or the app."""
    desk.log(HELD)
    async with sit(desk) as person:
        await person.press("f3")
        in_one_go(person, "ctrl+o", key, key)
        assert await lives(person)


@pytest.mark.parametrize("key", ["pagedown", "pageup", "enter", "escape", "f2"])
async def test_a_key_on_the_heels_of_the_command_list_does_no_harm(desk: Desk, key: str) -> None:
    """It was asked for a page before the first of its commands was there."""
    desk.log(HELD)
    async with sit(desk) as person:
        in_one_go(person, "ctrl+p", key, key)
        await person.settle()
        if isinstance(person.app.screen, CommandPalette):
            await person.press("escape")
        assert await lives(person)


async def test_a_page_is_turned_in_a_list_that_is_still_being_read(desk: Desk) -> None:
    desk.log(HELD)
    async with sit(desk) as person:
        await person.press("f10")
        in_one_go(person, "end", "enter", "pagedown", "pageup")
        assert await lives(person)
