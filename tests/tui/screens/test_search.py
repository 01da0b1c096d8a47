"""Searching as one types."""

from hypothesis import given
from hypothesis import strategies as st

from rules.found import places
from rules.query import Sought
from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.screens.today import TodayPage
from tui.widgets.found_row import FoundRow


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
