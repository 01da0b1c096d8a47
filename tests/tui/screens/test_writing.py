"""Writing on the line: what is offered, what is remarked on, and how a remark is answered without leaving it."""

import asyncio
from collections.abc import Callable
from threading import Event

import pytest

from rules.finding import Level
from screenshots.waiting import lasting
from tests.tui.screens.sitting import NEVER, Sitting, sit
from tui.desk import Desk
from tui.screens.reason import Reason
from tui.widgets.journal_line import JournalLine
from tui.widgets.line_remark import LineRemark
from tui.widgets.margin_marks import MarginMarks
from tui.widgets.signs import MARGINS

HELD = "The fund goes up 12 % next month. It has not been announced yet."
STOPPED = "Spent the morning scoring the bids. Vendor two is ahead."


async def test_a_remark_stands_beside_the_words_with_its_clause_and_its_keys(desk: Desk) -> None:
    async with sit(desk, (80, 24)) as person:
        await person.write(HELD)
        assert "▲ warning" in person.seen
        assert "4.1.19.11" in person.seen
        assert "f12 keep this sentence private · f7 give a reason · f9 not this" in person.seen
        assert MARGINS[Level.WARNING] in person.seen
        assert isinstance(person.app.focused, JournalLine)


async def test_where_lines_are_many_the_remark_says_what_to_do_instead(desk: Desk) -> None:
    async with sit(desk, (80, 40)) as person:
        await person.write(HELD)
        assert "Instead: Where is it public already?" in person.seen


@pytest.mark.parametrize("leave", ["escape", "ctrl+s"])
async def test_what_was_said_in_an_editor_goes_with_it(desk: Desk, leave: str) -> None:
    async with sit(desk, (80, 24)) as person:
        await person.write(HELD)
        await person.press("enter", "up", "e", "left")
        assert person.page.query_one(LineRemark).display
        await person.press(leave)
        assert not person.page.query_one(LineRemark).display
        assert person.seen.count("▲ warning") == 1


async def test_the_mark_stands_beside_the_row_that_is_meant(desk: Desk) -> None:
    async with sit(desk, (80, 24)) as person:
        await person.write(f"Nothing here.\nNor here.\n{HELD}")
        line = person.page.query_one(JournalLine)
        assert [line.level_on(row) for row in range(4)] == [None, None, Level.WARNING, None]
        assert person.page.query_one(MarginMarks).size.height == 3


async def test_a_reason_given_while_writing_stands_for_the_note(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.write(HELD)
        await person.press("f7")
        assert isinstance(person.app.screen, Reason)
        await person.write("The budget paper of 3 November announced it.")
        await person.press("enter")
        await person.settle()
        assert "▲" not in person.seen
        await person.press("enter")
        assert desk.day(desk.clock.today())[0].state == "draft"
        assert "3 November" in desk.register.all()[0].waiver.reason


@pytest.mark.parametrize("key", ["f9", "ctrl+t"])
async def test_one_key_says_that_the_remark_is_wrong_here(desk: Desk, key: str) -> None:
    async with sit(desk) as person:
        await person.write(HELD)
        await person.press(key)
        await person.settle()
        assert "▲" not in person.seen
        assert person.page.query_one(JournalLine).text == HELD
        assert {one.waiver.rule for one in desk.register.all()} == {
            one.rule for one in desk.check(HELD).findings
        }


async def test_a_stop_cannot_be_talked_away(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.write(STOPPED)
        assert "■ stop" in person.seen
        assert "not this" not in person.seen
        for key in ("f7", "f9"):
            await person.press(key)
        assert "have to change" in person.said[0] or "has to change" in person.said[0]
        assert "■ stop" in person.seen
        assert desk.register.all() == []


@pytest.mark.parametrize("key", ["ctrl+l", "f11"])
async def test_one_key_keeps_what_is_being_written_private_and_only_that(desk: Desk, key: str) -> None:
    async with sit(desk) as person:
        await person.write(HELD)
        await person.press(key)
        assert "private: left out of the week" in person.seen
        await person.press("enter")
        await person.write("Open again.")
        await person.press("enter")
        assert [view.note.private for view in desk.day(desk.clock.today())] == [True, False]


async def test_selected_words_are_put_between_bars(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.write("Met Ada.")
        await person.press(*["shift+left"] * 4, "ctrl+l")
        assert person.page.query_one(JournalLine).text == "Met ||Ada.||"


async def test_a_tag_and_a_person_are_offered_and_taken(desk: Desk) -> None:
    desk.log("Tests with @farida. #open-gov")
    async with sit(desk) as person:
        line = person.page.query_one(JournalLine)
        await person.write("Good. #op")
        assert line.suggestion == "en-gov"
        await person.press("right")
        assert line.text == "Good. #open-gov"
        await person.write(" @far")
        await person.press("tab")
        assert line.text == "Good. #open-gov @farida"
        assert isinstance(person.app.focused, JournalLine)
        await person.press("tab")
        assert not isinstance(person.app.focused, JournalLine)


async def test_a_tag_that_is_nearly_known_is_said_and_the_known_one_is_one_key_away(desk: Desk) -> None:
    desk.log("One. #open-gov")
    async with sit(desk) as person:
        await person.write("Two. #opengov")
        assert "#opengov is new here; #open-gov stands on 1 note" in person.seen
        await person.press("f7")
        await person.settle()
        assert person.page.query_one(JournalLine).text == "Two. #open-gov"
        assert "is new here" not in person.seen


async def test_who_wants_the_new_tag_keeps_it(desk: Desk) -> None:
    desk.log("One. #open-gov")
    async with sit(desk) as person:
        await person.write("Two. #opengov")
        await person.press("f9")
        await person.settle()
        assert "is new here" not in person.seen
        await person.press("enter")
        assert desk.day(desk.clock.today())[1].tags == ("opengov",)


async def test_a_held_note_says_why_at_a_glance_although_it_is_not_selected(desk: Desk) -> None:
    desk.log(HELD)
    desk.log("Lunch.")
    async with sit(desk) as person:
        await person.press("up")
        assert "not public yet" in person.seen
        assert "4.1.19.11" not in person.seen
        assert "2 notes in the week" in person.seen


async def test_how_to_begin_a_new_line_is_on_the_screen(desk: Desk) -> None:
    async with sit(desk, (80, 24)) as person:
        assert "ctrl+n new line" in person.seen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_a_remark_never_pushes_the_line_off_the_screen(desk: Desk, size: tuple[int, int]) -> None:
    async with sit(desk, size) as person:
        await person.write(HELD)
        line = person.page.query_one(JournalLine)
        assert line.region.bottom == size[1] - 1
        assert "keep private" in person.seen


async def test_ctrl_home_and_ctrl_end_go_to_the_ends_of_every_text(desk: Desk) -> None:
    desk.log("One.\nTwo.")
    async with sit(desk) as person:
        await person.write("First.\nLast.")
        await person.press("ctrl+home")
        assert person.app.focused.cursor_location == (0, 0)  # type: ignore[union-attr]
        await person.press("ctrl+end", "x")
        assert person.app.focused.text == "First.\nLast.x"  # type: ignore[union-attr]
        await person.press("ctrl+home", "up", "e", "ctrl+home", "x", "ctrl+end", "y")
        assert person.app.focused.text == "xOne.\nTwo.y"  # type: ignore[union-attr]


async def until_marked(person: Sitting, line: JournalLine) -> None:
    """Until what is underlined on the line is what was found in its words."""
    await person.pilot.pause()
    while not (line.findings and line.marked_as_it_is):
        await person.pilot.pause()


HALF = "The fund goes up next month, but it has not been announced"


async def test_nothing_is_said_of_a_sentence_that_is_still_being_written(desk: Desk) -> None:
    async with sit(desk) as person:
        line = person.page.query_one(JournalLine)
        with lasting(NEVER, "reviewing.RESTING"):
            line.insert(HALF)
            await until_marked(person, line)
            # Underlined already, but the writer is not interrupted, also not by the next key.
            assert not person.page.query_one(LineRemark).display
            line.insert(" yet")
            await until_marked(person, line)
            assert not person.page.query_one(LineRemark).display
            line.insert(".")
            await until_marked(person, line)
            assert person.page.query_one(LineRemark).display
            assert "This reads like news" in person.seen


async def test_who_rests_in_the_middle_of_a_sentence_is_told(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.write(HALF)
        assert "This reads like news" in person.seen


async def test_a_sentence_that_ended_is_spoken_of_while_the_next_one_is_written(desk: Desk) -> None:
    async with sit(desk) as person:
        line = person.page.query_one(JournalLine)
        await person.write(f"{HALF} yet.")
        with lasting(NEVER, "reviewing.RESTING"):
            line.insert(" Then we")
            await until_marked(person, line)
            assert person.page.query_one(LineRemark).display


async def test_a_further_key_ends_the_reading_that_it_overtakes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, never, ended = Event(), Event(), Event()

    def read_closely(text: str, wanted: Callable[[], bool]) -> tuple[()]:
        if text == "We met.":
            begun.set()
            while wanted():
                never.wait(0.01)
            ended.set()
        return ()

    monkeypatch.setattr(desk, "read_closely", read_closely)
    async with sit(desk) as person:
        line = person.page.query_one(JournalLine)
        line.insert("We met.")
        assert await asyncio.to_thread(begun.wait, 30)
        line.insert(" They left.")
        assert await asyncio.to_thread(ended.wait, 30)
        await person.settle()


async def test_keys_that_come_in_one_burst_are_taken_in_their_order(desk: Desk) -> None:
    async with sit(desk) as person:
        for key in ("a", "b", "backspace", "c", "left", "d", "backspace", "delete", "e", "home", "f"):
            person.app.simulate_key(key)
        await person.settle()
        assert person.page.query_one(JournalLine).text == "fae"
