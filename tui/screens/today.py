"""The first screen: the day's notes above, the line to type in always ready below."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from rules.week import Week
from rules.week_start import days_around
from tui.bindings import key
from tui.screens.day_offers import DayOffersPage
from tui.screens.desk_thread import DeskThread
from tui.screens.stretch import Stretch
from tui.screens.watching import LOOK_EVERY
from tui.screens.writing import PROMPTS
from tui.widgets.journal_line import MOST_ROWS, JournalLine
from tui.widgets.line_remark import LineRemark
from tui.widgets.margin_marks import MarginMarks
from tui.widgets.note_editor import NoteEditor
from tui.widgets.note_list import NoteList
from tui.widgets.note_row import NoteRow
from tui.widgets.prose_editor import ProseEditor
from tui.widgets.week_strip import WeekStrip

if TYPE_CHECKING:
    from storage.records import Draft
    from tui.views import NoteView


class TodayPage(DayOffersPage):
    """A day of the journal; today unless the person went to another."""

    TOPIC = "today"
    AUTO_FOCUS = "JournalLine"

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f6", "act('share')", "note-share-f", show=False, priority=True),
        key("f4", "outside", "write-outside", show=False),
    ]

    def __init__(self, thread: DeskThread, *, banner: str = "") -> None:
        super().__init__(thread, banner=banner)
        self.today = self.clock.today()
        self.day = self.today
        self._wanted: int | None = None
        self._stretch = Stretch()
        self._edit_wanted = False
        self._exchanging = False  # whether its parts are being made anew: nothing can be shown meanwhile

    def body(self) -> ComposeResult:
        """The week, the notes or what to do when there are none, the line."""
        yield WeekStrip(self.words, self.thread.door.first_weekday)
        yield NoteList(self.words)
        yield LineRemark(self.words)
        line = JournalLine(placeholder=self._prompt(), notes_above=True)
        with Horizontal(id="writing"):
            yield MarginMarks(line, MOST_ROWS)
            yield line

    def on_mount(self) -> None:
        """Ready to type, with the day above; then the notes."""
        self.line.focus()
        self.query_one(WeekStrip).shown = self.day
        self.head(self._dated())
        self._begin()

    @work
    async def _begin(self) -> None:
        await self.thread.ready()
        self.sit_down()
        self.load()
        self.learn_words()
        self.set_interval(LOOK_EVERY, self.look)

    def draft_of(self, editor: ProseEditor) -> "Draft | None":
        """The line's words with their day, or the editor's with the version they stand on."""
        if editor is self.line:
            text = editor.text if editor.text.strip() else ""
            return self.draft("line", text, day=self.day, private=self.margin.private)
        if not isinstance(editor, NoteEditor) or not editor.is_attached:
            return None
        note = editor.started_from(editor.query_ancestor(NoteRow).view.note)
        return self.draft(f"note:{note.id}", editor.text if editor.changed else "", version=note.version)

    def on_screen_resume(self) -> None:
        """Something may have changed while another screen was in front."""
        self.load()

    # What is shown

    def load(self, select: int | None = None) -> None:
        """Read the shown day again and select the note numbered `select`.

        What is to be selected is remembered, because a later reading may overtake this one.
        """
        self._wanted = select or self._wanted
        if not self._exchanging:
            self._load()

    @work(exclusive=True, group="load")
    async def _load(self) -> None:
        await self.thread.ready()
        # Not while a note is being rewritten: its row must stay.
        if self.editor is not None:
            return
        days = days_around(self.day, self.desk.first_weekday)
        counts = await self.ask(self._count, days[0], days[-1])
        views = await self._page_of_day(counts.get(self.day, 0)) if counts is not None else None
        if views is None or counts is None:
            await self.notes.show_empty(self.refused)
            return
        strip = self.query_one(WeekStrip)
        strip.shown, strip.counts = self.day, counts
        await self._show(views)

    def _count(self, first: date, last: date) -> dict[date, int]:
        # Read first, so that nothing written from here on goes unnoticed, and what is being read is not read again.
        self._stamp = self.desk.stamp()
        return self.desk.counts(first, last)

    async def _page_of_day(self, total: int) -> "list[NoteView] | None":
        # A day can have thousands of notes: the last ones, and others only when somebody goes there.
        if self._wanted is not None:
            later = await self.ask(self.desk.later_than, self._wanted)
            self._stretch = self._stretch if later is None else self._stretch.around(later)
        self._stretch = self._stretch.within(total)
        return await self.ask(self.desk.day, self.day, self._stretch.most, self._stretch.later)

    async def _show(self, views: list["NoteView"]) -> None:
        if views:
            await self.notes.show(views, self._wanted)
        else:
            await self.notes.show_empty(await self.lesson())
        self.line.placeholder = self._prompt()
        self.head(self._dated(), self._stands(views))
        if self._wanted is not None and self._edit_wanted:
            self.notes.focus()
            self._edit()
        self._wanted, self._edit_wanted = None, False

    def _dated(self) -> str:
        return self.words("title-day", day=self.words.long_date(self.day), week=Week.of(self.day).number)

    def _stands(self, views: list["NoteView"]) -> str:
        held = sum(view.state == "held" for view in views)
        private = sum(view.note.private for view in views)
        parts = [self._counted(len(views))] if views else []
        parts += [self.words.count("count-held", held)] if held else []
        parts += [self.words.count("count-private", private)] if private else []
        return " · ".join(parts)

    def _counted(self, shown: int) -> str:
        total = self.query_one(WeekStrip).counts.get(self.day, shown)
        if total <= shown:
            return self.words.count("count-notes", shown)
        if not self._stretch.later:
            return self.words("count-last", shown=shown, number=self.words.figure(total))
        last = total - self._stretch.later
        some = {"first": last - shown + 1, "last": last, "number": total}
        return self.words("count-some", **{name: self.words.figure(one) for name, one in some.items()})

    def occasion_changed(self) -> None:
        """Show what stands beside the note on the line, and ask for its words in its own way."""
        super().occasion_changed()
        self.line.placeholder = self._prompt()

    def _prompt(self) -> str:
        if self.occasion is not None:
            return self.words(f"prompt-{self.occasion.kind}")
        if self.day == self.today:
            return self.words(f"prompt-{self.day.toordinal() % PROMPTS + 1}")
        return self.words("line-other-day", day=self.words.long_date(self.day))

    # Moving about

    def go_to(self, day: date, note: int | None = None) -> None:
        """Show another day; the one that was asked for selected."""
        if day != self.day:
            self.day, self._stretch, self._wanted = day, Stretch(), None
        self.keep_soon(self.line)
        self.load(note)

    def _walk_to(self, day: date) -> None:
        if self.editor is None:
            self.go_to(day)
        else:
            self._leave_for_day(day)

    @work
    async def _leave_for_day(self, day: date) -> None:
        # While a note is being rewritten no other day can be shown, so none is written to either.
        if self.editor is None or await self.leave_editor(self.editor):
            self.go_to(day)

    def show_note(self, view: "NoteView") -> None:
        """Go to the note's day and select it."""
        self.go_to(view.note.day, view.note.id)

    @work
    async def open_note(self, day: date, note: int, *, edit: bool) -> None:
        """Show a note as another screen asked for it, and open its editor when `edit`."""
        if self.editor is None or await self.leave_editor(self.editor):
            self._edit_wanted = edit
            self.notes.focus()
            self.go_to(day, note)

    @on(NoteList.Asked)
    def _moved(self, event: NoteList.Asked) -> None:
        if event.what in ("earlier", "later"):
            self._walk_to(self.day + timedelta(days=1 if event.what == "later" else -1))
        elif event.what == "today":
            self._walk_to(self.today)
        elif event.what == "more" and self._earlier:
            self._move(self._stretch.up(), self.notes.rows[0])
        elif event.what == "below" and self._stretch.later:
            self._move(self._stretch.down(), self.notes.rows[-1])
        elif event.what == "last" and self._stretch.later:
            self._stretch = Stretch()
            self.load()

    @property
    def _earlier(self) -> int:
        """How many notes of the day stand before those that are drawn."""
        drawn = len(self.notes.rows) + self._stretch.later
        return self.query_one(WeekStrip).counts.get(self.day, drawn) - drawn

    def _move(self, stretch: Stretch, row: NoteRow) -> None:
        # A key that comes while the page before or behind is still being read asks for no page beyond it.
        if self._wanted is None:
            self._stretch = stretch
            self.load(row.view.note.id)

    @on(WeekStrip.DayChosen)
    def _day_chosen(self, event: WeekStrip.DayChosen) -> None:
        self._walk_to(event.day)

    @on(JournalLine.LeftSideways)
    def _beside(self, event: JournalLine.LeftSideways) -> None:
        self._walk_to(self.day + timedelta(days=event.days))

    @on(JournalLine.LeftUpwards)
    def _to_notes(self) -> None:
        self.notes.focus()

    @on(NoteList.Selected)
    def _clicked_twice(self) -> None:
        self.notes.action_select_cursor()

    @on(NoteList.LeftDownwards)
    def _downwards(self) -> None:
        if self._stretch.later and self.notes.rows:
            self.notes.stays()
            self._move(self._stretch.down(), self.notes.rows[-1])
        else:
            self.line.focus()

    def action_back(self) -> None:
        """To the line, and to today."""
        self.line.focus()
        if self.day != self.today:
            self._walk_to(self.today)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`esc` leads nowhere from today's line."""
        if action == "back":
            return not self.line.has_focus or self.day != self.today
        return super().check_action(action, parameters)

    def action_act(self, what: str) -> None:
        """Do to the selected note what its letter does."""
        self.notes.action_ask(what)

    @property
    def on_day(self) -> str | None:
        """The day that is shown, unless it is today."""
        return None if self.day == self.today else self.day.isoformat()

    # Leaving

    @property
    def unsaved(self) -> bool:
        """Whether words stand on the line or in an editor that nobody kept."""
        return bool(self.line.text.strip()) or (self.editor is not None and self.editor.changed)

    async def let_go(self) -> bool:
        """Whether no editor holds words any more; the person may want to stay with them."""
        return self.editor is None or await self.leave_editor(self.editor)

    async def go_on_with(self, thread: DeskThread) -> None:
        """Be the same screen over another desk; what stands on the line stays."""
        written, place, private = self.line.text, self.line.cursor_location, self.margin.private
        self.thread, self.words = thread, thread.door.words
        self.today, self._stamp = self.clock.today(), None
        self._exchanging = True
        for group in ("load", "reading"):
            self.workers.cancel_group(self, group)
        await self.recompose()
        self._exchanging = False
        self.line.text = written
        self.line.move_cursor(place)
        self.keep_line_private(private)
        self.line.focus()
        self.load()
        self.learn_words()

    async def may_leave(self) -> bool:
        """Ask about words in an editor, then about words on the line."""
        if self.editor is not None and not await self.leave_editor(self.editor):
            return False
        if not self.line.text.strip():
            return True
        chosen = await self.choose(
            "leave-line", [("stay", "leave-stay"), ("save", "leave-add"), ("drop", "leave-drop")]
        )
        if chosen == "stay" or (chosen == "save" and await self._add_line() is None):
            return False
        self.line.text = ""
        self.keep_line_private(False)
        await self.forget("line")
        await self.take_occasion(None)
        return True

    async def _add_line(self) -> "NoteView | None":
        return await self.ask(
            self.desk.log,
            self.line.text,
            on=self.on_day,
            private=self.margin.private,
            occasion=self.occasion,
        )
