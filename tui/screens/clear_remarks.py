"""A text before the gate: its words, what was found in them, the pictures in it, and the lines to answer on."""

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from rules.finding import Finding
from rules.week import Week
from tui.answering import answered
from tui.bindings import keyed
from tui.gate import Standing
from tui.photos import PhotoStanding
from tui.screens.desk_thread import DeskThread
from tui.screens.page import Page
from tui.screens.requests import Arrived
from tui.screens.subject_title import subject_title
from tui.suggesting import change_note, change_week, suggestions
from tui.widgets.answers import say_change
from tui.widgets.prose_editor import ProseEditor
from tui.widgets.remark import by_rule
from tui.widgets.remark_card import RemarkCard
from tui.widgets.swap import swap

MOST_SHOWN = 100_000
"""Most code points that are shown; the rules read the whole text."""


class ClearRemarksPage(Page):
    """What is read and answered before a text is cleared; what is decided stands below, on `ClearPage`."""

    TOPIC = "clear"
    LAYOUT = "clear"
    IN_TURN = True

    def __init__(self, thread: DeskThread, name: str, *, banner: str = "") -> None:
        """`name`: the public id of a note or a week."""
        super().__init__(thread, banner=banner)
        self.named = name
        """The public id of what is cleared."""
        self.standing: Standing | None = None
        """What was found in it and is owed; None while it is being read."""
        self.waiting: tuple[PhotoStanding, ...] = ()
        """The pictures in it that nothing lets out yet."""
        self.typed: dict[str, str] = {}
        """What was typed so far, by rule."""
        self.cleared = False
        """Whether it was cleared on this screen."""
        self.arrived = False
        """Whether it was read, and stands there with lines to answer on."""
        self._at = -1

    @property
    def arriving(self) -> bool:
        """A reason that is typed at once is for its line: before there is one, its letters would be keys."""
        return not self.arrived

    def body(self) -> ComposeResult:
        """The text beside the remarks."""
        with Horizontal(id="clear-desk"):
            yield ProseEditor(read_only=True)
            yield VerticalScroll(id="clear-remarks")

    @work(exclusive=True, group="load")
    async def load(self) -> None:
        """Ask what holds the text."""
        standing = await self.ask(self._inspected)
        if standing is None:
            self.action_back()
            return
        self.standing, self._at = standing, -1
        await self.look_at_pictures()
        self.typed = {rule: said for rule, said in self.typed.items() if rule in standing.owed}
        self.head(self.words("title-clear", what=subject_title(self.words, standing.subject)))
        text = self.query_one(ProseEditor)
        text.load_text(self._shown(standing.subject.text))
        text.mark(standing.findings)
        await self._lay_out(standing)
        self.say_standing()
        self._begin()
        self.arrived = True
        self.post_message(Arrived())

    def _shown(self, text: str) -> str:
        if len(text) <= MOST_SHOWN:
            return text
        return f"{text[:MOST_SHOWN]}\n\n{self.words('clear-long', size=self.words.figure(len(text)))}"

    def _inspected(self) -> Standing:
        return self.desk.inspect(self.desk.subject(self.named))

    async def look_at_pictures(self) -> None:
        """Find out which pictures in the text wait for the people in them."""
        found = await self.ask(self.desk.photos.standing, self.standing.subject.text) if self.standing else ()
        self.waiting = tuple(one for one in found or () if one.holds)

    async def _lay_out(self, standing: Standing) -> None:
        remarks = self.query_one("#clear-remarks", VerticalScroll)
        clearable = standing.verdict != "stopped" and not standing.subject.private
        cards: list[RemarkCard | Static] = [
            RemarkCard(
                self.words,
                findings,
                asks=clearable and findings[0].rule in standing.owed,
                answer=self.typed.get(findings[0].rule, ""),
            )
            for findings in by_rule(standing.findings)
        ]
        self.query_one("#clear-desk").set_class(not cards, "-to-read")
        await swap(remarks, cards or [Static(self.words("clear-nothing-found"), markup=False)])

    def _begin(self) -> None:
        self.offer_change()
        inputs = self.query(Input)
        if inputs:
            inputs.first().focus()
        elif self.owes:
            self.query_one("#clear-remarks").focus()
        else:
            self.come_to_decide()

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """A line to answer on comes into sight with its whole card, which sees to that, and not alone."""
        super().set_focus(widget, scroll_visible and not isinstance(widget, Input), from_app_focus)

    @property
    def missing(self) -> int:
        """How many answers or reasons are still owed."""
        owed = self.standing.owed if self.standing else ()
        return sum(not self._is_answered(rule) for rule in owed)

    def _is_answered(self, rule: str) -> bool:
        return self.standing is not None and answered(self.standing.findings, rule, self.typed.get(rule, ""))

    @property
    def owes(self) -> bool:
        """Whether anything still keeps the text from being cleared."""
        standing = self.standing
        never = standing is None or standing.subject.private or standing.verdict == "stopped"
        return never or self.missing > 0

    def say_standing(self) -> None:
        """Say how the text stands with the answers given so far."""

    def come_to_decide(self) -> None:
        """Go where it is decided, since nothing is left to answer."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key that answers, changes or reads on works where there is something to do so with."""
        if action == "not_this":
            return isinstance(self.focused, Input)
        if action == "change":
            return bool(self._to_change) and not self.cleared
        if action == "read_on":
            return self.query_one(ProseEditor).max_scroll_y > 0
        return super().check_action(action, parameters)

    # The change a remark suggests, and that it is wrong here

    @property
    def _to_change(self) -> tuple[Finding, ...]:
        """All that one rule remarks on and suggests a change for: where the person is; at no remark, the heaviest."""
        standing = self.standing
        if standing is None or standing.subject.platform:
            return ()
        text, known = standing.subject.text, suggestions()
        able = [group for group in by_rule(standing.findings) if known.kind(text, group[0])]
        here = [group for group in able if self._at < 0 or any(one.start == self._at for one in group)]
        return here[0] if here else ()

    def action_read_on(self, pages: int) -> None:
        """Scroll the text by so many of what is in sight, wherever the cursor is."""
        text = self.query_one(ProseEditor)
        text.scroll_relative(y=pages * (text.size.height - 1), animate=False)

    def action_not_this(self) -> None:
        """Answer that the remark is wrong here; the person may still write something else."""
        if isinstance(self.focused, Input):
            self.focused.value = self.words("not-this-reason")

    @work(exclusive=True, group="clear")
    async def action_change(self) -> None:
        """Make the change that the remark suggests, where the text was written; then read it again."""
        findings, week = self._to_change, Week.named(self.named)
        if week is not None:
            made = await self.ask(change_week, self.desk, week, findings)
        else:
            made = await self.ask(change_note, self.desk, int(self.named), findings)
        if made:
            self.tell(say_change(self.words, made[0], "change-back-list"))
            self.load()

    @on(RemarkCard.Entered)
    def _came_to(self, event: RemarkCard.Entered) -> None:
        self._at = event.card.findings[0].start
        self.query_one(ProseEditor).go_to(self._at)
        self.offer_change()
        self.call_after_refresh(event.card.into_sight)
        self.refresh_bindings()

    def offer_change(self) -> None:
        """Have the remark that the key would act on say what it would do."""
        meant = () if self.cleared else self._to_change
        for card in self.query(RemarkCard):
            card.offer(self._change_told(meant[0]) if meant and meant[0] in card.findings else "")

    def _change_told(self, finding: Finding) -> str:
        kind = suggestions().kind(self.standing.subject.text, finding) if self.standing else None
        return keyed(self, "clear-change", self.words(f"change-{kind}")) if kind else ""

    # Answering

    @on(RemarkCard.Answered)
    def _answered(self, event: RemarkCard.Answered) -> None:
        self.typed[event.rule] = event.answer
        self.say_standing()

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        self.call_after_refresh(self._go_on_after, event.input)  # what was typed counts by then

    def _go_on_after(self, line: Input) -> None:
        # To the next answer that is owed, also one that was passed over further up; then to the button.
        lines = list(self.query(Input))
        here = lines.index(line) + 1 if line in lines else 0
        owed = next((one for one in (*lines[here:], *lines[:here]) if not self._is_said(one)), None)
        if line.value.strip() and not self._is_said(line):
            self.tell(self.words("reason-short"))
        elif owed is None:
            self.come_to_decide()
        else:
            owed.focus()

    def _is_said(self, line: Input) -> bool:
        return self._is_answered(line.query_ancestor(RemarkCard).findings[0].rule)
