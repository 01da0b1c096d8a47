"""Writing on the line: what is offered, what is remarked on while words are written, and what becomes of them."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widgets import TextArea

from rules.finding import Finding
from rules.hashtags import hashtags
from storage.errors import StorageError
from tui.bindings import key, keyed
from tui.refusal import Refusal
from tui.sayings import say_error
from tui.screens.occasions import OccasionPage
from tui.widgets.answers import answers_to, make_change, spoken_at
from tui.widgets.journal_line import MOST_HELD, JournalLine
from tui.widgets.line_remark import LineRemark
from tui.widgets.margin_marks import MarginMarks
from tui.widgets.note_editor import NoteEditor
from tui.widgets.note_list import NoteList
from tui.widgets.prose_editor import ProseEditor
from tui.widgets.remark import by_rule

if TYPE_CHECKING:
    from storage.records import Occasion

PASTED = "paste"
"""Where a text is kept that is too long for the line, while the question what becomes of it stands."""
PROMPTS = 6
"""How many questions there are to begin a note with; one a day."""


class WritingPage(OccasionPage):
    """A screen with the line to type in, and a remark beside it when one is due."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f7,ctrl+r", "answer", "line-reason", show=False, priority=True),
        key("f9,ctrl+t", "not_this", "line-not-this", show=False, priority=True),
        key("f12,ctrl+g", "change", "line-change", priority=True),
        key("ctrl+f", "insert", "line-insert", priority=True),
        key("insert", "insert", "line-insert-plain", show=False),
        key("ctrl+l,f11", "keep_private", "line-private", show=False, priority=True),
    ]

    AUTO_FOCUS = "JournalLine"

    day: date
    """The day that is shown."""

    _spoken: Finding | None = None
    _spoken_tag: tuple[str, str] | None = None
    _tags_kept: frozenset[str] = frozenset()

    @property
    def line(self) -> JournalLine:
        """The line to type in."""
        return self.query_one(JournalLine)

    @property
    def margin(self) -> MarginMarks:
        """What stands beside it."""
        return self.query_one(MarginMarks)

    @property
    def on_day(self) -> str | None:
        """The day that a note goes to, `2026-11-20`; None for now."""
        raise NotImplementedError

    @work(group="vocabulary")
    async def learn_words(self) -> None:
        """Read what the journal's notes use again and again; without it nothing is offered."""
        found = await self.ask(self.desk.vocabulary)
        if found is not None:
            self.line.vocabulary = found

    # What is said while words are written

    def was_read(self, editor: ProseEditor, findings: tuple[Finding, ...]) -> None:
        """A remark beside the words, as soft as the underline in them."""
        self._remark_on(editor)

    def editor_closed(self) -> None:
        """Speak of the line again, and of nothing else."""
        self._remark_on(self.line)

    @on(TextArea.SelectionChanged)
    def _moved_within(self, event: TextArea.SelectionChanged) -> None:
        if isinstance(event.text_area, ProseEditor) and event.text_area.findings:
            self._remark_on(event.text_area)

    def _remark_on(self, editor: ProseEditor) -> None:
        if editor is not self.line and not isinstance(editor, NoteEditor):
            return
        remark = self.query_one(LineRemark)
        self._spoken, self._spoken_tag = None, None
        self.margin.refresh(layout=True)
        if editor is self.line and self.margin.private:
            off = keyed(self, "line-private", self.words("line-private-off"))
            remark.say(self.words("line-private-now"), [off])
            return
        found = self.answers.heard(self.sayable(editor))
        self._spoken = spoken_at(found, editor.place)
        if self._spoken is not None:
            remark.say_finding(self._spoken, len(by_rule(found)) - 1, self._keys_for(editor, self._spoken))
        elif not self._remark_on_tag(editor):
            self.say_occasion()
        self._make_room(self._spoken is not None and editor is self.line)
        self.refresh_bindings()

    def _make_room(self, remarked: bool) -> None:
        """Tell the selected note above whether something is remarked on the line: where lines are few it closes."""
        if remarked != self.has_class("-remarked"):
            self.set_class(remarked, "-remarked")
            if self.notes.highlighted_child is not None:
                self.notes.highlighted_child.refresh(layout=True)

    def _remark_on_tag(self, editor: ProseEditor) -> bool:
        known = self.line.vocabulary
        if known is None:
            return False
        for tag in hashtags(editor.text):
            meant = known.near(tag)
            if meant is not None and tag not in self._tags_kept and not self._midway(editor, tag):
                self._spoken_tag = tag, meant[0]
                keys = [
                    keyed(self, "line-reason", self.words("tag-take", tag=meant[0])),
                    keyed(self, "line-not-this", self.words("tag-keep")),
                ]
                sentence = self.words.count("tag-near", meant[1], tag=tag, near=meant[0])
                self.query_one(LineRemark).say(sentence, keys)
                return True
        return False

    def _midway(self, editor: ProseEditor, tag: str) -> bool:
        return not self.resting and editor.text[: editor.place].endswith(f"#{tag}")

    def _keys_for(self, editor: ProseEditor, finding: Finding) -> list[str]:
        answers = self.answers.keys("line", editor.text, finding)
        return [*answers, keyed(self, "line-private", self.words("line-keep-private"))]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What answers a remark works while there is one, and only where somebody writes."""
        if action == "occasion":
            return isinstance(self.focused, JournalLine | NoteList)
        if action in ("answer", "not_this", "keep_private", "change", "insert"):
            editor = self.focused
            writing = isinstance(editor, JournalLine | NoteEditor)
            return writing and (action != "change" or self._can_change(editor))
        return super().check_action(action, parameters)

    @property
    def refusing(self) -> frozenset[str]:
        """Without a remark beside the words there is none to answer."""
        silent = self._spoken is None and self._spoken_tag is None
        return frozenset({"line-reason", "line-not-this"} if silent else ())

    def _can_change(self, editor: object) -> bool:
        finding = self._spoken
        return (
            isinstance(editor, ProseEditor)
            and finding is not None
            and "change" in answers_to(editor.text, finding)
        )

    # What can be answered

    def action_change(self) -> None:
        """Make the change that the remark suggests."""
        editor = self.focused
        if isinstance(editor, ProseEditor) and self._spoken is not None:
            said = make_change(self.words, editor, self._spoken)
            if said:
                self.tell(said)

    @work
    async def action_answer(self) -> None:
        """Say why the remark does not fit, or take the tag that was probably meant."""
        editor, finding = self.focused, self._spoken
        if not isinstance(editor, ProseEditor):
            return
        if self._spoken_tag is not None:
            self._take_tag(editor, *self._spoken_tag)
            return
        reason = await self.answers.reason(finding, editor.findings)
        if finding is not None and reason:
            await self._waive(editor, finding, reason)

    @work
    async def action_not_this(self) -> None:
        """The remark is wrong here: say so once, and hear no more of it."""
        editor, finding = self.focused, self._spoken
        if not isinstance(editor, ProseEditor):
            return
        if self._spoken_tag is not None:
            self._tags_kept |= {self._spoken_tag[0]}
        elif finding is not None and (reason := self.answers.wrong_here(finding)):
            await self._waive(editor, finding, reason)
        self._remark_on(editor)

    async def _waive(self, editor: ProseEditor, finding: Finding, reason: str) -> None:
        if await self.ask(self.desk.register.give_for, "-", finding.rule, reason, editor.text):
            self.tell(self.words("did-waive"))
            self.read_again(editor)

    def _take_tag(self, editor: ProseEditor, tag: str, meant: str) -> None:
        text = editor.text
        place = text.find(f"#{tag}")
        if place >= 0:
            editor.replace_passage(place + 1, place + 1 + len(tag), meant)

    def action_keep_private(self) -> None:
        """Put what is selected between bars; with nothing selected, keep the whole note private, or stop that."""
        editor = self.focused
        if isinstance(editor, ProseEditor) and editor.selected_text:
            editor.replace(f"||{editor.selected_text}||", *editor.selection)
        elif isinstance(editor, ProseEditor) and editor is not self.line:
            if self._spoken is not None:
                passage = editor.text[self._spoken.start : self._spoken.end]
                editor.replace_passage(self._spoken.start, self._spoken.end, f"||{passage}||")
        else:
            self.keep_line_private(not self.margin.private)

    def keep_line_private(self, private: bool) -> None:
        """Let the note that stands on the line stay private, or not; a crash does not forget it."""
        if private != self.margin.private:
            self.margin.private = private
            self.keep_soon(self.line)
            self._remark_on(self.line)

    def occasion_changed(self) -> None:
        """Show what stands beside the note on the line."""
        self._remark_on(self.line)

    @work
    async def action_insert(self) -> None:
        """Begin with a template, or add a picture."""
        editor = self.focused
        from tui.screens.inserting import choose_insertion
        from tui.screens.picturing import recording

        settings = self.thread.door.preferences.path
        text = await choose_insertion(self.app, self.words, settings, recording(self))
        if text and isinstance(editor, ProseEditor) and editor.is_attached:
            editor.begin(text)

    # What becomes of the words

    def take_line(self, text: str) -> None:
        """Put what was written elsewhere on the line, or ask what to do with it when it is too long."""
        if len(text) > MOST_HELD:
            self.line.post_message(JournalLine.TooLong(text))
        else:
            self.line.text = text
            self.line.move_cursor(self.line.document.end)

    @on(JournalLine.Entered)
    def _entered(self, event: JournalLine.Entered) -> None:
        private, self.margin.private = self.margin.private, False
        occasion, self.occasion = self.occasion, None
        self._tags_kept = frozenset()
        self.answers.hear_all()
        self._remark_on(self.line)
        self._log(event.text, private=private, occasion=occasion)

    @work
    async def _log(self, text: str, *, private: bool = False, occasion: "Occasion | None" = None) -> None:
        await self.thread.ready()
        try:
            view = await self.thread.ask(
                self.desk.log, text, on=self.on_day, private=private, occasion=occasion
            )
        except (StorageError, Refusal) as error:
            self._give_back(text, occasion, private=private)
            self.tell(say_error(self.words, error), "error")
            return
        if not self.line.text:
            await self.forget("line")
        if occasion and not self.occasion:
            await self.take_occasion(None)
        self.learn_words()
        self.load(view.note.id)

    def _give_back(self, text: str, occasion: "Occasion | None", *, private: bool) -> None:
        """Put what could not be kept back on the line, before what was typed since, with all that stood beside it."""
        self.line.give_back(text)
        self.occasion = self.occasion or occasion
        self.keep_line_private(private or self.margin.private)

    @on(JournalLine.TooLong)
    @work
    async def _too_long(self, event: JournalLine.TooLong) -> None:
        from tui.screens.choice import Choice

        private = event.private or self.margin.private
        await self.keep_draft(self.draft(PASTED, event.text, day=self.day, private=private))
        answers = [("stay", self.words("paste-drop")), ("add", self.words("paste-add"))]
        question = self.words("paste-long", size=self.words.figure(len(event.text)))
        if await self.app.push_screen_wait(Choice(question, answers)) == "add":
            await self._log(event.text, private=private).wait()
        await self.forget(PASTED)
