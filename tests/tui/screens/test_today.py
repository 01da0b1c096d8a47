"""Today: the line, the notes, and what can be done to them."""

from datetime import date

import pytest

from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.opening import open_desk
from tui.screens.today import TodayPage
from tui.widgets.journal_line import JournalLine
from tui.widgets.week_strip import WeekStrip

HELD = "The fund goes up 12 % next month. It has not been announced yet."
FRIDAY = date(2026, 11, 20)


async def test_the_line_is_ready_at_once_and_enter_adds_a_note(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.write("Form tests start Monday. #forms")
        await person.press("enter")
        assert [view.note.text for view in desk.day(FRIDAY)] == ["Form tests start Monday. #forms"]
        assert "Form tests start Monday." in person.seen
        assert "1 note" in person.seen
        assert isinstance(person.app.focused, JournalLine)
        assert person.app.focused.text == ""


async def test_an_empty_journal_teaches_the_first_step_and_says_where_it_is(desk: Desk) -> None:
    async with sit(desk) as person:
        assert "press enter" in person.seen
        assert desk.path in person.seen.replace("\n", "").replace(" ", "")


async def test_what_is_said_in_passing_covers_nothing_that_is_read(desk: Desk) -> None:
    desk.log("Form tests start.")
    desk.log("Form tests end.")
    async with sit(desk) as person:
        await person.press("up", "d")
        assert person.seen.splitlines()[0].endswith("1 note")
        assert "1 note in the week" in person.seen
        assert "Deleted. u brings it back." in person.seen
        assert "Form tests start." in person.seen


async def test_single_letters_are_only_text_while_typing(desk: Desk) -> None:
    desk.log("Keep me.")
    async with sit(desk) as person:
        await person.press("d", "p", "w", "slash", "question_mark")
        assert person.app.focused.text == "dpw/?"  # type: ignore[union-attr]
        assert len(desk.day(FRIDAY)) == 1


async def test_ctrl_n_breaks_the_line_and_enter_still_adds_one_note(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.write("First.")
        await person.press("ctrl+n")
        await person.write("Second.")
        await person.press("enter")
        assert [view.note.text for view in desk.day(FRIDAY)] == ["First.\nSecond."]


async def test_a_paste_of_several_lines_stays_one_note(desk: Desk) -> None:
    from textual.events import Paste

    pasted = "One.\nTwo.\n\nFour.\n"
    async with sit(desk) as person:
        person.app.post_message(Paste(pasted))
        await person.settle()
        assert desk.day(FRIDAY) == []
        await person.press("enter")
        assert [view.note.text for view in desk.day(FRIDAY)] == [pasted]


async def test_a_paste_too_long_for_the_line_is_kept_whole_when_the_person_says_so(desk: Desk) -> None:
    from textual.events import Paste

    pasted = "Five people finished the form.\n" * 5_000
    async with sit(desk) as person:
        person.app.post_message(Paste(pasted))
        await person.settle()
        assert person.asks
        await person.press("down", "enter")
        assert [view.note.text for view in desk.day(FRIDAY)] == [pasted]


async def test_what_was_found_stands_below_the_note_with_its_clause_and_what_to_do(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.write(HELD)
        await person.press("enter")
        assert "▲ warning" in person.seen
        assert "~~~~" in person.seen
        assert "4.1.19.11" in person.seen
        assert "Instead:" in person.seen
        assert "1 held" in person.seen


async def test_the_keys_below_a_note_are_those_that_work_from_where_the_cursor_is(desk: Desk) -> None:
    desk.log(HELD)
    async with sit(desk) as person:
        assert "↑, then e reword" in person.seen
        await person.press("up")
        assert "e reword" in person.seen
        assert "then e reword" not in person.seen


async def test_words_are_marked_while_they_are_written(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.write(HELD)
        line = person.page.query_one(JournalLine)
        assert any("underline" in str(span.style) for span in line.get_line(0).spans)
        assert "▲ warning" in person.seen


async def test_editing_in_place_keeps_the_new_words_and_u_brings_the_old_back(desk: Desk) -> None:
    desk.log("Old words.")
    async with sit(desk) as person:
        await person.press("up", "e")
        await person.write(" And new.")
        await person.press("ctrl+s")
        assert desk.day(FRIDAY)[0].note.text == "Old words. And new."
        await person.press("u")
        assert desk.day(FRIDAY)[0].note.text == "Old words."


async def test_leaving_an_unchanged_editor_says_that_nothing_changed(desk: Desk) -> None:
    desk.log("Old words.")
    async with sit(desk) as person:
        await person.press("up", "e", "escape")
        assert person.said == ["Nothing was changed."]
        assert desk.day(FRIDAY)[0].note.version == 1


@pytest.mark.parametrize(("answer", "kept"), [("enter", "Old words."), ("down", "Old words. New.")])
async def test_esc_never_drops_written_words_without_asking(desk: Desk, answer: str, kept: str) -> None:
    desk.log("Old words.")
    async with sit(desk) as person:
        await person.press("up", "e")
        await person.write(" New.")
        await person.press("escape")
        assert person.asks
        await person.press(*dict.fromkeys([answer, "enter"]))
        assert desk.day(FRIDAY)[0].note.text == kept
        page = person.page
        assert isinstance(page, TodayPage)
        if page.editor:
            assert page.editor.text == "Old words. New."


@pytest.mark.parametrize(("downs", "kept"), [(0, "Theirs."), (1, "Mine. More."), (2, "Theirs.")])
async def test_a_note_changed_elsewhere_is_a_choice(desk: Desk, downs: int, kept: str) -> None:
    note = desk.log("Mine.").note
    async with sit(desk) as person:
        await person.press("up", "e")
        await person.write(" More.")
        desk.rewrite(note, "Theirs.")
        await person.press("ctrl+s")
        assert person.asks
        assert "The other one reads: “Theirs.”" in person.seen
        await person.press(*["down"] * downs, "enter")
        assert desk.note(note.id).note.text == kept
        if downs == 2:
            assert person.app.clipboard == "Mine. More."


async def test_a_note_added_by_another_window_appears(desk: Desk, home: dict[str, str]) -> None:
    async with sit(desk) as person:
        open_desk(home, journal=desk.path).log("From the shell.")
        await person.until(lambda: "From the shell." in person.seen)  # the app looks once a second


async def test_quitting_asks_about_words_on_the_line(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.write("Not a note yet.")
        await person.press("ctrl+q")
        assert person.asks
        await person.press("enter")
        assert person.app.is_running
        await person.press("ctrl+q", "down", "enter")
        assert [view.note.text for view in desk.day(FRIDAY)] == ["Not a note yet."]
        assert not person.app.is_running or person.app._exit


async def test_a_reason_is_given_where_the_remark_stands(desk: Desk) -> None:
    desk.log("Highly recommend Deloitte for this kind of work.")
    async with sit(desk) as person:
        await person.press("up", "r")
        assert "Why does it not fit here?" in person.seen
        await person.write("It quotes a published report.")
        await person.press("enter")
        assert desk.note(1).state == "draft"
        assert "Your reason is kept" in person.said[-1]
        await person.press("r")
        assert "nothing to give a reason for" in person.said[-1]


async def test_no_reason_is_asked_for_a_stop(desk: Desk) -> None:
    desk.log("PROTECTED B\nThe plan.")
    async with sit(desk) as person:
        await person.press("up", "r")
        assert not person.asks
        assert desk.note(1).state == "held"


async def test_a_full_title_line_gives_up_its_brand_before_a_word_of_what_is_shown(
    home: dict[str, str], desk: Desk
) -> None:
    desk = open_desk({**home, "LANG": "fr_CA.UTF-8"}, journal=desk.path)
    for words in ("Une.", "Deux.", "Trois.", "Le financement augmente le mois prochain, pas encore annoncé."):
        desk.log(words)
    desk.set_private(desk.note(1).note, True)
    async with sit(desk, size=(80, 24)) as person:
        title = person.seen.splitlines()[0]
        assert "vendredi 20 novembre 2026 · semaine 47" in title
        assert title.endswith("1 privée")
        assert "Clearday" not in title
    async with sit(desk, size=(120, 40)) as person:
        assert person.seen.startswith(" Clearday  vendredi")
    async with sit(desk, size=(60, 20)) as person:
        assert person.seen.splitlines()[0].split("  ") == [
            " vendredi 20 novembre 2026",
            " 4 notes · 1 retenue · 1 privée",
        ]


async def test_leave_is_told_in_an_empty_journal_too(desk: Desk) -> None:
    """`l` marked the day and nothing showed it."""
    async with sit(desk, size=(80, 24)) as person:
        await person.press("up", "l")
        assert "This day is leave" in person.seen
        await person.press("l")
        assert "Welcome. This is your journal" in person.seen


async def test_a_note_that_is_being_rewritten_is_left_before_another_day_is_shown(desk: Desk) -> None:
    """The day changed unseen below the open editor: what was typed on the line went to it."""
    desk.log("Today.")
    async with sit(desk) as person:
        await person.press("up", "e")
        await person.rewrite("Today, reworded.")
        person.page.query_one(WeekStrip).post_message(WeekStrip.DayChosen(date(2026, 11, 18)))
        await person.until(lambda: person.asks)
        await person.press("escape")
        assert "Friday 20 November 2026" in person.seen
        person.page.query_one(WeekStrip).post_message(WeekStrip.DayChosen(date(2026, 11, 18)))
        await person.until(lambda: person.asks)
        await person.choose("Save it")
        assert "Wednesday 18 November 2026" in person.seen
        assert desk.note(1).note.text == "Today, reworded."


async def test_enter_on_an_empty_line_says_what_it_is_for(desk: Desk) -> None:
    """Nothing happened, and nothing said why."""
    async with sit(desk) as person:
        await person.press("enter")
        assert "Type what you did first" in person.said[0]
        assert desk.total() == 0
