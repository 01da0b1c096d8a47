"""A ledger of thousands of lines: its newest at once, others as one comes to them, and a week reads none of them."""

from datetime import datetime, timedelta

import pytest

import storage.clearances
from storage.records import Shared
from tests.storage.many import share_many
from tests.tui.screens.sitting import Sitting, sit
from tui.desk import Desk
from tui.screens.long_browser import PAGE
from tui.widgets.pick_list import PickList

LINES = 2 * PAGE + PAGE // 2


@pytest.fixture
def shared(desk: Desk) -> Desk:
    """A journal whose ledger has two pages and a half, an hour between two lines."""
    desk.log("A note.")
    start = datetime.fromisoformat("2026-11-20T16:00:00-05:00") - timedelta(hours=LINES)
    share_many(desk.path, ((start + timedelta(hours=n), f"Line {n}.") for n in range(LINES)))
    return desk


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Shared]:
    """Every line of the ledger that was read."""
    lines: list[Shared] = []
    usual = storage.clearances._shared

    def watched(row: tuple[str, str, int, int, str, str, str, str, int, int]) -> Shared:
        lines.append(usual(row))
        return lines[-1]

    monkeypatch.setattr(storage.clearances, "_shared", watched)
    return lines


async def opened(person: Sitting) -> PickList:
    await person.app.run_action("open('ledger')")
    await person.settle()
    return person.page.query_one(PickList)


def texts(listed: PickList) -> list[str]:
    return [str(option.prompt).strip() for option in listed.options]


async def test_it_opens_with_one_page_and_tells_how_many_parts_left(shared: Desk, read: list[Shared]) -> None:
    async with sit(shared) as person:
        read.clear()
        await opened(person)
        assert len(read) == PAGE
        assert read[0].text == f"Line {LINES - 1}."
        assert shared.words.count("count-shared", LINES) in person.seen


async def test_the_next_page_comes_as_the_end_of_one_nears_until_the_oldest(
    shared: Desk, read: list[Shared]
) -> None:
    async with sit(shared) as person:
        listed = await opened(person)
        read.clear()
        await person.press("end")
        assert len(read) == PAGE
        await person.press("end", "end", "end")
        assert [line.text for line in read[:1] + read[-1:]] == [f"Line {LINES - PAGE - 1}.", "Line 0."]
        assert len(read) == LINES - PAGE
        assert "Line 0." in person.seen
        headings = [
            text for text, option in zip(texts(listed), listed.options, strict=True) if option.disabled
        ]
        assert len(headings) == len(set(headings))
        assert listed.option_count == LINES + len(headings)
        await person.press("down")
        assert f"Line {LINES - 1}." in person.seen


async def test_down_from_the_last_row_that_is_there_leads_to_the_next_not_to_the_first(shared: Desk) -> None:
    async with sit(shared) as person:
        listed = await opened(person)
        listed.action_last()
        listed.action_cursor_down()
        listed.action_cursor_down()
        await person.settle()
        assert f"Line {LINES - PAGE}." in person.seen
        await person.press("down")
        assert f"Line {LINES - PAGE - 1}." in person.seen


async def test_the_wheel_goes_on_below_what_is_there(shared: Desk) -> None:
    async with sit(shared) as person:
        listed = await opened(person)
        rows = listed.option_count
        listed.scroll_end(animate=False)
        await person.settle()
        assert listed.option_count > rows


async def test_in_a_terminal_taller_than_a_page_the_next_is_there_too(shared: Desk) -> None:
    async with sit(shared, (120, 2 * PAGE)) as person:
        listed = await opened(person)
        assert listed.option_count > 2 * PAGE


async def test_a_week_reads_of_the_ledger_only_what_was_posted(shared: Desk, read: list[Shared]) -> None:
    async with sit(shared) as person:
        read.clear()
        await person.press("f3")
        assert read == []
