"""Every version of a note: what each one changed, what restoring it would change, and the way back."""

import asyncio

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from rules.word_diff import word_diff
from storage.records import Note, Occasion
from tui.history import VersionView, changes_between
from tui.occasion_told import occasion_told
from tui.screens.desk_thread import DeskThread
from tui.screens.page import Page
from tui.screens.requests import GoBack, OpenDay
from tui.screens.subject_title import first_words
from tui.views import NoteView
from tui.widgets.difference import drawn
from tui.widgets.version_list import VersionList, changes_of


class HistoryPage(Page):
    """The versions of one note, newest first, and below them what the selected one would bring back."""

    TOPIC = "today"
    LAYOUT = "history"

    def __init__(self, thread: DeskThread, note: int, *, banner: str = "") -> None:
        """`note`: its number."""
        super().__init__(thread, banner=banner)
        self._note = note
        self._versions: tuple[VersionView, ...] = ()

    def body(self) -> ComposeResult:
        """The versions, what the selected one is, the difference."""
        yield VersionList()
        yield Static(id="history-what", markup=False)
        with VerticalScroll(id="history-text"):
            yield Static(id="history-diff", markup=False)

    def on_mount(self) -> None:
        """Show the versions."""
        self.query_one(VersionList).focus()
        self._load()

    @work(exclusive=True, group="load")
    async def _load(self) -> None:
        self._versions = await self.ask(self.desk.history, self._note) or ()
        if self._versions:
            name = first_words(self.words, str(self._note), self._versions[-1].note.text)
            self.head(self.words("title-history", what=name))
        self.query_one(VersionList).show(self._versions, self.words)

    @on(VersionList.OptionHighlighted)
    @work(exclusive=True, group="diff")
    async def _chosen(self) -> None:
        chosen = self.query_one(VersionList).selected
        if chosen is not None and self._versions:
            now = self._versions[-1].note
            if chosen.occasion:
                self.query_one("#history-what", Static).update(Text(self.words("history-kind")))
                self.query_one("#history-diff", Static).update(
                    Text(occasion_told(chosen.occasion, self.words))
                )
                return
            pieces = await asyncio.to_thread(word_diff, now.text, chosen.note.text)
            self.query_one("#history-what", Static).update(Text(self._what(now, chosen.note)))
            self.query_one("#history-diff", Static).update(drawn(self.words, pieces))

    def _what(self, now: Note, then: Note) -> str:
        changes = changes_between(now, then)
        marks = changes_of(tuple(change for change in changes if change != "text"), self.words)
        if not changes:
            return self.words("history-same")
        if "text" not in changes:
            return self.words("history-marks", changes=marks)
        also = self.words("history-also", changes=marks) if changes != ("text",) else ""
        return self.words("history-other") + also

    @on(VersionList.OptionSelected)
    @work(exclusive=True, group="restore")
    async def _restore(self) -> None:
        chosen = self.query_one(VersionList).selected
        if chosen and chosen.occasion:
            await self._restore_kind(chosen.occasion)
            return
        now = await self.ask(self.desk.restore, self._note, chosen.note.version) if chosen else None
        if chosen and now:
            self.tell(self.words("did-restore", version=chosen.note.version))
            self.post_message(GoBack() if now.deleted else OpenDay(now.day, now.id))

    async def _restore_kind(self, occasion: Occasion) -> None:
        def said() -> NoteView:
            self.desk.say_occasion(self._note, occasion)
            return self.desk.note(self._note)

        view = await self.ask(said)
        if view is not None:
            self.tell(self.words(f"occasion-kept-{occasion.kind}", name=self._note))
            self.post_message(OpenDay(view.note.day, view.note.id))
