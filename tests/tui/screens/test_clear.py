"""Clearing: what is owed, what a person decides, and what cannot be decided."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.widgets import Button, Input

from rules.week import Week
from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.screens.clear import ClearPage
from tui.screens.today import TodayPage
from tui.screens.week import WeekPage
from tui.widgets.remark_card import RemarkCard
from tui.widgets.week_editor import WeekEditor

HELD = "The fund goes up 12 % next month. It has not been announced yet."
STOPPED = "SECRET//CEO\nThe plan."


def state(desk: Desk, note: int = 1) -> str:
    return desk.note(note).state


@asynccontextmanager
async def clearing(
    desk: Desk, text: str, size: tuple[int, int] = (120, 40), *, private: bool = False
) -> AsyncIterator[Sitting]:
    """A person who noted `text` and went on to clear it."""
    desk.log(text, private=private)
    async with sit(desk, size) as person:
        await person.press("up", "c")
        yield person


async def test_nothing_is_cleared_until_the_reason_is_given(desk: Desk) -> None:
    async with clearing(desk, HELD) as person:
        assert "4.1.19.11" in person.seen
        assert person.page.query_one("#clear-button", Button).disabled
        await person.press("ctrl+s", "enter")
        assert state(desk) == "held"
        assert "still owed" in person.seen


async def test_enter_goes_to_an_answer_that_was_passed_over_then_to_the_button(desk: Desk) -> None:
    """Enter on the last line went to the text, where the letters typed next were keys."""
    async with clearing(desk, HELD + " Highly recommend Deloitte for this.") as person:
        lines = list(person.page.query(Input))
        assert len(lines) > 1
        await person.press("enter")
        for line in lines[1:]:
            assert person.page.app.focused is line
            await person.write("It quotes a report.")
            await person.press("enter")
        assert person.page.app.focused is lines[0]
        await person.write("Announced on 12 November.")
        await person.press("enter", "enter")
        assert state(desk) == "cleared"


async def test_each_remark_is_in_sight_whole_while_it_is_answered(desk: Desk) -> None:
    """At 80 by 24 only its last lines and the line to answer on were."""
    async with clearing(
        desk,
        HELD + " Highly recommend Deloitte for this. The minister was advised in private to wait.",
        (80, 24),
    ) as person:
        shown = person.page.query_one("#clear-remarks").region
        for _ in person.page.query(Input):
            focused = person.page.app.focused
            assert isinstance(focused, Input)
            card = focused.query_ancestor(RemarkCard)
            assert card.region.y >= shown.y
            assert card.region.bottom - 1 <= shown.bottom  # but for the empty line below it
            assert person.seen.count("f12 ") == 2 * ("f12 change" in person.seen)
            await person.write("It quotes a report.")
            await person.press("enter")
        await person.press("enter")
        assert "f12" not in person.seen


async def test_blank_reasons_are_no_reasons(desk: Desk) -> None:
    async with clearing(desk, HELD) as person:
        await person.write("   ")
        await person.press("ctrl+s")
        assert state(desk) == "held"


async def test_a_letter_or_two_are_no_reason_and_a_few_words_are_asked_for(desk: Desk) -> None:
    async with clearing(desk, HELD) as person:
        await person.write("ok")
        await person.press("enter")
        assert person.said == ["A few words, please: whoever reads the reason later should see why."]
        assert isinstance(person.page.app.focused, Input)
        await person.press("ctrl+s")
        assert state(desk) == "held"
        await person.write(": announced on 12 November.")
        await person.press("enter", "enter")
        assert state(desk) == "cleared"


async def test_beside_a_note_a_letter_is_no_reason_either_and_the_line_stays(desk: Desk) -> None:
    desk.log(HELD)
    async with sit(desk) as person:
        await person.press("up", "r")
        await person.write("x")
        await person.press("enter")
        assert person.asks
        assert "A few words, please" in person.seen
        await person.write(", announced.")
        await person.press("enter")
        assert {one.waiver.reason for one in desk.register.all()} == {"x, announced."}


async def test_a_reason_clears_says_for_which_platforms_and_is_kept(desk: Desk) -> None:
    async with clearing(desk, HELD) as person:
        await person.write("Announced on 12 November.")
        assert "You decide" in person.seen
        await person.press("ctrl+s")
        assert state(desk) == "cleared"
        assert "Cleared by you at 16:30" in person.seen
        assert "Mastodon" in person.seen
        release = desk.release(desk.subject("1"), desk.platforms["x"])
        assert [reason for _, reason in release.clearance.answers] == ["Announced on 12 November."]


async def test_a_text_without_findings_is_cleared_by_a_person_and_never_called_safe(desk: Desk) -> None:
    async with clearing(desk, "Five people finished the form.") as person:
        assert "not the same as safe" in person.seen
        assert state(desk) == "draft"
        await person.press("enter")
        assert state(desk) == "cleared"


async def test_a_stop_has_no_line_to_answer_on_and_cannot_be_cleared(desk: Desk) -> None:
    async with clearing(desk, STOPPED) as person:
        assert not person.page.query(Input)
        assert "■ stop" in person.seen
        assert "has to change" in person.seen
        await person.press("ctrl+s")
        assert state(desk) == "held"


async def test_e_leads_from_a_stop_to_the_words_and_a_changed_note_can_be_cleared(desk: Desk) -> None:
    async with clearing(desk, STOPPED) as person:
        await person.press("e")
        assert isinstance(person.page, TodayPage)
        await person.rewrite("The plan is public.")
        await person.press("ctrl+s", "c", "enter")
        assert state(desk) == "cleared"


async def test_e_leads_from_a_week_to_the_passage(desk: Desk) -> None:
    desk.log("Fine.")
    desk.log(STOPPED)
    async with sit(desk) as person:
        await person.press("f3", "c", "e")
        assert isinstance(person.page, WeekPage)
        editor = person.page.query_one(WeekEditor)
        assert editor.writing
        assert editor.text[editor.place :].startswith("SECRET")
        assert person.page.week == Week(2026, 47)


async def test_a_private_note_says_why_it_stays(desk: Desk) -> None:
    async with clearing(desk, "Between us.", private=True) as person:
        assert "private and stays here" in person.seen
        await person.press("ctrl+s")
        assert state(desk) == "draft"


async def test_typed_answers_are_not_lost_silently(desk: Desk) -> None:
    async with clearing(desk, HELD) as person:
        await person.write("Announced on 12")
        await person.press("escape")
        assert person.asks
        await person.press("enter")
        assert isinstance(person.page, ClearPage)
        assert person.page.query_one(Input).value == "Announced on 12"


async def test_after_clearing_enter_goes_on_to_sharing_and_esc_back_to_today(desk: Desk) -> None:
    async with clearing(desk, "Five people finished the form.") as person:
        await person.press("enter", "enter")
        assert person.page.TOPIC == "share"
        await person.press("escape")
        assert isinstance(person.page, TodayPage)


async def test_long_remarks_can_be_read_to_the_end_by_keyboard(desk: Desk) -> None:
    async with clearing(
        desk, STOPPED + " The minister's office wants this kept quiet. Our lawyers say we may lose.", (60, 20)
    ) as person:
        await person.press("end")
        remarks = person.page.query_one("#clear-remarks")
        assert remarks.max_scroll_y > 0
        assert remarks.scroll_offset.y == remarks.max_scroll_y


async def test_the_line_for_the_reason_is_in_view_on_a_small_terminal(desk: Desk) -> None:
    async with clearing(desk, HELD, (60, 20)) as person:
        assert "kept with the clearance" in person.seen


async def test_a_topic_asks_once_and_is_answered_by_a_number_or_in_words(desk: Desk) -> None:
    desk.log("The budget is on the wall. We read the budget aloud.")
    assert state(desk) == "draft"
    async with sit(desk) as person:
        await person.press("up", "c")
        assert "Which public document says this?" in person.seen
        assert "1 It is in a public document; I name it." in person.seen
        await person.write("1")
        await person.press("ctrl+s")
        assert state(desk) == "cleared"
        release = desk.release(desk.subject("1"), desk.platforms["x"])
        assert release.clearance.answers == (
            ("asks-money-and-law", "It is in a public document; I name it."),
        )


async def test_a_reason_longer_than_its_line_stays_in_sight(desk: Desk) -> None:
    """A bar to scroll by took the only row of the line once the cursor had gone on."""
    async with clearing(desk, HELD) as person:
        await person.write(
            "Announced by the minister on 12 November, see the page of the programme, section 4."
        )
        await person.press("enter")
        assert "Announced by" in person.seen or "section 4." in person.seen


@pytest.mark.parametrize("key", ["c", "s"])
async def test_a_text_that_is_still_being_read_says_so(desk: Desk, key: str) -> None:
    busy = threading.Event()
    desk.log("Five people finished the form.")
    async with sit(desk) as person:
        await person.press("up")
        person.app._thread._thread.submit(busy.wait)
        await person.pilot.press(key)
        await person.until(lambda: desk.words("clear-busy") in person.seen)
        busy.set()
        await person.settle()
        assert desk.words("clear-busy") not in person.seen


async def test_a_text_with_nothing_to_answer_has_the_room_and_is_read_on_from_the_button(desk: Desk) -> None:
    async with clearing(
        desk, "\n\n".join(f"Line {number} of the walk." for number in range(1, 31)), (80, 24)
    ) as person:
        assert isinstance(person.app.focused, Button)
        assert "pgdn read on" in person.seen.splitlines()[-1]
        assert "Line 5 of the walk." in person.seen
        await person.press("pagedown")
        assert "Line 4 of the walk." not in person.seen
        assert "Line 7 of the walk." in person.seen
        await person.press("pageup")
        assert "Line 4 of the walk." in person.seen


async def test_no_key_reads_on_in_a_text_that_is_in_sight_whole(desk: Desk) -> None:
    async with clearing(desk, "Form tests start Monday.", (80, 24)) as person:
        assert "read on" not in person.seen
