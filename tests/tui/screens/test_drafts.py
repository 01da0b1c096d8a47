"""Drafts in the app: what comes back, what it stands on, and what is forgotten on purpose."""

from dataclasses import replace
from datetime import date

import pytest

from rules.week import Week
from tests.storage.test_drafts import left_by_a_dead_window
from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.screens.drafting import KEEP_EVERY
from tui.screens.today import TodayPage
from tui.screens.week import WeekPage
from tui.widgets.journal_line import JournalLine
from tui.widgets.margin_marks import MarginMarks

FRIDAY = date(2026, 11, 20)


def drafts(desk: Desk) -> list[tuple[str, str]]:
    rows = desk.drafts._journal.database.execute("SELECT source, text FROM draft ORDER BY source")
    return [(source, text) for source, text in rows]


async def kept(person: Sitting) -> None:
    await person.pilot.pause(KEEP_EVERY * 1.2)
    await person.settle()


async def test_what_stands_on_the_line_is_on_disk_until_it_is_a_note(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.write("Half a thought.")
        await kept(person)
        assert drafts(desk) == [("line", "Half a thought.")]
        await person.press("enter")
        assert drafts(desk) == []


async def test_words_on_the_line_come_back_with_a_sentence_and_for_their_day(desk: Desk) -> None:
    with desk.drafts._journal.database.conn as connection:
        values = ("line", "1 x y", "For Wednesday.", 0, "2026-11-18", "2026-11-20T15:28:00-05:00", 0)
        connection.execute("INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    async with sit(desk) as person:
        assert person.page.query_one(JournalLine).text == "For Wednesday."
        assert person.said == ["Brought back from 15:28: what you were writing and had not kept yet."]
        await person.press("enter")
        assert [view.note.text for view in desk.day(date(2026, 11, 18))] == ["For Wednesday."]


LONG = "A log line.\n" * 9_000


async def test_a_paste_that_is_asked_about_is_on_disk_until_that_is_answered(desk: Desk) -> None:
    async with sit(desk) as person:
        for answer, notes in (("Leave it out", 0), ("Keep it as a note", 1)):
            person.page.query_one(JournalLine).post_message(JournalLine.TooLong(LONG))
            await person.settle()
            assert drafts(desk) == [("paste", LONG)]
            await person.choose(answer)
            assert drafts(desk) == []
            assert len(desk.day(FRIDAY)) == notes


async def test_a_long_paste_left_in_its_question_is_asked_about_again_and_stays_private(desk: Desk) -> None:
    left_private(desk, "paste", LONG)
    async with sit(desk) as person:
        while not person.asks:
            await person.pilot.pause()
        await person.settle()
        assert f"{len(LONG):,} characters" in person.seen
        await person.choose("Keep it as a note")
        [view] = desk.day(FRIDAY)
        assert (view.note.text, view.note.private) == (LONG, True)
        assert drafts(desk) == []


def left_private(desk: Desk, source: str, text: str) -> None:
    with desk.drafts._journal.database.conn as connection:
        values = (source, "1 x y", text, 0, FRIDAY.isoformat(), "2026-11-20T15:28:00-05:00", 1)
        connection.execute("INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?, ?)", values)


@pytest.mark.parametrize("source", ["line", "composer"])
async def test_private_words_come_back_private_wherever_they_were_left(desk: Desk, source: str) -> None:
    left_private(desk, source, "Dentist.")
    async with sit(desk) as person:
        assert person.page.query_one(JournalLine).text == "Dentist."
        assert person.page.query_one(MarginMarks).private
        assert drafts(desk) == [("line", "Dentist.")]
        await person.press("enter")
        assert [view.note.private for view in desk.day(FRIDAY)] == [True]
        await kept(person)
        assert drafts(desk) == []


async def test_that_the_line_is_private_is_on_disk_too(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.write("Dentist.")
        await kept(person)
        await person.press("ctrl+l")
        await kept(person)
        rows = desk.drafts._journal.database.execute("SELECT text, private FROM draft").fetchall()
        assert rows == [("Dentist.", 1)]


@pytest.mark.parametrize("private", [False, True])
async def test_words_added_on_the_way_out_keep_their_day_and_stay_private(desk: Desk, private: bool) -> None:
    desk.log("One.", on="2026-11-18")
    async with sit(desk) as person:
        assert isinstance(person.page, TodayPage)
        person.page.go_to(date(2026, 11, 18))
        await person.settle()
        await person.write("Two.")
        await person.press(*["ctrl+l"] * private, "ctrl+q", "down", "enter")
    found = [(view.note.text, view.note.private) for view in desk.day(date(2026, 11, 18))]
    assert sorted(found) == [("One.", False), ("Two.", private)]


async def test_another_day_and_another_screen_leave_the_words_and_the_mark_on_the_line(desk: Desk) -> None:
    desk.log("One.")
    async with sit(desk) as person:
        await person.write("Dentist.")
        await person.press("ctrl+l", "up", "left", "f3", "escape")
        assert isinstance(person.page, TodayPage)
        assert (person.page.line.text, person.page.margin.private) == ("Dentist.", True)


async def test_a_rewriting_that_comes_back_never_overwrites_what_was_saved_since(desk: Desk) -> None:
    note = desk.log("One.").note
    for text in ("Two.", "Three.", "Four."):
        note = desk.rewrite(note, text).note
    left_by_a_dead_window(desk.path, "Mine, from version 3.", "note:1")
    async with sit(desk) as person:
        assert "wait in note 1" in person.said[0]
        await person.press("up", "e")
        assert isinstance(person.page, TodayPage)
        assert person.page.editor is not None
        assert person.page.editor.text == "Mine, from version 3."
        await person.press("ctrl+s")
        assert person.asks
        await person.press("down", "enter")
        assert desk.note(1).note.text == "Mine, from version 3."
        assert drafts(desk) == []


async def test_words_left_on_purpose_are_forgotten(desk: Desk) -> None:
    desk.log("One.")
    async with sit(desk) as person:
        await person.press("up", "e")
        await person.write(" More.")
        await kept(person)
        assert drafts(desk) == [("note:1", "One. More.")]
        await person.press("escape", "down", "down", "enter")
        assert drafts(desk) == []


async def test_a_rewriting_back_to_what_was_there_leaves_no_draft(desk: Desk) -> None:
    desk.log("One.")
    async with sit(desk) as person:
        await person.press("up", "e")
        await person.write("x")
        await kept(person)
        await person.press("backspace")
        await kept(person)
        assert drafts(desk) == []


@pytest.mark.parametrize(("downs", "notes"), [(1, ["Half."]), (2, [])])
async def test_leaving_the_app_on_purpose_leaves_no_draft(desk: Desk, downs: int, notes: list[str]) -> None:
    async with sit(desk) as person:
        await person.write("Half.")
        await kept(person)
        await person.press("ctrl+q", *["down"] * downs, "enter")
    assert drafts(desk) == []
    assert [view.note.text for view in desk.day(FRIDAY)] == notes


async def test_a_week_comes_back_unsaved_and_leaves_no_draft_once_saved(desk: Desk) -> None:
    desk.log("Five people finished the form.")
    week = desk.week(Week.of(FRIDAY))
    for text in ("One.", "Two.", "Three."):
        week = desk.save_week(replace(week, text=text), text)
    left_by_a_dead_window(desk.path, "By hand, not saved.", "week:2026-W47")
    async with sit(desk) as person:
        await person.press("f3")
        assert isinstance(person.page, WeekPage)
        assert person.page.editor.text == "By hand, not saved."
        assert person.page.unsaved
        await person.press("ctrl+s")
        assert "By hand, not saved." in desk.week(week.week).text
        await kept(person)
        assert drafts(desk) == []


async def test_a_journal_that_refuses_drafts_disturbs_nobody_who_types(desk: Desk) -> None:
    desk.log("One.")
    with desk.drafts._journal.database.conn as connection:
        connection.execute("CREATE TRIGGER no BEFORE INSERT ON draft BEGIN SELECT RAISE(ABORT, 'no'); END")
    async with sit(desk) as person:
        await person.write("Words.")
        await kept(person)
        assert person.said == []
        await person.press("enter")
        assert [view.note.text for view in desk.day(FRIDAY)] == ["One.", "Words."]
