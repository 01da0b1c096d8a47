"""Our two themes can be read: every pair of colours that carries text reaches 4.5 to 1 (WCAG 2.2, AA)."""

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from tests.tui.screens.sitting import sit
from tui.desk import Desk
from tui.themes import OURS, SIXTEEN

PAIRS = [
    *(("foreground", ground) for ground in ("background", "surface", "panel")),
    *(("quiet", ground) for ground in ("background", "surface", "panel")),
    *(("accent", ground) for ground in ("background", "surface", "panel")),
    *(("warning", ground) for ground in ("background", "surface", "panel")),
    *(("error", ground) for ground in ("background", "surface", "panel")),
    *(("success", ground) for ground in ("background", "surface")),
    ("background", "accent"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
]


def luminance(color: Color) -> float:
    def linear(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)


def contrast(one: str, other: str) -> float:
    first, second = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))
    return (second + 0.05) / (first + 0.05)


def hex_of(color: RichColor | None) -> str:
    assert color is not None
    assert color.triplet is not None
    return color.triplet.hex


EVERY = [*OURS, *SIXTEEN]
NAMES = [*(theme.name for theme in OURS), *(f"{theme.name}-sixteen" for theme in SIXTEEN)]


@pytest.mark.parametrize("theme", EVERY, ids=NAMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(theme: Theme, text: str, ground: str) -> None:
    colours = theme.to_color_system().generate() | theme.variables
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
async def test_what_is_drawn_stands_out_on_every_screen(desk: Desk, theme: Theme) -> None:
    desk.log("The fund goes up 12 % next month. It has not been announced yet. #forms")
    async with sit(desk) as person:
        person.app.theme = theme.name
        await person.press("up")
        for keys in ([], ["c"], ["escape", "s"], ["escape", "f3"], ["f5"], ["f1"]):
            await person.press(*keys)
            for strip in person.app.screen._compositor.render_strips():
                for segment in strip:
                    words = segment.text.strip()
                    style = segment.style
                    if not words.isascii() or not any(letter.isalnum() for letter in words) or style is None:
                        continue
                    found = contrast(hex_of(style.color), hex_of(style.bgcolor))
                    assert found >= 4.5, (person.page.TOPIC, words, style)


@pytest.mark.parametrize("theme", EVERY, ids=NAMES)
def test_accent_warning_and_error_differ_however_few_colours_there_are(theme: Theme) -> None:
    said = [theme.accent, theme.warning, theme.error, theme.foreground, theme.variables["quiet"]]
    few = ColorSystem.STANDARD if theme in SIXTEEN else ColorSystem.EIGHT_BIT
    assert len({RichColor.parse(str(colour)).downgrade(few).number for colour in said}) == len(said)


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_grounds_stay_grey_in_a_terminal_of_256_colours(theme: Theme) -> None:
    for ground in (theme.background, theme.surface, theme.panel):
        drawn = RichColor.parse(str(ground)).downgrade(ColorSystem.EIGHT_BIT)
        assert drawn.number is not None
        assert len(set(RichColor.from_ansi(drawn.number).get_truecolor())) == 1, ground


@pytest.mark.parametrize(("system", "theme"), [("standard", SIXTEEN[0]), ("256", OURS[0])])
async def test_a_terminal_of_sixteen_colours_gets_a_theme_in_those(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, system: str, theme: Theme
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", system)
    async with sit(desk) as person:
        assert person.app.current_theme == theme
        assert person.app.theme == "clearday-dark"
        await person.press("f10")
        assert [line for line in person.seen.splitlines() if line.startswith("▌Calendar")]


async def test_a_theme_from_the_settings_is_used_and_an_unknown_one_is_said(desk: Desk) -> None:
    from dataclasses import replace

    desk.door.settings = replace(desk.door.settings, theme="clearday-light")
    async with sit(desk) as person:
        assert person.app.theme == "clearday-light"
    desk.door.settings = replace(desk.door.settings, theme="[red]moon")
    async with sit(desk) as person:
        assert person.app.theme == "clearday-dark"
        assert "[red]moon" in person.said[0]


async def test_every_screen_draws_under_somebody_elses_theme(desk: Desk) -> None:
    desk.log("Five people.")
    async with sit(desk) as person:
        for theme in ("textual-ansi", "nord", "textual-light"):
            if theme in person.app.available_themes:
                person.app.theme = theme
                await person.press("f3", "escape")
        assert "Five people." in person.seen
