"""The palette offers what can be done here, in the person's language, and nothing that saves a picture."""

import pytest
from textual.command import CommandPalette
from textual.widgets import OptionList

from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.opening import open_desk
from tui.palette import OwnCommands
from tui.screens.week import WeekPage


async def offered(screen: object) -> list[str]:
    provider = OwnCommands(screen)  # type: ignore[arg-type]
    return [str(hit.text) async for hit in provider.discover()]


async def test_everything_about_the_selected_note_is_offered_from_the_line(desk: Desk) -> None:
    desk.log("A note.")
    async with sit(desk) as person:
        names = await offered(person.page)
        assert "Delete the selected note; it can be brought back" in names
        assert "Open this week's note" in names
        assert "Choose other colours: dark, light and other themes" in names
        assert len(names) == len(set(names))
        assert not [name for name in names if "creenshot" in name or "SVG" in name]


async def test_in_an_empty_journal_it_begins_with_the_line_and_offers_nothing_that_needs_a_note_or_a_remark(
    desk: Desk,
) -> None:
    async with sit(desk) as person:
        names = await offered(person.page)
        assert names[0] == "Add what is on the line as a note"
        assert names.index("Search the journal") < names.index(
            "Take back the last delete, edit or private mark"
        )
        assert not {
            "Go up to the notes",
            "See the selected note as its readers will",
            "Say why the remark beside the words does not fit here",
            "The remark is wrong here: hear no more of it",
            "Find any command by its name",
        } & set(names)


async def test_a_remark_on_the_line_can_be_answered_by_name(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.write("The fund goes up next month, but it has not been announced yet.")
        assert "Say why the remark beside the words does not fit here" in await offered(person.page)


async def test_it_speaks_french_to_who_reads_french(home: dict[str, str], desk: Desk) -> None:
    async with sit(open_desk({**home, "LANG": "fr_CA.UTF-8"}, journal=desk.path)) as person:
        assert "Ouvrir la note de la semaine" in await offered(person.page)
        await person.press("ctrl+p")
        assert "Trouver une commande" in person.seen


@pytest.mark.parametrize("key", ["ctrl+p", "f8"])
async def test_a_command_found_by_name_is_done(desk: Desk, key: str) -> None:
    async with sit(desk) as person:
        await person.press(key)
        assert isinstance(person.app.screen, CommandPalette)
        await person.pilot.press(*"week's")
        await person.settle()
        assert person.app.screen.query_one(OptionList).option_count
        await person.press("enter")
        assert isinstance(person.page, WeekPage)


@pytest.mark.parametrize(("language", "words"), [("en", "what a note answers"), ("fr", "a quoi une note")])
async def test_the_kind_of_a_note_is_found_by_the_words_that_the_help_names(
    home: dict[str, str], desk: Desk, language: str, words: str
) -> None:
    # tmux keeps ctrl+b for itself.
    desk = open_desk({**home, "LANG": f"{language}_CA.UTF-8"}, journal=desk.path)
    assert desk.words("tip-line-occasion").lower().replace("à", "a").find(words) >= 0
    async with sit(desk) as person:
        await person.pilot.press("f8", *words.replace("a quoi ", ""))
        await person.settle()
        await person.press("enter")
        assert desk.words("kind-ask") in person.seen


async def test_a_command_and_its_key_stand_on_one_line(desk: Desk) -> None:
    desk.log("A note.")
    async with sit(desk, size=(80, 24)) as person:
        await person.press("f8")
        lines = [line.strip() for line in person.seen.splitlines()]
        assert "Delete the selected note; it can be brought back  d" in lines


async def found(screen: object, query: str) -> str:
    provider = OwnCommands(screen)  # type: ignore[arg-type]
    return max([hit async for hit in provider.search(query)], key=lambda hit: hit.score).text or ""


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("undo", "Take back the last"),
        ("backup", "See the backups"),
        ("back", "See the backups"),
        ("theme", "Choose other colours"),
        ("quit", "Leave"),
        ("settings", "See and change"),
        ("history", "See every version"),
        ("delete", "Delete the selected"),
    ],
)
async def test_a_command_is_found_by_what_the_key_line_calls_it_and_the_plainest_comes_first(
    desk: Desk, query: str, first: str
) -> None:
    desk.log("A note.")
    async with sit(desk) as person:
        assert (await found(person.page, query)).startswith(first)


async def test_what_was_deleted_by_name_says_how_to_get_it_back_from_the_line(desk: Desk) -> None:
    desk.log("A note.")
    async with sit(desk) as person:
        await person.pilot.press("f8", *"delete")
        await person.settle()
        await person.press("enter")
        assert person.said == ["Deleted. u brings it back. (On the line, ↑ first.)"]
        await person.press("up", "u")
        assert "A note." in person.seen


async def test_colours_chosen_by_name_are_kept_for_the_next_day_and_ours_come_first(desk: Desk) -> None:
    async with sit(desk, size=(80, 24)) as person:
        await person.press("f8")
        await person.pilot.press(*"colours")
        await person.settle()
        await person.press("enter")
        shown = [line.strip() for line in person.seen.splitlines()]
        first = shown.index("clearday-dark  in use")
        assert shown[first + 1] == "clearday-light"
        await person.pilot.press(*"day-light")
        await person.settle()
        await person.press("enter")
        assert person.app.theme == "clearday-light"
        assert desk.preferences.check().theme == "clearday-light"


async def test_what_would_change_nothing_is_not_offered(desk: Desk) -> None:
    """Going to today from there, to the end of no words, to the last of all notes: nothing was done or said."""
    desk.log("One.")
    async with sit(desk, size=(120, 60)) as person:
        await person.press("ctrl+p")
        assert "Go to today" not in person.seen
        assert "Go to the end of the text" not in person.seen
        assert "Select the last note" not in person.seen
        await person.press("escape")
        await person.write("Two")
        await person.press("ctrl+p")
        assert "Go to the end of the text" in person.seen
        await person.press("escape", "enter", "up", "ctrl+p")
        assert "Go to today" in person.seen
        assert "Show today" not in person.seen
