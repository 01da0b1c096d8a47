"""Searching as one types."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.found import places
from rules.query import Sought
from storage.database import Journal
from storage.records import Note
from storage.search import NoteSearch
from tests.storage.many import add_many
from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.screens.desk_thread import DeskThread
from tui.screens.search import MOST_SHOWN, SEEN, SHOWN, STEPS
from tui.screens.today import TodayPage
from tui.seeking import FAR
from tui.views import NoteView
from tui.widgets.found_row import FoundList, FoundRow
from tui.wording import Words

HELD = "The vendor’s word for the lab: password: Tr0ub4dor&3."


async def test_results_come_as_one_types_and_enter_goes_to_the_note(desk: Desk) -> None:
    desk.log("The élan of the new form.", on="2026-11-12", at="09:00")
    desk.log("Something else.")
    async with sit(desk) as person:
        await person.press("f5")
        await person.write("elan")
        assert "1 note" in person.seen
        assert "Thu 2026-11-12" in person.seen
        await person.press("enter")
        page = person.page
        assert isinstance(page, TodayPage)
        assert "Thursday 12 November" in person.seen
        assert page.notes.selected is not None
        assert page.notes.selected.note.text.startswith("The élan")


async def test_the_arrows_choose_while_the_line_keeps_the_focus(desk: Desk) -> None:
    desk.log("Form one.", on="2026-11-10", at="09:00")
    desk.log("Form two.", on="2026-11-11", at="09:00")
    async with sit(desk) as person:
        await person.press("f5")
        await person.write("form tag:nothing")
        assert "No note holds all of that" in person.seen
        await person.press("ctrl+u")
        await person.write("form")
        await person.press("down", "enter")
        page = person.page
        assert isinstance(page, TodayPage)
        assert page.notes.selected is not None
        assert page.notes.selected.note.text == "Form one."


async def test_the_empty_search_teaches_and_a_bad_filter_is_named(desk: Desk) -> None:
    desk.log("Form one.")
    async with sit(desk) as person:
        await person.press("f5")
        assert "tag:forms" in person.seen
        assert "word for word" in person.seen
        await person.write("form from:someday")
        assert "from:someday was left out" in person.seen
        assert "takes a day" in person.seen


async def test_a_word_finds_before_it_is_finished_and_the_note_stands_beside_in_full(desk: Desk) -> None:
    desk.log("Labels came first. " + "Everything else followed in good order. " * 20 + "The end.")
    async with sit(desk) as person:
        await person.press("f5")
        await person.write("lab")
        assert "1 note" in person.seen
        assert "Friday 20 November 2026, 16:30" in person.seen
        assert "The end." in person.seen


async def test_filters_are_said_back_in_words(desk: Desk) -> None:
    desk.log("The fund goes up 12 % next month. It has not been announced yet. #fund")
    async with sit(desk) as person:
        await person.press("f5")
        await person.write("fund tag:fund state:held from:mon")
        assert "1 note · tagged fund · held · from Mon 2026-11-16" in person.seen
        assert "▲ held" in person.seen


def test_a_match_is_marked_whole_whatever_its_accents_and_case() -> None:
    text = "Déjà vu: the FORM and the forms."
    assert [text[start:end] for start, end in places(text, [Sought("deja vu"), Sought("form")])] == [
        "Déjà vu",
        "FORM",
    ]
    assert [text[start:end] for start, end in places(text, [Sought("for", prefix=True)])] == ["FOR", "for"]


@given(st.text(max_size=200), st.lists(st.text(max_size=8), max_size=3), st.booleans())
def test_marks_always_lie_within_the_text(text: str, sought: list[str], prefix: bool) -> None:
    for start, end in places(text, [Sought(one, prefix) for one in sought]):
        assert 0 <= start < end <= len(text)


async def test_a_long_note_is_cut_between_words_and_says_so(desk: Desk) -> None:
    desk.log("Labels came first. " + "Everything else followed in good order. " * 20)
    async with sit(desk, size=(80, 24)) as person:
        await person.press("f5")
        await person.write("labels")
        shown = " ".join(person.seen.split())
        assert " …" in shown
        assert shown[: shown.index(" …")].endswith(("Everything", "else", "followed", "in", "good", "order."))


async def test_the_rows_that_stand_there_take_what_is_found_next(desk: Desk) -> None:
    for number in range(3):
        desk.log(f"Form test {number}.")
    desk.log("Forms are done.")
    async with sit(desk) as person:
        await person.press("f5")
        await person.write("form")
        before = list(person.page.query(FoundRow))
        assert len(before) == 4
        await person.write("s")
        assert list(person.page.query(FoundRow)) == before[:1]
        assert before[0].view.note.text == "Forms are done."
        assert "Forms are done." in person.seen
        await person.press("backspace")
        assert list(person.page.query(FoundRow))[:1] == before[:1]
        assert len(person.page.query(FoundRow)) == 4


def fill(desk: Desk, notes: int, held: set[int]) -> None:
    """Notes 1 to `notes`, an hour apart; those numbered in `held` are held."""
    start = datetime(2026, 11, 20, 15, tzinfo=UTC) - timedelta(hours=notes - 1)
    texts = [HELD if n in held else "Person finished the form." for n in range(1, notes + 1)]
    journal = Journal(desk.path)
    add_many(journal.database, ((start + timedelta(hours=n), text) for n, text in enumerate(texts)))
    journal.close()


async def test_what_has_to_be_read_is_the_newest_and_a_key_looks_further(desk: Desk) -> None:
    """In a journal of 100,000 notes `state:held` kept the screen waiting for minutes."""
    fill(desk, FAR.read + 5, {2, FAR.read})
    async with sit(desk) as person:
        await person.press("f5")
        await person.write("state:held")
        seen = " ".join(person.seen.split())
        assert (
            "1 note · held · of the newest 2,000 of 2,005 notes, back to Sat 2026-08-29: f7 looks further"
            in seen
        )
        await person.press("f7")
        assert "2 notes · held\n" in person.seen
        assert [row.view.note.id for row in person.page.query(FoundRow)] == [FAR.read, 2]
        assert "f7" not in person.seen
        await person.press("f7")
        assert len(person.page.query(FoundRow)) == 2


async def test_where_nothing_was_found_so_far_it_does_not_say_that_there_is_none(desk: Desk) -> None:
    fill(desk, FAR.read + 5, {2})
    async with sit(desk, (60, 20)) as person:
        await person.press("f5")
        await person.write("state:held")
        seen = " ".join(person.seen.split())
        assert "None of the notes that were looked into so far. f7 looks into older ones." in seen
        assert "back to Sat 2026-08-29: f7 looks further" in seen
        await person.press("f7")
        assert "1 note · held" in person.seen


async def test_a_screenful_is_found_at_a_time_and_what_is_selected_stays_so(desk: Desk) -> None:
    fill(desk, 2 * SHOWN + 10, set(range(2 * SHOWN + 11)))
    async with sit(desk) as person:
        await person.press("f5")
        await person.write("state:held")
        assert len(person.page.query(FoundRow)) == SHOWN
        await person.press("down", "down", "f7")
        rows = person.page.query_one(FoundList)
        assert [row.view.note.id for row in rows.rows] == list(range(2 * SHOWN + 10, 10, -1))
        assert rows.index == 2
        await person.press("f7")
        assert f"{2 * SHOWN + 10} notes · held\n" in person.seen


async def test_no_more_rows_are_drawn_than_the_most_and_it_says_how_to_see_the_others(desk: Desk) -> None:
    fill(desk, MOST_SHOWN + 10, set(range(MOST_SHOWN + 11)))
    async with sit(desk) as person:
        await person.press("f5")
        await person.write("state:held")
        await person.press("f7", "f7", "f7")
        assert len(person.page.query(FoundRow)) == MOST_SHOWN
        assert "of the newest 200 of 210 notes: to:2026-11-12 shows those before" in person.seen
        await person.press("f7")
        assert len(person.page.query(FoundRow)) == MOST_SHOWN


async def test_the_journal_is_free_for_others_while_it_looks(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was asked of the journal meanwhile waited until every note was read."""
    looked, at_a_time = list[int](), list[int]()
    usual, asked = NoteSearch.numbered, DeskThread.ask

    def numbered(search: NoteSearch, number: int) -> Note | None:
        looked.append(number)
        return usual(search, number)

    def counted(act: Callable[[], object]) -> object:
        before = len(looked)
        try:
            return act()
        finally:
            at_a_time.append(len(looked) - before)

    fill(desk, FAR.read + 5, set())
    async with sit(desk) as person:
        await person.press("f5")
        monkeypatch.setattr(NoteSearch, "numbered", numbered)
        monkeypatch.setattr(
            DeskThread, "ask", lambda thread, act, *given: asked(thread, counted, partial(act, *given))
        )
        await person.write("state:held")
        assert (sum(at_a_time), max(at_a_time)) == (FAR.read, FAR.read // STEPS)


async def test_what_is_in_sight_is_drawn_before_the_other_results(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who typed the second letter waited until fifty rows of the first were there."""
    fill(desk, SHOWN + 5, set())
    at_once, usual = list[int](), FoundList.show

    async def show(
        listed: FoundList, views: Sequence[NoteView], sought: Sequence[Sought], words: Words
    ) -> None:
        at_once.append(len(views))
        await usual(listed, views, sought, words)

    monkeypatch.setattr(FoundList, "show", show)
    async with sit(desk) as person:
        await person.press("f5")
        await person.write("p")
        assert at_once == [SEEN]
        assert len(person.page.query(FoundRow)) == SHOWN
        assert f"the first {SHOWN} notes; there are more" in person.seen
        await person.write("e")
        assert at_once == [SEEN, SHOWN]
        assert len(person.page.query(FoundRow)) == SHOWN
