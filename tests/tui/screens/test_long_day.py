"""A day with thousands of notes: the last ones at once, more as one goes up, and any of them when it is asked for."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, ConsoleOptions, RenderResult
from textual import events

from storage.database import open_database
from storage.records import Note
from tests.storage.many import add_many
from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.screens.requests import OpenDay
from tui.screens.stretch import MOST, PAGE, STEP, Stretch
from tui.screens.today import TodayPage
from tui.viewing import Viewing
from tui.views import NoteView
from tui.widgets.in_columns import InColumns
from tui.widgets.journal_line import JournalLine
from tui.widgets.note_list import NoteList
from tui.widgets.week_reading import WeekReading

FRIDAY = date(2026, 11, 20)


def fill(desk: Desk, many: int) -> None:
    start = datetime.fromisoformat("2026-11-20T08:00:00-05:00")
    notes = ((start + timedelta(seconds=number), f"Line {number}.") for number in range(many))
    add_many(open_database(desk.path), notes)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The text of every note that was read by the rules to be shown."""
    texts: list[str] = []
    usual = Viewing.note

    def watched(self: Viewing, note: Note) -> NoteView:
        texts.append(note.text)
        return usual(self, note)

    monkeypatch.setattr(Viewing, "note", watched)
    return texts


async def test_a_day_that_nobody_wrote_in_since_is_read_once(desk: Desk, judged: list[str]) -> None:
    desk.log("Stand-up done.")
    async with sit(desk, (80, 24)) as person:
        assert isinstance(person.page, TodayPage)
        judged.clear()
        person.page.look()
        await person.settle()
        assert judged == []
        desk.log("From another window.")
        person.page.look()
        await person.settle()
        assert "From another window." in person.seen


async def test_the_calendar_reads_of_a_long_day_no_more_than_it_tells(desk: Desk, judged: list[str]) -> None:
    fill(desk, 3 * PAGE)
    async with sit(desk, (120, 40)) as person:
        judged.clear()
        await person.press("up", "m")
        assert "Line 1." in person.seen
        assert judged == [f"Line {number}." for number in range(6)]


async def test_a_full_week_is_laid_out_without_drawing_what_is_out_of_sight(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(desk, 3 * PAGE)
    drawn: set[int] = set()
    usual = InColumns.__rich_console__

    def watched(self: InColumns, console: Console, options: ConsoleOptions) -> RenderResult:
        drawn.add(id(self))
        return usual(self, console, options)

    async with sit(desk, (80, 24)) as person:
        monkeypatch.setattr(InColumns, "__rich_console__", watched)
        await person.press("f3")
        rows = person.page.query_one(WeekReading).option_count
        assert 0 < len(drawn) < rows


async def test_a_week_knows_the_days_of_its_notes_without_reading_each(desk: Desk, judged: list[str]) -> None:
    fill(desk, PAGE)
    async with sit(desk, (120, 40)) as person:
        judged.clear()
        await person.press("f3")
        assert f"Fri {PAGE}" in person.seen
        assert judged == []


async def test_a_long_day_shows_its_last_notes_and_more_as_one_goes_up(desk: Desk) -> None:
    fill(desk, 3 * PAGE)
    async with sit(desk, (80, 24)) as person:
        listed = person.page.query_one(NoteList)
        assert len(listed.rows) == PAGE
        assert f"the last {PAGE} of {3 * PAGE} notes" in person.seen
        await person.press("up", "g", "up")
        assert len(listed.rows) == PAGE + STEP
        assert listed.selected is not None
        assert listed.selected.note.text == f"Line {2 * PAGE}."
        await person.press("up")
        assert listed.selected.note.text == f"Line {2 * PAGE - 1}."


async def test_a_note_far_up_is_shown_when_it_is_asked_for(desk: Desk) -> None:
    fill(desk, 2 * PAGE)
    wanted = desk.day(FRIDAY)[3].note
    async with sit(desk, (80, 24)) as person:
        person.app.post_message(OpenDay(FRIDAY, wanted.id))
        await person.settle()
        selected = person.page.query_one(NoteList).selected
        assert selected is not None
        assert selected.note.text == "Line 3."
        assert len(person.page.query_one(NoteList).rows) == PAGE
        assert f"notes 1 to {PAGE} of {2 * PAGE}" in person.seen


async def test_from_a_note_far_up_one_comes_down_to_the_line_and_at_once_to_the_last(desk: Desk) -> None:
    fill(desk, 4 * PAGE)
    wanted = desk.day(FRIDAY)[3].note
    async with sit(desk, (80, 24)) as person:
        listed = person.page.query_one(NoteList)
        person.app.post_message(OpenDay(FRIDAY, wanted.id))
        await person.settle()
        listed.index = PAGE - 1
        await person.press("down", "down")
        assert listed.selected is not None
        assert listed.selected.note.text == f"Line {PAGE}."
        await person.press("G")
        assert listed.selected.note.text == f"Line {4 * PAGE - 1}."
        assert len(listed.rows) == PAGE
        await person.press("down")
        assert person.app.focused is person.page.query_one(JournalLine)


async def test_however_far_one_goes_up_no_more_is_drawn_than_the_most(desk: Desk) -> None:
    fill(desk, 5 * PAGE)
    async with sit(desk, (80, 24)) as person:
        listed = person.page.query_one(NoteList)
        await person.press("up", *["g", "up"] * 10)
        assert listed.selected is not None
        assert listed.selected.note.text == "Line 0."
        assert len(listed.rows) == MOST


async def test_keys_that_come_faster_than_notes_are_read_lead_no_further_than_one_step(desk: Desk) -> None:
    fill(desk, 5 * PAGE)
    async with sit(desk, (80, 24)) as person:
        listed = person.page.query_one(NoteList)
        await person.press("up", "g")
        for _ in range(3):
            listed.action_cursor_up()
        await person.settle()
        assert len(listed.rows) == PAGE + STEP
        assert listed.selected is not None
        assert listed.selected.note.text == f"Line {4 * PAGE}."


async def test_the_wheel_goes_on_above_and_below_what_is_drawn(desk: Desk) -> None:
    fill(desk, 3 * PAGE)
    async with sit(desk, (80, 24)) as person:
        listed = person.page.query_one(NoteList)
        listed.scroll_home(animate=False)
        await person.settle()
        await wheel(person, listed, events.MouseScrollUp)
        assert len(listed.rows) == PAGE + STEP
        listed.scroll_home(animate=False)
        await person.settle()
        await wheel(person, listed, events.MouseScrollUp)
        assert listed.rows[0].view.note.text == f"Line {2 * PAGE - 2 * STEP}."
        listed.scroll_end(animate=False)
        await person.settle()
        await wheel(person, listed, events.MouseScrollDown)
        assert listed.rows[-1].view.note.text == f"Line {3 * PAGE - 1}."


async def test_a_note_added_while_one_looks_far_up_is_shown(desk: Desk) -> None:
    fill(desk, 3 * PAGE)
    first = desk.day(FRIDAY)[0].note
    async with sit(desk, (80, 24)) as person:
        person.app.post_message(OpenDay(FRIDAY, first.id))
        await person.settle()
        await person.press("escape")
        await person.write("And one more.")
        await person.press("enter")
        selected = person.page.query_one(NoteList).selected
        assert selected is not None
        assert selected.note.text == "And one more."


async def test_another_day_is_shown_although_one_was_far_up_in_a_long_one(desk: Desk) -> None:
    fill(desk, 3 * PAGE)
    desk.log("The day before.", on="2026-11-19")
    first = desk.day(FRIDAY)[0].note
    async with sit(desk, (80, 24)) as person:
        person.app.post_message(OpenDay(FRIDAY, first.id))
        await person.settle()
        await person.press("left")
        assert [row.view.note.text for row in person.page.query_one(NoteList).rows] == ["The day before."]


async def wheel(person: Sitting, listed: NoteList, turned: type[events.MouseEvent]) -> None:
    listed.post_message(
        turned(listed, 1, 1, 0, 1 if turned is events.MouseScrollDown else -1, 0, False, False, False)
    )
    await person.settle()


@given(st.lists(st.sampled_from(["up", "down", "around"]), max_size=30), st.integers(1, 400), st.data())
def test_a_stretch_stays_within_the_most_and_holds_what_it_is_to_hold(
    steps: list[str], total: int, data: st.DataObject
) -> None:
    stretch = Stretch()
    for step in steps:
        if step == "around":
            later = data.draw(st.integers(0, total - 1))
            stretch = stretch.around(later)
            assert stretch.within(total).later <= later < stretch.within(total).later + stretch.most
        elif step == "down":
            stretch = stretch.down()
        elif stretch.later + stretch.most < total:
            stretch = stretch.up()
        stretch = stretch.within(total)
        assert 0 < stretch.most <= MOST
        assert 0 <= stretch.later < total
