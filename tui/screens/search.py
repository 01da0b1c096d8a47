"""Searching as one types: the day, the words around the match, the note beside them, and enter to go there."""

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, ListView, Static

from rules.query import Sought, kind_of, parse_query, unfinished
from tui.screens.page import Page
from tui.screens.requests import OpenDay
from tui.views import Found
from tui.visible import visible
from tui.widgets.filters_told import filters_told
from tui.widgets.found_row import FoundList, FoundRow
from tui.widgets.preview import Preview
from tui.widgets.search_line import SearchLine

PAUSE = 0.12
"""Seconds without a key before the journal is searched."""


class SearchPage(Page):
    """A line to type in, and what it finds."""

    TOPIC = "search"
    LAYOUT = "search"

    _sought: tuple[Sought, ...] = ()

    def body(self) -> ComposeResult:
        """The line, how many, the results or how to search."""
        yield SearchLine(placeholder=self.words("search-ask"), id="search-line")
        yield Static(id="search-count", markup=False)
        with Container(id="search-desk"):
            yield FoundList()
            yield Preview(self.words, id="search-preview")
        yield Static(id="search-lesson", markup=False)

    def on_mount(self) -> None:
        """Ready to type."""
        self.head(self.words("title-search"))
        self.query_one(Input).focus()
        self._teach("search-lesson")

    @on(Input.Changed)
    @work(exclusive=True, group="search")
    async def _typed(self, event: Input.Changed) -> None:
        if not event.value.strip():
            self._teach("search-lesson")
            return
        await asyncio.sleep(PAUSE)
        asked = unfinished(event.value)
        found = await self.ask(self.desk.search, asked)
        if found is not None:
            await self._show(asked, found)

    def _teach(self, lesson: str) -> None:
        self.query_one("#search-desk").display = False
        self.query_one("#search-count", Static).update(Content(""))
        line = self.query_one("#search-lesson", Static)
        line.display = True
        line.update(Content(self.words(lesson)))

    async def _show(self, typed: str, found: Found) -> None:
        query = parse_query(typed, self.desk.clock.today())
        self._sought = query.sought
        await self.query_one(FoundList).show(found.notes, query.sought, self.words)
        if not found.notes:
            self._teach("search-nothing")
        else:
            self.query_one("#search-lesson").display = False
            self.query_one("#search-desk").display = True
        self.query_one("#search-count", Static).update(
            Content(self._counted(found, filters_told(query, self.words)))
        )

    def _counted(self, found: Found, filters: list[str]) -> str:
        parts = (
            [self.words.count("search-found-more" if found.more else "search-found", len(found.notes))]
            if found.notes
            else []
        )
        parts += filters
        parts += [self._left_out(unknown) for unknown in found.unknown]
        return " · ".join(parts)

    def _left_out(self, unknown: str) -> str:
        takes = self.words(f"filter-takes-{kind_of(unknown)}")
        return self.words("search-unknown", filter=visible(unknown), takes=takes)

    @on(ListView.Highlighted)
    def _preview(self, event: ListView.Highlighted) -> None:
        if isinstance(event.item, FoundRow):
            self.query_one(Preview).show(event.item.view, self._sought)

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
