"""The weekly note: rolled up from the days, edited by hand, remarks beside it. Nothing of it is lost."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from rules.finding import Finding
from rules.review import Review
from rules.week import Week
from storage.errors import ChangedElsewhere, StorageError
from storage.records import Draft
from tui.bindings import key
from tui.sayings import say_error
from tui.screens.desk_thread import DeskThread
from tui.screens.drafting import DraftingPage
from tui.screens.note_acts import MOST_EDITED
from tui.screens.requests import OpenClear, OpenDay, OpenShare
from tui.views import WeekView
from tui.widgets.prose_editor import ProseEditor
from tui.widgets.week_editor import WeekEditor
from tui.widgets.week_margin import WeekMargin, block_span, origin_of


class WeekPage(DraftingPage):
    """A week of the journal as the text people publish."""

    TOPIC = "week"

    BINDINGS: ClassVar[list[BindingType]] = [
        key("c,f4", "leave_for('clear')", "week-clear"),
        key("s", "leave_for('share')", "week-share"),
        key("f6", "leave_for('share')", "week-share-f", show=False, priority=True),
        key("r,f9", "next_remark", "week-remark"),
        key("p,alt+left", "shift(-1)", "week-earlier"),
        key("n,alt+right", "shift(1)", "week-later"),
        key("a", "fill_gap", "week-gap"),
        key("f7", "fill_gap", "week-gap-f", show=False, priority=True),
    ]

    def __init__(self, thread: DeskThread, week: Week, *, banner: str = "", place: int | None = None) -> None:
        """`place`: a code point of the text to begin writing at."""
        super().__init__(thread, banner=banner)
        self.week = week
        """The week that is shown."""
        self._place = place
        self._view: WeekView | None = None
        self._given = ""
        self._days: dict[int, date] = {}
        self._findings: tuple[Finding, ...] = ()

    def body(self) -> ComposeResult:
        """What to know first, the text, the margin."""
        yield Static(id="week-news", markup=False)
        with Horizontal(id="week-desk"):
            yield WeekEditor()
            with VerticalScroll(id="week-margin"):
                yield WeekMargin(self.words)

    @property
    def editor(self) -> WeekEditor:
        """The text."""
        return self.query_one(WeekEditor)

    def on_mount(self) -> None:
        """Show the week."""
        self.editor.focus()

    def on_screen_resume(self) -> None:
        """Notes may have come in, or it may have been cleared."""
        self.load()

    @work(exclusive=True, group="load")
    async def load(self) -> None:
        """Read the week again; words that were written and not saved stay."""
        view = await self.ask(self.desk.week, self.week)
        if view is None:
            self.query_one("#week-news", Static).update(Content(self.refused))
        if view is None or self.unsaved:
            return
        if len(view.text) > MOST_EDITED:
            self.tell(self.words("week-long", size=f"{len(view.text):,}"), "warning")
            return
        self._days = await self.ask(self._days_of_notes) or {}
        self._take(view)
        await self._bring_back(view)
        if self._place is not None:
            self.editor.go_to(self._place)
            self.editor.action_write()
            self._place = None

    async def _bring_back(self, view: WeekView) -> None:
        draft = await self.left_behind(f"week:{view.week}")
        if draft is not None and self._view is view:
            self._view = replace(view, version=draft.version)
            self.editor.load_text(draft.text)
            self.editor.action_write()
            self._say_title()
            self.tell(self.is_back(draft))

    def draft_of(self, editor: ProseEditor) -> Draft | None:
        """The text with the version it stands on, while it is not saved."""
        if self._view is None:
            return None
        text = editor.text if self.unsaved else ""
        return self.draft(f"week:{self._view.week}", text, version=self._view.version)

    def _days_of_notes(self) -> dict[int, date]:
        return {view.note.id: day for day in self.week.days for view in self.desk.day(day)}

    def _take(self, view: WeekView) -> None:
        cursor = self.editor.cursor_location
        self._view = view
        if self.editor.text != view.text:
            self.editor.load_text(view.text)
            self.editor.move_cursor(cursor)
        self._given = self.editor.text
        self._findings = view.findings
        self.editor.mark(view.findings)
        self._say_news(view)
        self._say_title()
        self._say_margin()

    def _say_news(self, view: WeekView) -> None:
        parts = [self.words.count("week-news", view.news)] if view.news else []
        if view.gaps:
            days = ", ".join(self.words.weekday(day) for day in view.gaps)
            parts.append(self.words("week-gaps", days=days))
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
        words = self.words.count("count-words", len(self.editor.text.split()))
        parts = [self.words(f"state-{state}"), words]
        parts += [self.words.count("count-remarks", len(self._findings))] if self._findings else []
        self.head(self.words.week_title(self.week), " · ".join(parts))

    @on(TextArea.SelectionChanged)
    def _say_margin(self) -> None:
        if self._view is None:
            return
        text = self.editor.text
        start, end = block_span(text, self.editor.place)
        origin = origin_of(self.words, text[start:end], self._view.sections, self._days)
        here = [finding for finding in self._findings if finding.start < end and finding.end > start]
        self.query_one(WeekMargin).show(origin, here, len(self._findings) - len(here))

    def read_text(self, text: str) -> Review:
        """What is found in the weekly note, and what it adds up to."""
        return self.desk.review(text, week=True)

    def was_read(self, editor: ProseEditor, findings: tuple[Finding, ...]) -> None:
        """The remarks follow the text."""
        self._findings = findings
        self._say_title()
        self._say_margin()

    @on(WeekEditor.Turned)
    def _turned(self) -> None:
        self._say_title()

    # Keeping

    @property
    def unsaved(self) -> bool:
        """Whether the text is not the one that was shown or saved last."""
        return self._view is not None and self.editor.text != self._given

    @on(WeekEditor.Kept)
    @work(exclusive=True, group="keep")
    async def _kept(self) -> None:
        if await self._save():
            self.tell(self.words("week-kept"))

    async def _save(self) -> bool:
        if self._view is None:
            return False
        try:
            self._take(await self.thread.ask(self.desk.save_week, self._view, self.editor.text))
        except ChangedElsewhere:
            return await self._settle()
        except StorageError as error:
            self.tell(say_error(self.words, error), "error")
            return False
        await self.forget(f"week:{self.week}")
        return True

    async def _settle(self) -> bool:
        answers = [("stay", "changed-stay"), ("mine", "changed-mine"), ("theirs", "changed-theirs")]
        chosen = await self.choose("changed-week", answers)
        now = await self.ask(self.desk.week, self.week) if chosen != "stay" else None
        if now is None:
            return False
        if chosen == "theirs":
            self.app.copy_to_clipboard(self.editor.text)
        else:
            saved = await self.ask(self.desk.save_week, now, self.editor.text)
            if saved is None:
                return False
            now = saved
        self._take(now)
        await self.forget(f"week:{self.week}")
        return True

    async def may_leave(self) -> bool:
        """Ask about words that were not saved."""
        if not self.unsaved:
            return True
        answers = [("stay", "leave-stay"), ("save", "leave-save"), ("drop", "leave-drop")]
        chosen = await self.choose("leave-week", answers)
        if chosen == "stay" or (chosen == "save" and not await self._save()):
            return False
        await self.forget(f"week:{self.week}")
        return True

    # Going elsewhere

    @work
    async def action_leave_for(self, what: str) -> None:
        """Clear or share the week, as it reads now."""
        if self.unsaved and not await self._save():
            return
        self.post_message(OpenClear(str(self.week)) if what == "clear" else OpenShare(str(self.week)))

    @work
    async def action_shift(self, weeks: int) -> None:
        """Show an earlier or a later week."""
        if await self.may_leave():
            self._view = None
            self.week = self.week.shifted(weeks)
            self.editor.action_read()
            self.load()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys for remarks and empty days only when there are any."""
        if action == "next_remark":
            return bool(self._findings)
        return action != "fill_gap" or (self._view is not None and bool(self._view.gaps))

    def action_next_remark(self) -> None:
        """Put the cursor at the next remark, after the last at the first."""
        starts = sorted(finding.start for finding in self._findings)
        if starts:
            self.editor.go_to(next((start for start in starts if start > self.editor.place), starts[0]))
            self.call_after_refresh(self.editor.scroll_cursor_visible)

    def action_fill_gap(self) -> None:
        """Go to the first empty day, to write there."""
        if self._view is not None and self._view.gaps:
            self.post_message(OpenDay(self._view.gaps[0]))
