"""A newcomer's three questions: each can be skipped, all can, and nobody is asked twice."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from textual.events import Key, Paste

from storage.settings import read_settings
from tests.tui.screens.sitting import Sitting
from tui.app import ClearApp
from tui.desk import Desk
from tui.screens.today import TodayPage
from tui.screens.welcome import WelcomePage
from tui.widgets.journal_line import JournalLine

FRIDAY = date(2026, 11, 20)


@asynccontextmanager
async def arrive(desk: Desk, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Sitting]:
    """Open the app as a newcomer."""
    app = ClearApp(desk, first=True)
    async with app.run_test(size=size, notifications=True) as pilot:
        person = Sitting(app, pilot)
        await person.settle()
        assert isinstance(app.screen, WelcomePage)
        yield person


async def begin(person: Sitting) -> None:
    """Wait until the answers hold: several pieces of work, one after another."""
    for _ in range(20):
        await person.settle()
        if isinstance(person.app.screen, TodayPage):
            break
    await person.settle()


async def test_three_answers_are_kept_and_hold_at_once(desk: Desk) -> None:
    assert desk.preferences.unasked
    async with arrive(desk) as person:
        assert "1 of 3" in person.seen
        await person.press("down", "enter")
        assert "2 de 3" in person.seen
        assert "Royaume-Uni" in person.seen
        assert "passer" in person.seen.splitlines()[-1]
        await person.press("down", "enter")
        assert "3 de 3" in person.seen
        await person.write("#opengov, forms")
        await person.press("enter")
        await begin(person)
        assert isinstance(person.page, TodayPage)
        assert "Bienvenue" in person.seen
        assert person.app.door.settings.jurisdiction == "uk"
    settings = read_settings(desk.preferences.path)
    assert (settings.jurisdiction, settings.language, settings.team_tags) == (
        "uk",
        "fr",
        ("opengov", "forms"),
    )
    assert not desk.preferences.unasked


@pytest.mark.parametrize("keys", [["escape"], ["tab", "tab", "tab"], ["f2", "escape"]])
async def test_all_of_it_can_be_skipped_and_is_not_asked_again(desk: Desk, keys: list[str]) -> None:
    async with arrive(desk) as person:
        await person.press(*keys)
        await begin(person)
        assert isinstance(person.page, TodayPage)
        assert isinstance(person.app.focused, JournalLine)
    assert Path(desk.preferences.path).read_text("utf-8") == ""
    assert not desk.preferences.unasked


async def test_a_newcomer_is_led_nowhere_else_before_the_questions_are_answered(desk: Desk) -> None:
    async with arrive(desk) as person:
        assert not any(key in person.seen.splitlines()[-1] for key in ("f3", "f5", "f10"))
        await person.press("f3", "f5", "f10", "f1", "escape")
        assert "1 of 3" in person.seen


async def test_one_can_be_skipped(desk: Desk) -> None:
    async with arrive(desk) as person:
        await person.press("tab", "enter", "enter")
        await begin(person)
    assert read_settings(desk.preferences.path).jurisdiction == "ca"
    assert read_settings(desk.preferences.path).language == ""


async def test_who_begins_to_type_writes_a_note_and_loses_no_letter(desk: Desk) -> None:
    async with arrive(desk) as person:
        await person.pilot.press(*"Five people", "enter")
        await person.pilot.pause(0.3)
        await begin(person)
        assert [view.note.text for view in desk.day(desk.clock.today())] == ["Five people"]
        assert isinstance(person.page, TodayPage)


async def test_who_pastes_finds_it_on_the_line(desk: Desk) -> None:
    async with arrive(desk) as person:
        person.app.post_message(Paste("One.\nTwo."))
        await person.pilot.pause(0.3)
        await begin(person)
        assert person.page.query_one(JournalLine).text == "One.\nTwo."


async def test_the_first_note_may_be_typed_while_the_answers_begin_to_hold(desk: Desk) -> None:
    async with arrive(desk) as person:
        await person.press("down", "enter", "enter")
        await person.write("opengov")
        await person.pilot.press("enter", *"Five people", "enter", *"Six")
        await begin(person)
        await person.pilot.press(*"teen")
        assert [view.note.text for view in person.app._thread.desk.day(FRIDAY)] == ["Five people"]
        assert "Five people" in person.seen
        assert person.page.query_one(JournalLine).text == "Sixteen"
        assert "vendredi 20 novembre" in person.seen
    settings = read_settings(desk.preferences.path)
    assert (settings.jurisdiction, settings.language, settings.team_tags) == ("ca", "fr", ("opengov",))


async def test_what_is_typed_on_the_heels_of_the_last_answer_is_a_note_and_no_tag(desk: Desk) -> None:
    async with arrive(desk) as person:
        await person.press("tab", "tab")
        for one in (*"forms", "enter", *"Five", "enter", *"Six"):
            person.app.post_message(Key(one, one if len(one) == 1 else None))
        await begin(person)
        assert [view.note.text for view in person.app._thread.desk.day(FRIDAY)] == ["Five"]
        assert person.page.query_one(JournalLine).text == "Six"
    assert read_settings(desk.preferences.path).team_tags == ("forms",)


async def test_quitting_before_the_answers_hold_asks_about_the_note(desk: Desk) -> None:
    busy = threading.Event()
    async with arrive(desk) as person:
        person.app._thread._thread.submit(busy.wait)
        await person.pilot.press("enter", "escape", *"Five people", "enter", *"Six", "ctrl+q")
        busy.set()
        await person.settle()
        assert person.asks
        await person.press("down", "enter")
    assert [view.note.text for view in desk.day(FRIDAY)] == ["Five people\nSix"]


async def test_a_tag_that_cannot_be_is_said_and_can_be_mended(desk: Desk) -> None:
    async with arrive(desk) as person:
        await person.press("tab", "tab")
        await person.write("123")
        await person.press("enter")
        assert "cannot be a tag" in person.said[0]
        assert "3 of 3" in person.seen
        await person.write("a")
        await person.press("enter")
        await begin(person)
        assert isinstance(person.page, TodayPage)
    assert read_settings(desk.preferences.path).team_tags == ("123a",)


async def test_each_question_says_how_it_is_answered_and_what_typing_does(desk: Desk) -> None:
    async with arrive(desk) as person:
        assert "Or begin to type: that is a note" in person.seen
        await person.press("enter", "enter")
        assert "These are tags; your notes come next." in " ".join(person.seen.split())
        assert "Or begin to type" not in person.seen


async def test_help_begins_with_the_questions(desk: Desk) -> None:
    async with arrive(desk) as person:
        await person.press("f1")
        assert "First questions" in "\n".join(person.seen.splitlines()[:5])


async def test_the_help_beside_the_questions_leads_nowhere_else(desk: Desk) -> None:
    """`f3` in it led away, and the three questions were asked once more the next day."""
    async with arrive(desk) as person:
        await person.press("f1")
        assert "f3 week" not in person.seen.splitlines()[-1]
        await person.press("f3", "f5", "f10", "escape")
        assert "1 of 3" in person.seen
        await person.press("ctrl+p")
        assert "Leave Clearday  ctrl+q" in person.seen
