"""The composer under the prompt: five lines to write a note in, flags while it is written, and back to the shell.

It opens before the desk does: whoever types at once is not kept waiting by the rules.
"""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Static, TextArea

from rules.finding import Finding
from storage.errors import StorageError
from storage.records import ConsentState
from tui.bindings import key
from tui.composer_desk import ComposerDesk
from tui.composer_draft import ComposerDraft
from tui.desk import Desk
from tui.hang_up import before_the_end
from tui.refusal import Refusal
from tui.sayings import say_error
from tui.screens.drafting import KEEP_EVERY, say_back
from tui.screens.inserting import choose_insertion
from tui.screens.page import Severity
from tui.screens.remark_answers import RemarkAnswers
from tui.screens.reviewing import PAUSE, RESTING
from tui.themes import OURS, ours_on
from tui.walls import WalledApp
from tui.widgets.answers import make_change, spoken_at
from tui.widgets.journal_line import MOST_ROWS, JournalLine
from tui.widgets.line_remark import LineRemark
from tui.widgets.margin_marks import MarginMarks
from tui.widgets.remark import by_rule
from tui.widgets.unfinished import unfinished_from
from tui.wording import Words


class Composer(WalledApp[tuple[str, bool]]):
    """Gives the words and whether they are private; None when the person thought better of it."""

    ENABLE_COMMAND_PALETTE = False
    INLINE_PADDING = 0
    CSS = """
    Screen { height: auto; background: $background; }
    Screen:inline { height: auto; border: none; }
    ModalScreen:inline { height: auto; border: none; }
    Dialog { max-height: 22; padding: 0 2; }
    #composer-line { height: auto; }
    #composer-back { height: auto; padding: 0 3; color: $quiet; display: none; }
    #composer-keys { height: 1; color: $quiet; text-overflow: ellipsis; text-wrap: nowrap; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "give_up", "composer-leave"),
        key("ctrl+q", "give_up", "composer-quit", show=False, priority=True),
        key("ctrl+l,f11", "keep_private", "line-private", show=False, priority=True),
        key("f12,ctrl+g", "change", "line-change", show=False, priority=True),
        key("ctrl+f", "insert", "line-insert", show=False, priority=True),
        key("insert", "insert", "line-insert-plain", show=False),
        key("f7,ctrl+r", "answer", "line-reason", show=False, priority=True),
        key("f9,ctrl+t", "not_this", "line-not-this", show=False, priority=True),
    ]

    _spoken: Finding | None = None
    _resting = True

    def __init__(
        self,
        words: Words,
        open_desk: Callable[[], Desk],
        draft: ComposerDraft,
        *,
        config: str,
        private: bool = False,
        text: str = "",
    ) -> None:
        """`open_desk` is called in a thread of its own; `draft` keeps the words; `config`: the settings file.

        `private` and `text` are what the note begins with.
        """
        super().__init__(words)
        self.day: date | None = None
        """The local day that words brought back were written for, where it is not today."""
        self._draft = draft
        self._due = False
        self._answers = RemarkAnswers(self)
        self._desk = ComposerDesk(open_desk)
        self._private = private
        self._text = text
        self._config = config
        self._warned = False
        self.animation_level = "none"
        for theme in ours_on(self.console):
            self.register_theme(theme)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our own variable is under somebody else's theme."""
        return {"quiet": "auto 80%"}

    def compose(self) -> ComposeResult:
        """What came back, the remark, the line, the keys."""
        line = JournalLine(placeholder=self.words("composer-ask"))
        yield Static(id="composer-back", markup=False)
        yield LineRemark(self.words)
        with Horizontal(id="composer-line"):
            yield MarginMarks(line, MOST_ROWS)
            yield line
        yield Static(self.words("composer-keys"), id="composer-keys", markup=False)

    def on_mount(self) -> None:
        """Ready to type."""
        self.theme = OURS[0].name
        self._set_private(self._private)
        self.query_one(JournalLine).focus()
        self.query_one(JournalLine).begin(self._text)
        self._bring_back()
        self._sit_down()
        if not self.is_headless:
            before_the_end(self._keep_now, self.leave_terminal)

    @work
    async def _bring_back(self) -> None:
        draft = await self._draft.take()
        if draft is None:
            return
        said = [say_back(self.words, draft, self._draft.today)]
        if draft.day is not None and draft.day != self._draft.today:
            self.day = draft.day
            said.append(self.words("draft-for-day", day=self.words.long_date(draft.day)))
        self.tell(" ".join(said))
        self.query_one(JournalLine).give_back(draft.text)
        self._set_private(self._private or draft.private)

    @on(TextArea.Changed)
    def _to_keep(self) -> None:
        if self._warned:
            self._warned = False
            self._say_keys()
        if not self._due:
            self._due = True
            self.set_timer(KEEP_EVERY, self._keep)

    @work(group="draft")
    async def _keep(self) -> None:
        self._due = False
        await self._keep_now()

    async def _keep_now(self) -> None:
        await self._draft.keep(self.query_one(JournalLine).text, private=self.query_one(MarginMarks).private)

    @work
    async def _sit_down(self) -> None:
        self.query_one(JournalLine).vocabulary = await self._desk.open()
        if self._desk.theme in self.available_themes:
            self.theme = self._desk.theme
        self._read()

    @on(TextArea.Changed)
    @work(exclusive=True, group="reading")
    async def _read(self) -> None:
        line = self.query_one(JournalLine)
        await asyncio.sleep(PAUSE)
        text = line.text
        if not self._desk.is_open:
            return
        found = await self._desk.review(text)
        if line.text != text:
            return
        line.mark(found)
        self._resting = unfinished_from(text, line.place) == len(text)
        self._remark_on(line)
        if not self._resting:
            await asyncio.sleep(RESTING - PAUSE)
            self._resting = True
            self._remark_on(line)

    @on(TextArea.SelectionChanged)
    def _moved(self) -> None:
        if self.query_one(JournalLine).marked_as_it_is:
            self._remark_on(self.query_one(JournalLine))

    def _remark_on(self, line: JournalLine) -> None:
        if not self.query(MarginMarks):  # the app may be closing
            return
        margin, remark = self.query_one(MarginMarks), self.query_one(LineRemark)
        margin.refresh(layout=True)
        begun = len(line.text) if self._resting else unfinished_from(line.text, line.place)
        sayable = [one for one in line.findings if one.end <= begun]
        found = () if margin.private else self._answers.heard(sayable)
        self._spoken = spoken_at(found, line.place)
        if self._spoken is None:
            remark.say_nothing()
        else:
            remark.say_finding(self._spoken, len(by_rule(found)) - 1, self._keys_for(line, self._spoken))

    def _keys_for(self, line: JournalLine, finding: Finding) -> list[str]:
        keys = self._answers.keys("line", line.text, finding)
        return [*keys, self.words("composer-held")] if finding.holds else keys

    @work
    async def action_insert(self) -> None:
        """Begin with a template, or add a picture."""
        text = await choose_insertion(self, self.words, self._config, self._record)
        if text:
            self.query_one(JournalLine).begin(text)

    async def _record(self, photo: str, state: ConsentState, person: str, purpose: str) -> bool:
        try:
            recorded = await self._desk.record(photo, state, person=person, purpose=purpose)
        except (StorageError, Refusal) as error:
            self.tell(say_error(self.words, error))
            return False
        if not recorded:  # the note is held, and says so
            self.tell(self.words("photo-consent-lost", photo=photo))
        return recorded

    # What can be answered

    def action_change(self) -> None:
        """Make the change that the remark suggests."""
        line = self.query_one(JournalLine)
        if self._spoken is not None and (said := make_change(self.words, line, self._spoken)):
            self.tell(said)

    def action_not_this(self) -> None:
        """The remark is wrong here: say so once, and hear no more of it."""
        if self._spoken is not None:
            reason = self._answers.wrong_here(self._spoken)
            if reason:
                self._waive(self._spoken.rule, reason)
            self._remark_on(self.query_one(JournalLine))

    @work
    async def action_answer(self) -> None:
        """Say why the remark does not fit here."""
        finding = self._spoken
        reason = await self._answers.reason(finding, self.query_one(JournalLine).findings)
        if finding is not None and reason:
            self._waive(finding.rule, reason)

    @work(group="waive")
    async def _waive(self, rule: str, reason: str) -> None:
        text = self.query_one(JournalLine).text
        try:
            given = await self._desk.give(text, rule, reason)
        except (StorageError, Refusal) as error:
            self.tell(say_error(self.words, error))
            return
        if given:
            self.tell(self.words("did-waive"))
            self._read()

    def tell(self, sentence: str, severity: Severity = "information") -> None:
        """Say one sentence above the line, whatever its `severity`."""
        del severity
        above = self.query_one("#composer-back", Static)
        above.update(sentence)
        above.display = True

    @on(JournalLine.Entered)
    def _entered(self, event: JournalLine.Entered) -> None:
        self.exit((event.text, self.query_one(MarginMarks).private))

    @on(JournalLine.TooLong)
    def _too_long(self, event: JournalLine.TooLong) -> None:
        self.exit((self.query_one(JournalLine).text + event.text, self.query_one(MarginMarks).private))

    def action_keep_private(self) -> None:
        """Keep the note private, or stop doing so."""
        self._set_private(not self.query_one(MarginMarks).private)
        self._read()

    def _set_private(self, private: bool) -> None:
        margin = self.query_one(MarginMarks)
        margin.private = private
        margin.refresh(layout=True)
        self._say_keys()
        self._to_keep()

    def _say_keys(self) -> None:
        keys = "composer-keys-private" if self.query_one(MarginMarks).private else "composer-keys"
        self.query_one("#composer-keys", Static).update(self.words(keys))

    def action_give_up(self) -> None:
        """Back to the shell; words that stand there are dropped only by a second time."""
        line = self.query_one(JournalLine)
        if line.text.strip() and not self._warned:
            self._warned = True
            self.query_one("#composer-keys", Static).update(self.words("composer-sure"))
            return
        self.exit(None)

    def action_help_quit(self) -> None:
        """ctrl+c leaves as esc does."""
        self.action_give_up()
