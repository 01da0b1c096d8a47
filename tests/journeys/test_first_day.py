"""Somebody who has read nothing, at 80 by 24, by keyboard alone, following what the screens say."""

import pytest
from textual.binding import Binding

from rules.week import Week
from tests.tui.screens.sitting import Sitting, sit
from tests.tui.test_app_palette import offered
from tui.app import ClearApp
from tui.desk import Desk
from tui.screens.calendar import CalendarPage
from tui.screens.clear import ClearPage
from tui.screens.page import Page
from tui.screens.places import PLACES
from tui.screens.share import SharePage
from tui.screens.today import TodayPage
from tui.widgets.day_grid import DayGrid
from tui.widgets.note_list import NoteList
from tui.wording.keys_en import SENTENCES

SMALL = (80, 24)
LONG = " ".join(
    f"Round {n} of the form test taught us one more thing about plain words and short pages."
    for n in range(8)
)


@pytest.fixture(autouse=True)
def over_ssh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's clipboard and nobody's browser are touched."""
    monkeypatch.setenv("SSH_CONNECTION", "203.0.113.1 5 203.0.113.2 22")


async def noted(person: Sitting, *notes: str) -> None:
    for note in notes:
        await person.write(note)
        await person.press("enter")


async def test_the_first_day_from_the_first_line_to_a_thread_of_three(desk: Desk) -> None:
    desk.log("Two people who use a screen reader tried the form. #forms", on="2026-11-12", at="09:00")
    async with sit(desk, size=SMALL) as person:
        # Three notes; the screen says how, and one of them is asked about.
        assert "press enter" in person.seen
        await noted(person, "Stand-up done. #forms", LONG, "The fund has not been announced yet.")
        assert "3 notes · 1 held" in person.seen

        # Last week's note, by the calendar that the key line leads to.
        assert "f10 more" in person.seen
        await person.press("f10", "enter")
        shown: Page = person.page
        assert isinstance(shown, CalendarPage)
        await person.press("up", "left")
        assert "09:00 Two people who" in person.seen
        await person.press("enter")
        assert "Thursday 12 November 2026" in person.seen
        await person.press("escape")

        # The week, rolled up and kept.
        await person.press("f3")
        assert "Stand-up done" in person.seen
        await person.press("ctrl+s", "escape")
        assert desk.week(Week(2026, 47)).version == 1

        # The flagged note: a reason clears it.
        await person.press("up", "end", "c")
        shown = person.page
        assert isinstance(shown, ClearPage)
        assert "Your reason" in person.seen
        await person.write("It was announced on 12 November.")
        await person.press("enter", "enter", "escape")
        assert "✓" in person.seen

        # The long one leaves as a thread of three, part by part.
        await person.press("up", "c", "ctrl+s", "s")
        shown = person.page
        assert isinstance(shown, SharePage)
        assert "X 3" in person.seen
        await person.press("y", "n", "y", "n", "y")
        lines = desk.outbox.lines()
        assert [(line.platform, line.part, line.parts) for line in lines] == [("x", n, 3) for n in (1, 2, 3)]

        # What left stands in the ledger, and two keys lead home.
        await person.app.run_action("open('ledger')")
        await person.settle()
        assert "3 parts went out" in person.seen
        await person.press("escape")
        shown = person.page
        assert isinstance(shown, TodayPage)


async def test_a_post_that_is_stopped_is_reworded_and_goes_out(desk: Desk) -> None:
    stopped = "Spent the morning scoring the bids for the printing of the letters. Vendor two is ahead."
    async with sit(desk, size=SMALL) as person:
        await noted(person, stopped)
        assert "■ stop" in person.seen
        await person.press("up", "s")
        assert "Stopped" in person.seen
        await person.press("y")
        assert desk.outbox.lines() == []
        await person.press("c")
        assert "No reason clears a stop" in " ".join(person.seen.split())
        await person.press("e")
        await person.rewrite("We wrote down how we score, before we opened anything.")
        await person.press("ctrl+s", "c", "ctrl+s", "s", "y")
        assert [line.text for line in desk.outbox.lines()] == [
            "We wrote down how we score, before we opened anything."
        ]


async def test_the_palette_reaches_every_key_of_where_one_is_and_every_other_place(desk: Desk) -> None:
    desk.log("The fund has not been announced yet. #fund")
    async with sit(desk) as person:
        for path, owner, here in (
            ([], NoteList, "today"),
            (["f10"], ClearApp, "more"),
            (["escape", "up", "m"], DayGrid, "calendar"),
        ):
            await person.press(*path)
            found = set(await offered(person.page))
            bindings = [
                binding for binding in owner.BINDINGS if isinstance(binding, Binding) and binding.show
            ]
            # It does not lead to itself, and a day with a note is no leave.
            elsewhere = {here, "commands", "day-leave"}
            wanted = {*(str(binding.id) for binding in bindings), *PLACES} - elsewhere
            assert {SENTENCES[f"tip-{name}"] for name in wanted} <= found
