"""What is drawn is drawn to the end, also when whoever asked for it is cancelled."""

import asyncio

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import ListItem, ListView, Static

from tui.widgets.swap import swap


class Drawing(App[None]):
    """Two holders, one of them a list."""

    def compose(self) -> ComposeResult:
        """Both begin with something in them."""
        yield VerticalScroll(*(Static(f"old {n}") for n in range(30)), id="plain")
        yield ListView(*(ListItem(Static(f"old {n}")) for n in range(30)), id="list")


async def test_a_drawing_that_is_cancelled_ends_well_and_the_next_one_stands() -> None:
    app = Drawing()
    async with app.run_test() as pilot:
        plain, listed = app.query_one("#plain"), app.query_one("#list", ListView)
        for round_ in range(15):
            tasks = [
                asyncio.create_task(swap(plain, [Static(f"{round_}") for _ in range(20)])),
                asyncio.create_task(swap(listed, [ListItem(Static(f"{round_}")) for _ in range(20)])),
            ]
            for _ in range(round_):
                await asyncio.sleep(0)
            for task in tasks:
                task.cancel()
        await swap(plain, [Static("last")])
        await swap(listed, [ListItem(Static("last"))])
        await pilot.pause()
        assert [str(one.render()) for one in plain.query(Static)] == ["last"]
        assert [str(one.render()) for one in listed.query(Static)] == ["last"]


async def test_an_app_that_closes_while_it_draws_ends_without_an_error() -> None:
    for turns in range(12):
        app = Drawing()
        async with app.run_test():
            drawing = asyncio.create_task(swap(app.query_one("#plain"), [Static("new")]))
            for _ in range(turns):
                await asyncio.sleep(0)
            drawing.cancel()


async def test_a_holder_that_is_taken_away_while_it_draws_ends_without_an_error() -> None:
    app = Drawing()
    async with app.run_test():
        for turns in range(40):
            holder = VerticalScroll(Static("old"))
            await app.mount(holder)
            drawing = asyncio.create_task(swap(holder, [Static("new"), Static("newer")]))
            for _ in range(turns):
                await asyncio.sleep(0)
            going = holder.remove()
            await drawing
            await going
