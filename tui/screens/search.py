"""Searching as one types: the day, the words around the match, and enter to go there."""

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, ListView, Static

from rules.query import parse_query
from tui.screens.page import Page
from tui.screens.requests import OpenDay
from tui.views import Found
from tui.visible import visible
from tui.widgets.found_row import FoundRow
from tui.widgets.search_line import SearchLine
from tui.widgets.swap import swap

PAUSE = 0.12
"""Seconds without a key before the journal is searched."""


class SearchPage(Page):
    """A line to type in, and what it finds."""

    TOPIC = "search"

    def body(self) -> ComposeResult:
        """The line, how many, the results or how to search."""
        yield SearchLine(placeholder=self.words("search-ask"), id="search-line")
        yield Static(id="search-count", markup=False)
        yield ListView(id="search-found", initial_index=None)
        yield Static(id="search-lesson", markup=False)

    def on_mount(self) -> None:
        """Ready to type."""
        self.head(self.words("title-search"))
        self.query_one(ListView).can_focus = False
        self.query_one(Input).focus()
        self._teach("search-lesson")

    @on(Input.Changed)
    @work(exclusive=True, group="search")
    async def _typed(self, event: Input.Changed) -> None:
        if not event.value.strip():
            self._teach("search-lesson")
            return
        await asyncio.sleep(PAUSE)
        found = await self.ask(self.desk.search, event.value)
        if found is not None:
            await self._show(event.value, found)

    def _teach(self, lesson: str) -> None:
        self.query_one("#search-found").display = False
        self.query_one("#search-count", Static).update(Content(""))
        line = self.query_one("#search-lesson", Static)
        line.display = True
        line.update(Content(self.words(lesson)))

    async def _show(self, typed: str, found: Found) -> None:
        results = self.query_one(ListView)
        sought = parse_query(typed, self.desk.clock.today()).sought
        await swap(results, [FoundRow(view, sought, self.words) for view in found.notes])
        if not found.notes:
            self._teach("search-nothing")
        else:
            self.query_one("#search-lesson").display = False
            results.display = True
            results.index = 0
        self.query_one("#search-count", Static).update(Content(self._counted(found)))

    def _counted(self, found: Found) -> str:
        parts = (
            [self.words.count("search-found-more" if found.more else "search-found", len(found.notes))]
            if found.notes
            else []
        )
        parts += [self.words("search-unknown", filter=visible(unknown)) for unknown in found.unknown]
        return " · ".join(parts)

    @on(SearchLine.Stepped)
    def _stepped(self, event: SearchLine.Stepped) -> None:
        results = self.query_one(ListView)
        if event.by > 0:
            results.action_cursor_down()
        else:
            results.action_cursor_up()

    @on(Input.Submitted)
    def _entered(self) -> None:
        self._go(self.query_one(ListView).highlighted_child)

    @on(ListView.Selected)
    def _clicked(self, event: ListView.Selected) -> None:
        self._go(event.item)

    def _go(self, row: object) -> None:
        if isinstance(row, FoundRow):
            self.post_message(OpenDay(row.view.note.day, row.view.note.id))
