"""The first picture waits for its own layout only; that of another screen is there when it opens."""

from pathlib import Path

from textual.app import App, ComposeResult

from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.screens.page import Page
from tui.screens.places import read_all
from tui.widgets.title_line import TitleLine

SHEETS = {path.stem for path in (Path(__file__).parents[2] / "tui" / "screens").glob("*.tcss")}


def sheets_read(person: Sitting) -> list[str]:
    return sorted(Path(path).name for path, _ in person.app.stylesheet.source if path.endswith(".tcss"))


def pages(above: type[Page] = Page) -> set[type[Page]]:
    return {above}.union(*(pages(below) for below in above.__subclasses__()))


async def test_a_screen_reads_its_layout_when_it_first_opens(desk: Desk) -> None:
    async with sit(desk) as person:
        assert sheets_read(person) == ["app.tcss"]
        await person.press("up", "m")
        assert sheets_read(person) == ["app.tcss", "calendar.tcss"]
        assert person.app.screen.query_one("#calendar-month").size.height == 9
        await person.press("escape", "up", "m")
        assert sheets_read(person) == ["app.tcss", "calendar.tcss"]


async def test_a_layout_read_later_follows_a_change_of_colours(desk: Desk) -> None:
    async with sit(desk) as person:
        await person.press("f10")
        dark = person.app.screen.query_one("#browser-about").styles.color
        person.app.theme = "clearday-light"
        await person.settle()
        assert person.app.screen.query_one("#browser-about").styles.color != dark


def test_no_layout_is_missing_or_left_over() -> None:
    read_all()
    assert {page.LAYOUT for page in pages() if page.LAYOUT} | {"palette"} == SHEETS


class Titled(App[None]):
    """A title line that is told what to say before it is laid out, as every screen's is."""

    def compose(self) -> ComposeResult:
        yield TitleLine()

    def on_mount(self) -> None:
        title = self.query_one(TitleLine)
        title.show("Friday 20 November 2026", "3 notes · 1 held")
        self.at_first = title.has_class("-full"), str(title.query(".title-line--stands").last().render())


async def test_a_title_line_is_whole_before_it_is_laid_out() -> None:
    app = Titled()
    async with app.run_test(size=(80, 24)):
        assert app.at_first == (False, "3 notes · 1 held")
    app = Titled()
    async with app.run_test(size=(40, 24)):
        assert app.at_first[0]
