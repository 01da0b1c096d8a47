"""Searching as one types: the day, the words around the match, the note beside them, and enter to go there.

Where notes have to be looked into, they are a few at a time: what is found is shown as it is, a key that is pressed
meanwhile is heeded at once, and the line says how far the search came and how to go on.
"""

import asyncio
from itertools import islice
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, ListView, Static

from rules.query import Query, kind_of, parse_query, unfinished
from tui.bindings import KeysNow, key
from tui.screens.page import Page
from tui.screens.requests import OpenDay
from tui.seeking import FAR, Far, Looked, Seeking, looks_into
from tui.views import NoteView
from tui.visible import visible
from tui.widgets.days import short_day
from tui.widgets.filters_told import filters_told
from tui.widgets.found_row import FoundList, FoundRow
from tui.widgets.preview import Preview
from tui.widgets.search_line import SearchLine

PAUSE = 0.12
"""Seconds without a key before the journal is searched."""
SHOWN: Final = 50
"""Results after which the search waits to be told to go on, by another word or by a key."""
SEEN: Final = 20
"""Results that are drawn first: more than most screens have room for."""
MOST_SHOWN: Final = 4 * SHOWN
"""Rows that are drawn at most."""
STEPS: Final = 40
"""Steps in which it goes as far as it goes unasked: between two of them the journal's thread is free for others."""


class SearchPage(Page):
    """A line to type in, and what it finds."""

    TOPIC = "search"
    LAYOUT = "search"

    BINDINGS: ClassVar[list[BindingType]] = [key("f7", "further", "search-further")]

    _query = Query()
    _seeking: Seeking[NoteView] | None = None
    _looked: Looked | None = None

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
        self._seeking = self._looked = None
        self.refresh_bindings()
        if not event.value.strip():
            self._teach("search-lesson")
            return
        await asyncio.sleep(PAUSE)
        await self.thread.ready()
        self._query = parse_query(unfinished(event.value), self.clock.today())
        self._seeking = await self.ask(self.desk.seek, self._query)
        if self._seeking is None:
            return
        if looks_into(self._query):
            await self._look(self._seeking, anew=True)
        else:
            found = await self._next(self._seeking, FAR, SHOWN + 1)
            if found is not None:
                await self._show(found)

    async def _show(self, found: list[NoteView]) -> None:
        """Draw what there is room to see, then the others; who types on meanwhile does not wait for those."""
        listed, sought = self.query_one(FoundList), self._query.sought
        first = min(SHOWN, max(SEEN, len(listed.rows)))
        await listed.show(found[:first], sought, self.words)
        self._say(min(len(found), SHOWN), more=len(found) > SHOWN)
        if found[first:SHOWN]:
            await self._drawn()
            await listed.add(found[first:SHOWN], sought, self.words)

    async def _next(self, seeking: Seeking[NoteView], far: Far, most: int) -> list[NoteView] | None:
        return await self.ask(lambda: list(islice(seeking.go_on(far), most)))

    async def _look(self, seeking: Seeking[NoteView], *, anew: bool) -> None:
        """Look until a screenful more is found, as far as it goes unasked."""
        listed, found = self.query_one(FoundList), 0
        step = Far(FAR.looked // STEPS, FAR.read // STEPS)
        for _ in range(STEPS):
            some = await self._next(seeking, step, SHOWN - found)
            if some is None:
                return
            if anew:
                await listed.show(some, self._query.sought, self.words)
            elif some:
                await listed.add(some, self._query.sought, self.words)
            found += len(some)
            if seeking.looked is None or found == SHOWN:
                break
            if some or anew:
                self._say(looking=True)
            anew = False
        self._looked = seeking.looked
        self._say()
        self.refresh_bindings()

    @work(exclusive=True, group="search")
    async def action_further(self) -> None:
        """Look into older notes too."""
        if self._seeking is not None:
            self._looked = None  # until it stops: a second press would lose what the first has found
            self._say(looking=True)
            await self._look(self._seeking, anew=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Further only where it has not looked into everything, and has room for more."""
        if action == "further":
            return self._looked is not None and not self._full
        return super().check_action(action, parameters)

    @property
    def _full(self) -> bool:
        return len(self.query_one(FoundList).rows) >= MOST_SHOWN

    def _teach(self, lesson: str) -> None:
        self.query_one("#search-desk").display = False
        self.query_one("#search-count", Static).update(Content(""))
        line = self.query_one("#search-lesson", Static)
        line.display = True
        line.update(Content(self.words(lesson, key=KeysNow(self, typing=True))))

    def _say(self, many: int | None = None, *, more: bool = False, looking: bool = False) -> None:
        """Say how many were found, by what, and how far it was looked; `more`: of words there are others.

        `many`: those that are drawn, where it is not given.
        """
        many = len(self.query_one(FoundList).rows) if many is None else many
        if not many:
            self._teach("search-none-yet" if self._looked else "search-nothing")
        self.query_one("#search-lesson").display = not many and not looking
        self.query_one("#search-desk").display = bool(many)
        parts = [self.words.count("search-found-more" if more else "search-found", many)] if many else []
        parts += filters_told(self._query, self.words)
        parts += [self._left_out(unknown) for unknown in self._query.unknown]
        if looking:
            parts.append(self.words("search-looking"))
        elif self._looked:
            parts.append(self._how_far(self._looked))
        self.query_one("#search-count", Static).update(Content(" · ".join(parts)))

    async def _drawn(self) -> None:
        drawn = asyncio.Event()
        self.call_after_refresh(drawn.set)
        await drawn.wait()

    def _how_far(self, looked: Looked) -> str:
        day = looked.day.isoformat() if self._full else short_day(self.words, looked.day)
        number, total = self.words.figure(looked.notes), self.words.figure(looked.total)
        said = "search-full" if self._full else "search-looked"
        return self.words(said, number=number, total=total, day=day, key=KeysNow(self, typing=True))

    def _left_out(self, unknown: str) -> str:
        takes = self.words(f"filter-takes-{kind_of(unknown)}")
        return self.words("search-unknown", filter=visible(unknown), takes=takes)

    @on(ListView.Highlighted)
    def _preview(self, event: ListView.Highlighted) -> None:
        if isinstance(event.item, FoundRow):
            self.query_one(Preview).show(event.item.view, self._query.sought)

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
