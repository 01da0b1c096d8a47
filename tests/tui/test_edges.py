"""What stands at the right of a screen ends where the title does; a scrollbar stands in the last column."""

import pytest

from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.opening import open_desk
from tui.widgets.note_list import NoteList

PLACES = {"help": "f1", "week": "f3", "search": "f5", "rules": "", "settings": ""}
"""Each with its key, if it has one."""


def ends(person: Sitting, words: str) -> int:
    """The column behind `words` in the first line that ends in them."""
    return next(len(line.rstrip()) for line in person.seen.splitlines() if line.rstrip().endswith(words))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_tags_end_where_the_title_ends_with_and_without_a_scrollbar(
    desk: Desk, size: tuple[int, int]
) -> None:
    desk.log("Five people finished the form. #forms")
    async with sit(desk, size=size) as person:
        assert ends(person, "1 note") == ends(person, "#forms") == size[0] - 1
        for number in range(size[1]):
            desk.log(f"Note {number}.")
        await person.press("f3", "escape", "up", "g")
        assert person.page.query_one(NoteList).show_vertical_scrollbar
        assert ends(person, "#forms") == size[0] - 1


@pytest.mark.parametrize("place", PLACES)
async def test_every_scrollbar_stands_in_the_last_column(desk: Desk, place: str) -> None:
    for number in range(20):
        desk.log(f"The form of office {number} is ready. #forms")
    async with sit(desk, size=(80, 24)) as person:
        if key := PLACES[place]:
            await person.press(key)
        else:
            person.app.action_open(place)
            await person.settle()
        if place == "search":
            await person.write("form")
        panes = [one for one in person.app.screen.query("*") if one.display and one.show_vertical_scrollbar]
        assert panes, "nothing is scrolled there"
        assert {pane.vertical_scrollbar.region.right for pane in panes} == {80}


@pytest.mark.parametrize(
    ("place", "begins", "goes_on"),
    [
        ("rules", " ▲ Conseil donné à un ministre ou à un", "   sous-ministre"),
        ("settings", "   les règles qui ne disent rien si elles ne sont pas", "   nommées ici"),
    ],
)
async def test_a_row_goes_on_below_its_words_and_not_below_its_sign(
    home: dict[str, str], desk: Desk, place: str, begins: str, goes_on: str
) -> None:
    french = open_desk({**home, "LANG": "fr_CA.UTF-8"}, journal=desk.path)
    size = (120, 40) if place == "rules" else (60, 40)
    async with sit(french, size=size) as person:
        person.app.action_open(place)
        await person.settle()
        lines = person.seen.splitlines()
        first = next(number for number, line in enumerate(lines) if line.startswith(begins))
        assert lines[first + 1].startswith(f"{goes_on} ") or lines[first + 1] == goes_on
