"""By mouse: a click points, a second one does what enter does, and the end of a part can be dragged."""

from textual.widget import Widget

from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.screens.history import HistoryPage
from tui.screens.search import SearchPage
from tui.screens.week import WeekPage
from tui.widgets.found_row import FoundRow
from tui.widgets.note_editor import NoteEditor
from tui.widgets.note_row import NoteRow
from tui.widgets.part_card import PartCard
from tui.widgets.version_list import VersionList
from tui.widgets.week_reading import WeekReading

SENTENCES = " ".join(
    f"Office number {number} has tried the form and says what helped." for number in range(6)
)


async def click(person: Sitting, widget: Widget, row: int = 0) -> None:
    await person.pilot.click(widget, offset=(12, row))
    await person.settle()


def row_of(person: Sitting, listed: Widget, words: str) -> int:
    """The row of `listed` that begins with `words`."""
    lines = [line.lstrip("▌ ") for line in person.seen.splitlines()]
    return next(y for y, line in enumerate(lines) if line.startswith(words)) - listed.region.y


async def test_a_note_is_selected_by_a_click_and_rewritten_by_a_second_one(desk: Desk) -> None:
    desk.log("Stand-up done.")
    desk.log("Form tests on Monday.")
    async with sit(desk) as person:
        first = person.app.screen.query(NoteRow).first()
        await click(person, first)
        assert first.highlighted
        assert not person.app.screen.query(NoteEditor)
        await click(person, first)
        assert isinstance(person.app.focused, NoteEditor)


async def test_a_click_among_the_words_that_are_rewritten_leaves_the_cursor_there(desk: Desk) -> None:
    desk.log("Stand-up done.")
    async with sit(desk) as person:
        await person.press("up", "e")
        editor = person.app.screen.query_one(NoteEditor)
        await person.pilot.click(editor, offset=(4, 0))
        await person.press("Q")
        assert editor.has_focus
        assert editor.text == "StaQnd-up done."


async def test_who_went_to_another_note_comes_back_to_the_one_that_is_rewritten(desk: Desk) -> None:
    desk.log("Stand-up done.")
    desk.log("Form tests on Monday.")
    async with sit(desk) as person:
        await person.press("up", "e")
        await click(person, person.app.screen.query(NoteRow).first())
        assert not isinstance(person.app.focused, NoteEditor)
        await person.press("e")
        assert isinstance(person.app.focused, NoteEditor)


async def test_a_click_on_a_passage_of_the_week_does_not_lead_to_its_day(desk: Desk) -> None:
    desk.log("Five people finished the form. #forms")
    desk.log("The room is booked. #rooms")
    async with sit(desk) as person:
        await person.press("f3")
        reading = person.app.screen.query_one(WeekReading)
        row = row_of(person, reading, "The room is booked.")
        await click(person, reading, row)
        assert isinstance(person.page, WeekPage)
        assert reading.selected is not None
        assert "The room" in reading.selected.passage.text
        await click(person, reading, row)
        assert person.page.TOPIC == "today"


async def test_a_click_on_a_version_shows_it_and_restores_nothing(desk: Desk) -> None:
    desk.rewrite(desk.log("Old words.").note, "New words.")
    async with sit(desk) as person:
        await person.press("up", "h")
        versions = person.app.screen.query_one(VersionList)
        await click(person, versions, 1)
        assert isinstance(person.page, HistoryPage)
        assert "{+Old+}" in person.seen
        assert len(desk.history(1)) == 2
        await person.press("up")
        await click(person, versions, 1)
        assert isinstance(person.page, HistoryPage), "the key between them makes it the first click again"
        await click(person, versions, 1)
        assert desk.day(desk.clock.today())[0].note.text == "Old words."


async def test_a_click_on_what_was_found_shows_it_beside(desk: Desk) -> None:
    desk.log("The form, first.")
    desk.log("The form, second.")
    async with sit(desk) as person:
        await person.press("f5")
        await person.write("form")
        other = person.app.screen.query(FoundRow).last()
        await click(person, other)
        assert isinstance(person.page, SearchPage)
        assert other.highlighted
        await click(person, other)
        assert person.page.TOPIC == "today"


async def test_the_end_of_a_part_is_dragged(desk: Desk) -> None:
    desk.log(SENTENCES)
    async with sit(desk, size=(80, 40)) as person:
        await person.press("up", "s")

        def first() -> PartCard:
            return person.app.screen.query(PartCard).first()

        before = first().part.text
        bottom = first().size.height + 1
        await person.pilot.mouse_down(first(), offset=(20, bottom))
        assert first().has_class("-held")
        await person.pilot.mouse_up(first(), offset=(20, bottom - 1))
        await person.settle()
        after = first().part.text
        assert before.startswith(after.removesuffix("1/2").strip())
        assert len(after) < len(before)
        assert "your own cuts" in person.seen
