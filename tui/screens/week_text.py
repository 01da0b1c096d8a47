"""The text of the weekly note on a screen: read passage by passage or written in, and kept. Nothing of it is lost."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.widgets import ContentSwitcher, Static, TextArea

from rules.finding import Finding
from rules.week import Week
from storage.errors import ChangedElsewhere, StorageError
from storage.records import Draft
from tui.bindings import key_of
from tui.sayings import say_error
from tui.screens.desk_thread import DeskThread
from tui.screens.drafting import DraftingPage
from tui.screens.note_acts import MOST_EDITED
from tui.screens.reviewing import CLOSELY
from tui.widgets.passage_row import Shown, shown_passages
from tui.widgets.prose_editor import ProseEditor
from tui.widgets.week_editor import WeekEditor
from tui.widgets.week_margin import WeekMargin, block_span
from tui.widgets.week_overview import WeekOverview
from tui.widgets.week_reading import WeekReading

if TYPE_CHECKING:
    from rules.offers import Passage
    from rules.review import Review
    from tui.week_view import WeekView

VAST = 160
"""Columns from which there is room for two columns beside the text."""
ENOUGH = 30
"""Rows from which a column has room for one passage and, under it, the whole week."""


class WeekTextPage(DraftingPage):
    """A week of the journal as the text people publish."""

    TOPIC = "week"
    LAYOUT = "week"
    WITHOUT: ClassVar[frozenset[str]] = frozenset({"week"})

    def __init__(self, thread: DeskThread, week: Week, *, banner: str = "", place: int | None = None) -> None:
        """`place`: a code point of the text to begin writing at."""
        super().__init__(thread, banner=banner)
        self.week = week
        """The week that is shown."""
        self._place = place
        self._early = False  # whether writing was asked for while the week was still being read
        self._view: WeekView | None = None
        self._given = ""
        self._days: dict[int, date] = {}
        self._findings: tuple[Finding, ...] = ()

    def body(self) -> ComposeResult:
        """What to know first, the text, the margin."""
        yield Static(id="week-news", markup=False)
        with Horizontal(id="week-desk"):
            with ContentSwitcher(initial="week-reading", id="week-text"):
                yield WeekReading(self.words)
                yield WeekEditor()
            with Container(id="week-beside"):
                with VerticalScroll(id="week-margin"):
                    yield WeekMargin(self.words)
                yield WeekOverview(self.words)

    def size_classes(self, size: Size) -> tuple[str, ...]:
        """Those of every screen, and whether there is room for more beside the text."""
        vast = ("-vast",) if size.width >= VAST else ()
        enough = ("-enough",) if size.height >= ENOUGH else ()
        return *super().size_classes(size), *vast, *enough

    @property
    def editor(self) -> WeekEditor:
        """The text while it is written in."""
        return self.query_one(WeekEditor)

    @property
    def reading(self) -> WeekReading:
        """The text while it is read."""
        return self.query_one(WeekReading)

    @property
    def writing(self) -> bool:
        """Whether keys write."""
        return self.query_one(ContentSwitcher).current == "week-editor"

    def on_mount(self) -> None:
        """Its frame at once; the week as soon as it is rolled up."""
        self.reading.focus()
        self.head(self.words.week_title(self.week))
        self.query_one("#week-news", Static).update(Content(self.words("week-reading")))

    def on_resize(self, event: Resize) -> None:
        """Where there is room, the whole week stands under or beside what is told of one passage."""
        now = self.size_classes(event.size)
        self.update_classes({name: name in now for name in ("-vast", "-enough")})
        self.call_after_refresh(self._say_margin)  # which of the two tells what there is to do

    def on_screen_resume(self) -> None:
        """Notes may have come in, or it may have been cleared; the frame is drawn first."""
        self.call_after_refresh(self.load)

    @work(exclusive=True, group="load")
    async def load(self) -> None:
        """Read the week again; words that were written and not saved stay."""
        view = await self.ask(self.desk.week, self.week)
        if view is None:
            self.query_one("#week-news", Static).update(Content(self.refused))
        if view is None or self.unsaved:
            return
        if len(view.text) > MOST_EDITED:
            said = self.words("week-long", size=self.words.figure(len(view.text)))
            self.query_one("#week-news", Static).update(Content(said))
            self.tell(said, "warning")
            return
        await self.take(view)
        await self._bring_back(view)
        if self._place is not None:
            self.write_at(self._place)
        elif self._early and not self.writing:
            self.reading.action_ask("write")
        self._place, self._early = None, False

    async def _bring_back(self, view: "WeekView") -> None:
        draft = await self.left_behind(f"week:{view.week}")
        if draft is not None and self._view is view:
            self._view = replace(view, version=draft.version)
            self.editor.load_text(draft.text)
            self.write_at(None)
            self._say_title()
            self.tell(self.is_back(draft))

    def draft_of(self, editor: ProseEditor) -> Draft | None:
        """The text with the version it stands on, while it is not saved."""
        if self._view is None:
            return None
        text = editor.text if self.unsaved else ""
        return self.draft(f"week:{self._view.week}", text, version=self._view.version)

    def _days_of(self, view: "WeekView") -> dict[int, date]:
        return self.desk.weeks.noted(view.week) | {one.note.id: one.note.day for one in view.carried}

    async def take(self, view: "WeekView") -> None:
        """Show `view`; the cursor stays where it was."""
        self._days = await self.ask(self._days_of, view) or {}
        cursor = self.editor.cursor_location
        self._view = view
        if self.editor.text != view.settled:
            self.editor.load_text(view.settled)
            self.editor.move_cursor(cursor)
        self._given = self.editor.text
        self._findings = self.answers.heard(view.findings)
        if not view.waiting:
            self.editor.mark(self._findings)
        self._say_news(view)
        self.draw()

    # Reading and writing

    def write_at(self, place: int | None) -> None:
        """Let keys write, at the code point `place` of the text when it is given."""
        self.query_one(ContentSwitcher).current = "week-editor"
        if place is not None:
            self.editor.go_to(place)
        self.editor.action_write()
        self.editor.focus()

    def read(self) -> None:
        """Keys are commands again; the text stays as it is."""
        place = self.editor.place
        self.query_one(ContentSwitcher).current = "week-reading"
        self.reading.focus()
        self.draw()
        self.reading.go_to(place)

    @on(WeekEditor.Turned)
    def _turned(self) -> None:
        if not self.editor.writing and self.writing:
            self.read()
        self._say_title()

    # What is shown

    @property
    def rows(self) -> list[Shown]:
        """The passages with what is to tell of each."""
        if self._view is None:
            return []
        passages: Sequence[Passage] = self._view.passages
        if self.unsaved:
            from rules.merge import blocks
            from rules.offers import passages_of_text

            passages = passages_of_text(blocks(self.editor.text), self._view.passages)
        return shown_passages(passages, self._findings, self._view.carried)

    def draw(self) -> None:
        """Show title, passages and margin as they are now."""
        if self._view is not None and not self.writing:
            self.reading.show(self.rows, self._view.gaps, self._days)
        self._say_title()
        self._say_margin()

    def _say_news(self, view: "WeekView") -> None:
        count = sum(one.kind != "heading" for one in view.waiting)
        parts = [self.words.count("week-news", count)] if count else []
        if not view.sections:
            parts.append(self.words("week-empty"))
        news = self.query_one("#week-news", Static)
        news.display = bool(parts)
        news.update(Content("\n".join(parts)))

    def _say_title(self) -> None:
        if self._view is None:
            return
        self.refresh_bindings()
        state = "unsaved" if self.unsaved else self._view.state
        count = len(self.editor.text.split()) if self.unsaved else self._view.words
        parts = [self.words(f"state-{state}"), self.words.count("count-words", count)]
        parts += [self.words("count-minutes", minutes=max(1, round(count / 230)))] if count else []
        parts += [self.words.count("count-remarks", len(self._findings))] if self._findings else []
        self.head(self.words.week_title(self.week), " · ".join(parts))

    @on(TextArea.SelectionChanged)
    @work(exclusive=True, group="margin")
    async def _moved_within(self) -> None:
        # What stands beside a long week costs more than a key itself: it waits until somebody typing stops, and
        # no key at an ordinary pace pays for it.
        await asyncio.sleep(CLOSELY)
        self._say_margin()

    @on(WeekReading.Moved)
    def _say_margin(self) -> None:
        if self._view is None or not self.query(WeekMargin):  # the screen may be going
            return
        shown = self._at_cursor
        elsewhere = len(self._findings) - (len(shown.findings) if shown else 0)
        self.query_one(WeekMargin).show(
            shown,
            self._days,
            elsewhere=elsewhere,
            key=key_of(self, "week-remark", typing=self.writing) if elsewhere else "",
            gap=self.reading.gap,
            hints=self.hints(),
            step=self._say_overview(self._view),
        )
        self.refresh_bindings()

    @property
    def _at_cursor(self) -> Shown | None:
        """The passage that is selected, or written in."""
        if not self.writing:
            return self.reading.selected
        start, end = block_span(self.editor.text, self.editor.place)
        block = self.editor.text[start:end].strip("\n")
        return next((row for row in self.rows if row.passage.text == block), None)

    def _say_overview(self, view: "WeekView") -> str:
        """Tell of the whole week, where there is room; what there is to do next, where nothing else tells that."""
        overview, rows = self.query_one(WeekOverview), self.rows
        overview.show(view, rows, self._days, unsaved=self.unsaved, writing=self.writing)
        if overview.display or view.waiting:  # what waits is told above the text
            return ""
        return overview.next_said(view, rows, unsaved=self.unsaved, writing=self.writing)

    def read_text(self, text: str) -> "Review":
        """What is found in the weekly note, and what it adds up to."""
        return self.desk.review(text, week=True)

    def was_read(self, editor: ProseEditor, findings: tuple[Finding, ...]) -> None:
        """The remarks follow the text."""
        if self.unsaved or not (self._view and self._view.waiting):
            self._findings = self.answers.heard(findings)
        heard = self.answers.heard(findings)
        if len(heard) < len(findings):
            editor.mark(heard)
        self.draw()

    def hints(self) -> str:
        """The keys that answer a remark beside the text, each with what it does; empty for none."""
        return ""

    # Keeping

    @property
    def unsaved(self) -> bool:
        """Whether the text is not the one that was shown or saved last."""
        return self._view is not None and self.editor.text != self._given

    @on(WeekEditor.Kept)
    @work(exclusive=True, group="keep")
    async def keep(self) -> None:
        """Save the text."""
        if await self.save():
            self.tell(self.words("week-kept"))

    async def save(self) -> bool:
        """Save the text as the next version; whether it is saved now."""
        if self._view is None:
            return False
        return await self.saved(self._view, self.editor.text, self._view.waiting)

    async def saved(self, view: "WeekView", text: str, waiting: "Sequence[Passage]") -> bool:
        """Save `text` on top of `view` and show it; whether that was done."""
        now = await self._next_version(view, text, waiting)
        if now is None:
            return False
        await self.take(now)
        await self.forget(f"week:{self.week}")
        return True

    async def _next_version(
        self, view: "WeekView", text: str, waiting: "Sequence[Passage]"
    ) -> "WeekView | None":
        try:
            return await self.thread.ask(self.desk.save_week, view, text, waiting)
        except ChangedElsewhere:
            return await self.settle(
                "changed-week",
                text,
                partial(self.desk.week, self.week),
                lambda there: there.text,
                lambda now: self.desk.save_week(now, text, now.waiting),
            )
        except StorageError as error:
            self.tell(say_error(self.words, error), "error")
            return None

    async def may_leave(self) -> bool:
        """Ask about words that were not saved."""
        if not self.unsaved:
            return True
        answers = [("stay", "leave-stay"), ("save", "leave-save"), ("drop", "leave-drop")]
        chosen = await self.choose("leave-week", answers)
        if chosen == "stay" or (chosen == "save" and not await self.save()):
            return False
        await self.forget(f"week:{self.week}")
        return True
