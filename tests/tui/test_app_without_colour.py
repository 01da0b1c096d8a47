"""Nothing is told by colour alone: without colour, and in the sixteen of a plain terminal, all of it is there."""

from dataclasses import replace

import pytest
from rich.text import Text

from rules.finding import Finding, Level, Source
from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.widgets.remark import remark
from tui.widgets.signs import LEVEL_SIGNS, MARGINS, RULES

UNANNOUNCED = "The fund goes up 12 % next month. It has not been announced yet."
BIDS = "Spent the morning scoring the bids for the printing of the letters. Vendor two is ahead."


def colours(person: Sitting) -> set[str]:
    """Every colour on the screen that is no grey, as it reaches the terminal."""
    found = set()
    for strip in person.app.screen._compositor.render_strips():
        for segment in strip:
            for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                if colour is not None and (colour.triplet is None or len(set(colour.triplet)) > 1):
                    found.add(colour.name)
    return found


async def walk(person: Sitting) -> str:
    """What is seen on the way from a note that is held to sharing it, and through the places beside."""
    seen = []
    for keys in (
        [],
        ["up"],
        ["up"],
        ["down", "r"],
        ["escape", "c"],
        ["escape", "s"],
        ["escape", "f3"],
        ["m"],
        ["f5"],
        ["f1"],
    ):
        await person.press(*keys)
        seen.append(person.seen)
    return "\n".join(seen)


@pytest.mark.parametrize("level", Level, ids=lambda level: level.word)
def test_each_level_has_a_sign_and_a_word(desk: Desk, level: Level) -> None:
    source = Source("A guideline", "1.2", "https://example.ca/")
    finding = Finding("a-rule", "rule", "secret", level, 0, 3, "the", "It reads so.", "Do this.", source)
    said = remark(desk.words, [finding])
    assert isinstance(said, Text)
    assert said.plain.startswith(f"{LEVEL_SIGNS[level]} {desk.words(f'level-{level.word}')}")


@pytest.mark.parametrize("signs", [LEVEL_SIGNS, MARGINS, RULES])
def test_no_two_levels_share_a_sign(signs: dict[Level, str]) -> None:
    assert len(set(signs.values())) == len(Level)


async def test_without_colour_every_screen_is_grey_and_says_as_much(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    desk.log(BIDS)
    desk.log(UNANNOUNCED)
    async with sit(desk) as person:
        seen = await walk(person)
        assert colours(person) == set()
        for words in ("▲ warning", "■ stop", "~~~", "━━━"):
            assert words in seen, words
        await person.press("escape", "escape", "escape")
        await person.write(UNANNOUNCED)
        assert MARGINS[Level.WARNING] in person.seen
        assert colours(person) == set()


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_the_sixteen_colours_of_a_terminal_are_enough(desk: Desk, theme: str) -> None:
    desk.log(BIDS)
    desk.log(UNANNOUNCED)
    desk.door.settings = replace(desk.door.settings, theme=theme)
    async with sit(desk) as person:
        assert person.app.theme == theme
        seen = await walk(person)
        assert "▲ warning" in seen
        assert "■ stop" in seen


@pytest.mark.parametrize(
    "keys", [["f10", "down"], ["up", "comma", "down"], ["f3"]], ids=["places", "settings", "week"]
)
async def test_a_bar_stands_beside_what_is_selected(desk: Desk, keys: list[str]) -> None:
    desk.log("Five people.")
    async with sit(desk) as person:
        await person.press(*keys)
        barred = [line for line in person.seen.splitlines() if line.startswith("▌")]
        assert 1 <= len(barred) <= 2
        assert barred[0].strip("▌ ")
