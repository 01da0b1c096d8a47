"""What a person sees of a week and selects in it, for tests of its screen."""

from tests.tui.screens.sitting import Sitting
from tui.screens.week import WeekPage
from tui.widgets.passage_row import Shown
from tui.widgets.week_margin import WeekMargin
from tui.widgets.week_reading import WeekReading


def reading(person: Sitting) -> WeekReading:
    return person.page.query_one(WeekReading)


def rows(person: Sitting) -> list[Shown]:
    assert isinstance(person.page, WeekPage)
    return person.page.rows


async def select(person: Sitting, words: str) -> None:
    reading(person).go_to_row(next(n for n, row in enumerate(rows(person)) if words in row.passage.text))
    await person.settle()


def margin(person: Sitting) -> str:
    return str(person.page.query_one(WeekMargin).content)
