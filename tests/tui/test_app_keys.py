"""Keys of a person's own: they work, they are shown, and those that cannot work are said with their line."""

from pathlib import Path

import pytest
from textual.widgets import Button

from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.key_clashes import Clash, clashes
from tui.opening import open_desk
from tui.screens.help import HelpPage
from tui.screens.jump import Jump
from tui.screens.week import WeekPage
from tui.widgets.note_list import NoteList
from tui.widgets.week_reading import WeekReading


def with_keys(home: dict[str, str], journal: str, keys: str) -> Desk:
    """A desk whose settings have these keys."""
    config = Path(home["HOME"], "config.toml")
    config.write_text(f"# mine\n\n[keys]\n{keys}\n", "utf-8")
    return open_desk(home, journal=journal, config=str(config))


async def test_a_key_of_ones_own_works_is_shown_and_the_usual_one_is_free(
    home: dict[str, str], desk: Desk
) -> None:
    async with sit(with_keys(home, desk.path, 'week = "f13"')) as person:
        assert "f13 week" in person.seen
        await person.press("f3")
        assert not isinstance(person.page, WeekPage)
        await person.press("f13")
        assert isinstance(person.page, WeekPage)
        await person.press("f1")
        assert isinstance(person.page, HelpPage)
        assert "f13: Open this week's note" in person.seen


async def test_sentences_name_the_keys_as_they_are_now(home: dict[str, str], desk: Desk) -> None:
    desk.log("SECRET//CEO The plan.")
    desk.log("Five people finished the new form.")
    async with sit(with_keys(home, desk.path, 'week-remark = "f13"\nclear-reword = "f14"')) as person:
        await person.press("f3")
        row = next(
            number
            for number, one in enumerate(person.page.query_one(WeekReading).options)
            if not one.disabled
        )
        person.page.query_one(WeekReading).highlighted = row
        await person.settle()
        assert "f13" in person.seen
        await person.press("c")
        assert "f14 edits it" in person.seen
        assert "f14 edits them" in person.seen


async def test_what_an_empty_day_says_names_the_keys_as_the_person_has_them(
    home: dict[str, str], desk: Desk
) -> None:
    async with sit(with_keys(home, desk.path, 'week = "f13"\nday-leave = "z"\nday-earlier = "v"')) as person:
        assert "f13 turns the week's notes into a weekly note. f1 is help" in person.seen
        desk.log("Not empty any more.")
        await person.press("left", "up")
        told = " ".join(person.seen.split())
        assert "z marks it as leave. v and → show other days" in told


async def test_the_half_hour_and_the_remark_below_a_note_name_keys_of_ones_own(
    home: dict[str, str], desk: Desk
) -> None:
    desk.log("The fund goes up 12 % next month. It has not been announced yet.")
    keys = 'note-reason = "z"\nweek-star = "f13"\nweek-leave = "z"\nweek-clear = "f14"'
    async with sit(with_keys(home, desk.path, keys)) as person:
        await person.press("up")
        assert "e reword · z give a reason · p keep private · c clear" in person.seen
        await person.press("f3")
        assert "f14 goes" in person.seen
        await person.press("i", "space")
        assert "f13 puts a passage on top." in person.seen
        await person.press("space")
        assert "z marks one as leave, enter goes there" in person.seen
        assert "z marks the day" in person.seen


@pytest.mark.parametrize(
    ("keys", "clash"),
    [
        ((("week", "ctrl+k"),), Clash("week", "ctrl+k")),
        ((("week", "f13,e"),), Clash("week", "e", "any of several")),
        ((("note-edit", "d"),), Clash("note-edit", "d", "note-delete")),
        ((("week", "?"),), Clash("week", "question_mark", "help")),
        ((("week", "f13"), ("help", "f13")), Clash("week", "f13", "help")),
    ],
)
def test_a_key_that_cannot_work_is_found(keys: tuple[tuple[str, str], ...], clash: Clash) -> None:
    found = clashes(keys)
    assert (clash.name, clash.key, bool(clash.other)) in [
        (one.name, one.key, bool(one.other)) for one in found
    ]


@pytest.mark.parametrize(
    "keys",
    [
        (("week", "f3,W"),),
        (("note-edit", "d"), ("note-delete", "e")),
        (("help", "/"), ("search", "?")),
        (("note-history", "ctrl+k"),),  # the list of notes has no editor
    ],
)
def test_keys_that_work_are_let_be(keys: tuple[tuple[str, str], ...]) -> None:
    assert clashes(keys) == []


async def test_a_clash_is_said_at_the_start_with_its_line_and_the_usual_key_stays(
    home: dict[str, str], desk: Desk
) -> None:
    async with sit(with_keys(home, desk.path, 'week = "ctrl+k"')) as person:
        assert "line 4" in person.said[0]
        assert "ctrl+k" in person.said[0]
        await person.press("f3")
        assert isinstance(person.page, WeekPage)


async def test_a_letter_jumps_to_a_note_and_any_other_key_puts_the_letters_away(desk: Desk) -> None:
    desk.log("One.")
    desk.log("Two.")
    async with sit(desk) as person:
        await person.press("ctrl+o")
        assert isinstance(person.app.screen, Jump)
        assert " a 16:30 One." in person.seen
        assert " s 16:30 Two." in person.seen
        await person.press("a")
        assert isinstance(person.app.focused, NoteList)
        assert person.app.focused.selected is not None
        assert person.app.focused.selected.note.text == "One."
        await person.press("ctrl+o", "escape")
        assert isinstance(person.app.focused, NoteList)


async def test_one_can_leave_where_the_terminal_keeps_ctrl_q(desk: Desk) -> None:
    desk.log("One.")
    async with sit(desk) as person:
        await person.press("up", "Q")
        assert not person.app.is_running


async def test_the_screen_may_move_only_when_it_was_asked_to(home: dict[str, str], desk: Desk) -> None:
    async with sit(desk) as person:
        assert person.app.animation_level == "none"
    config = Path(home["HOME"], "config.toml")
    config.write_text("animations = true\n", "utf-8")
    async with sit(open_desk(home, journal=desk.path, config=str(config))) as person:
        assert person.app.animation_level == "full"


async def test_letters_stand_on_every_row_of_a_list_and_lead_to_it(desk: Desk) -> None:
    """The other places, the rules and the settings had one letter for the whole list."""
    async with sit(desk, size=(80, 24)) as person:
        await person.press("f10", "ctrl+o")
        assert "fWhat was shared" in person.seen
        await person.press("f", "enter")
        assert type(person.page).__name__ == "LedgerPage"


async def test_a_question_can_be_jumped_about_on_and_has_help_and_goes_on_waiting(desk: Desk) -> None:
    """`f1` and `ctrl+o` did nothing where something was asked."""
    desk.log("One.")
    async with sit(desk) as person:
        await person.press("f3", "e")
        await person.write("More. ")
        await person.press("f5")
        assert person.asks
        await person.press("ctrl+o")
        assert isinstance(person.app.screen, Jump)
        await person.pilot.press("d")
        await person.until(lambda: isinstance(person.app.focused, Button))
        at = person.app.focused
        await person.pilot.press("f1")
        await person.until(lambda: isinstance(person.app.screen, HelpPage))
        assert "f5 search" not in person.seen.splitlines()[-1]
        await person.pilot.press("f3", "f2")
        assert isinstance(person.app.screen, HelpPage)
        await person.pilot.press("escape")
        await person.until(lambda: person.asks)
        assert person.app.focused is at
        await person.press("escape")
        assert isinstance(person.page, WeekPage)
        assert "More." in person.page.editor.text
