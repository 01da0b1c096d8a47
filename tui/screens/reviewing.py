"""Reads what is being written while it is written: a moment after the last key, off the event loop.

A text past `MOST_READ` is read only once it is kept: reading takes seconds a megabyte. What is found is underlined
at once; of a sentence that has no end yet nothing is said until its writer rests.
"""

import asyncio
from threading import Event
from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import TextArea

from rules.finding import Finding
from tui.screens.desk_thread import DeskThread
from tui.screens.page import Page
from tui.screens.remark_answers import RemarkAnswers
from tui.widgets.prose_editor import ProseEditor
from tui.widgets.unfinished import unfinished_from

if TYPE_CHECKING:
    from rules.review import Review

MOST_READ = 50_000
"""Most code points that are read while they are written."""
PAUSE = 0.12
"""Seconds without a key before the text is read by the rules."""
CLOSELY = 0.3
"""Seconds without a key before the second reader reads it too."""
RESTING = 1.0
"""Seconds without a key after which a sentence that has no end is taken as it is."""


class ReviewingPage(Page):
    """A screen with editors whose passages are marked as they are written."""

    def __init__(self, thread: DeskThread, *, banner: str = "") -> None:
        """`banner`: one sentence that stands above everything, or nothing."""
        super().__init__(thread, banner=banner)
        self.answers = RemarkAnswers(self)
        """What the person says to the remarks."""
        self.resting = True
        """Whether no key was pressed for a while."""
        self._closely: tuple[str, tuple[Finding, ...]] = ("", ())

    @on(TextArea.Changed)
    def _written(self, event: TextArea.Changed) -> None:
        if isinstance(event.text_area, ProseEditor):
            self.resting = False
            self._read(event.text_area)

    def sayable(self, editor: ProseEditor) -> tuple[Finding, ...]:
        """Those of the findings in `editor` that may be spoken of, not those in a sentence still being written."""
        begun = unfinished_from(editor.text, editor.place)
        return tuple(one for one in editor.findings if self.resting or one.end <= begun)

    def read_again(self, editor: ProseEditor) -> None:
        """Read what stands in `editor` once more, since something else than its words changed."""
        self._closely = "", ()
        self._read(editor)

    @work(exclusive=True, group="reading")
    async def _read(self, editor: ProseEditor) -> None:
        await asyncio.sleep(PAUSE)
        await self.thread.ready()
        text = editor.text
        if len(text) > MOST_READ:
            return
        found = (await asyncio.to_thread(self.read_text, text)).findings
        shown = self._with(found, self._still_said(text))
        if not self._show_found(editor, text, shown):
            return
        midway = unfinished_from(text, editor.place) < len(text)
        await asyncio.sleep((RESTING if midway else CLOSELY) - PAUSE)
        if not self._holds(editor, text):
            return
        more = await self._read_closely(text)
        self._closely = text, more
        self.resting = True
        if midway or self._with(found, more) != shown:
            self._show_found(editor, text, self._with(found, more))

    async def _read_closely(self, text: str) -> tuple[Finding, ...]:
        # A key pressed meanwhile cancels this; the thread has to end too, or it would slow the next one down.
        over = Event()
        try:
            return await asyncio.to_thread(self.desk.read_closely, text, lambda: not over.is_set())
        finally:
            over.set()

    def _still_said(self, text: str) -> tuple[Finding, ...]:
        # What the second reader said of words in front of the first that changed: it must not come and go.
        before, said = self._closely
        return tuple(one for one in said if text.startswith(before[: one.end + 1]))

    def _show_found(self, editor: ProseEditor, text: str, found: tuple[Finding, ...]) -> bool:
        if not self._holds(editor, text):
            return False
        editor.mark(found)
        self.was_read(editor, found)
        return True

    def _holds(self, editor: ProseEditor, text: str) -> bool:
        # What was read of words that have changed since, or when the screen is going, is said of nothing.
        return editor.is_attached and self.app.is_running and editor.text == text

    def read_text(self, text: str) -> "Review":
        """What is found in a text of this screen."""
        return self.desk.review(text)

    def was_read(self, editor: ProseEditor, findings: tuple[Finding, ...]) -> None:
        """What was found in the text that `editor` holds now."""

    def _with(self, found: tuple[Finding, ...], more: tuple[Finding, ...]) -> tuple[Finding, ...]:
        if not more:
            return found
        from rules.reader.reader import joined

        return joined(found, more, self.words.language)
