"""Clearing a text: read it once more, answer what is asked, decide. A person does, never Clearday."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from rules.finding import Finding, Level
from rules.week import Week
from storage.records import Clearance
from tui.bindings import key, key_of, keyed
from tui.gate import Held, Standing
from tui.screens.desk_thread import DeskThread
from tui.screens.page import Page
from tui.screens.requests import OpenDay, OpenShare, OpenWeek
from tui.screens.subject_title import subject_title
from tui.suggesting import change_note, change_week, suggestions
from tui.widgets.answers import say_change
from tui.widgets.prose_editor import ProseEditor
from tui.widgets.remark import by_rule
from tui.widgets.remark_card import RemarkCard
from tui.widgets.swap import swap

MOST_SHOWN = 100_000
"""Most code points that are shown; the rules read the whole text."""


class ClearPage(Page):
    """One text before the gate."""

    TOPIC = "clear"
    LAYOUT = "clear"
    IN_TURN = True

    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s", "clear", "clear-it"),
        key("pagedown", "read_on(1)", "clear-read"),
        key("pageup", "read_on(-1)", "clear-read-back", show=False),
        key("e,f7", "reword", "clear-reword"),
        key("f12,ctrl+g", "change", "clear-change", priority=True),
        key("f9,ctrl+t", "not_this", "clear-not-this", priority=True),
        key("s", "share", "clear-share"),
        key("f6", "share", "clear-share-f", show=False, priority=True),
    ]

    def __init__(self, thread: DeskThread, name: str, *, banner: str = "") -> None:
        """`name`: the public id of a note or a week."""
        super().__init__(thread, banner=banner)
        self._named = name
        self._standing: Standing | None = None
        self._answers: dict[str, str] = {}
        self._cleared = False
        self._at = -1

    def body(self) -> ComposeResult:
        """The text beside the remarks, the decision below."""
        with Horizontal(id="clear-desk"):
            yield ProseEditor(read_only=True)
            yield VerticalScroll(id="clear-remarks")
        with Vertical(id="clear-decision"):
            yield Static(id="clear-stands", markup=False)
            label = Content(self.words("clear-button"))
            button = Button(label, id="clear-button", compact=True, disabled=True)
            # While a button shows that it was pressed, it would hear no second enter.
            button.active_effect_duration = 0
            yield button

    def on_mount(self) -> None:
        """Read the text as it is now, which may take a moment."""
        self.head(self.words("title-clear", what="…"))
        self.query_one("#clear-stands", Static).update(self.words("clear-busy"))
        self.load()

    @work(exclusive=True, group="load")
    async def load(self) -> None:
        """Ask what holds the text."""
        standing = await self.ask(self._inspected)
        if standing is None:
            self.action_back()
            return
        self._standing, self._at = standing, -1
        self._answers = {rule: said for rule, said in self._answers.items() if rule in standing.owed}
        self.head(self.words("title-clear", what=subject_title(self.words, standing.subject)))
        text = self.query_one(ProseEditor)
        text.load_text(self._shown(standing.subject.text))
        text.mark(standing.findings)
        await self._lay_out(standing)
        self._say_standing()
        self._begin()

    def _shown(self, text: str) -> str:
        if len(text) <= MOST_SHOWN:
            return text
        return f"{text[:MOST_SHOWN]}\n\n{self.words('clear-long', size=self.words.figure(len(text)))}"

    def _inspected(self) -> Standing:
        return self.desk.inspect(self.desk.subject(self._named))

    async def _lay_out(self, standing: Standing) -> None:
        remarks = self.query_one("#clear-remarks", VerticalScroll)
        clearable = standing.verdict != "stopped" and not standing.subject.private
        cards: list[RemarkCard | Static] = [
            RemarkCard(
                self.words,
                findings,
                asks=clearable and findings[0].rule in standing.owed,
                answer=self._answers.get(findings[0].rule, ""),
            )
            for findings in by_rule(standing.findings)
        ]
        self.query_one("#clear-desk").set_class(not cards, "-to-read")
        await swap(remarks, cards or [Static(self.words("clear-nothing-found"), markup=False)])

    def _begin(self) -> None:
        self._offer_change()
        inputs = self.query(Input)
        if inputs:
            inputs.first().focus()
        elif self.owes:
            self.query_one("#clear-remarks").focus()
        else:
            self.query_one("#clear-button").focus()

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """A line to answer on comes into sight with its whole card, which sees to that, and not alone."""
        super().set_focus(widget, scroll_visible and not isinstance(widget, Input), from_app_focus)

    # Deciding

    @property
    def owes(self) -> bool:
        """Whether anything still keeps the text from being cleared."""
        standing = self._standing
        if standing is None or standing.subject.private or standing.verdict == "stopped":
            return True
        return any(not self._answers.get(rule, "").strip() for rule in standing.owed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Clearing is offered only when nothing is owed and it was not done yet; a change where one is suggested."""
        if action == "not_this":
            return isinstance(self.focused, Input)
        if action == "change":
            return bool(self._to_change) and not self._cleared
        if action == "read_on":
            return self.query_one(ProseEditor).max_scroll_y > 0
        return action != "clear" or not (self.owes or self._cleared)

    @property
    def _to_change(self) -> tuple[Finding, ...]:
        """All that one rule remarks on and suggests a change for: where the person is; at no remark, the heaviest."""
        standing = self._standing
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
        findings, week = self._to_change, Week.named(self._named)
        if week is not None:
            made = await self.ask(change_week, self.desk, week, findings)
        else:
            made = await self.ask(change_note, self.desk, int(self._named), findings)
        if made:
            self.tell(say_change(self.words, made[0], "change-back-list"))
            self.load()

    @on(RemarkCard.Entered)
    def _came_to(self, event: RemarkCard.Entered) -> None:
        self._at = event.card.findings[0].start
        self.query_one(ProseEditor).go_to(self._at)
        self._offer_change()
        self.call_after_refresh(event.card.into_sight)
        self.refresh_bindings()

    def _offer_change(self) -> None:
        # The remark that the key would act on says what it would do.
        meant = () if self._cleared else self._to_change
        for card in self.query(RemarkCard):
            card.offer(self._change_told(meant[0]) if meant and meant[0] in card.findings else "")

    def _change_told(self, finding: Finding) -> str:
        kind = suggestions().kind(self._standing.subject.text, finding) if self._standing else None
        return keyed(self, "clear-change", self.words(f"change-{kind}")) if kind else ""

    @on(RemarkCard.Answered)
    def _answered(self, event: RemarkCard.Answered) -> None:
        self._answers[event.rule] = event.answer
        self._say_standing()

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        self.call_after_refresh(self._go_on_after, event.input)  # what was typed counts by then

    def _go_on_after(self, line: Input) -> None:
        # To the next answer that is owed, also one that was passed over further up; then to the button.
        lines = list(self.query(Input))
        here = lines.index(line) + 1 if line in lines else 0
        owed = (one for one in (*lines[here:], *lines[:here]) if not one.value.strip())
        (next(owed, None) or self.query_one("#clear-button", Button)).focus()

    def _say_standing(self) -> None:
        self.query_one("#clear-stands", Static).update(Content(self._stands()))
        self.query_one("#clear-button", Button).disabled = self.owes
        self.refresh_bindings()

    def _stands(self) -> str:
        standing = self._standing
        if standing is None or standing.subject.private:
            return self.words("why-private")
        if standing.verdict == "stopped":
            return self.words("clear-stopped", key=key_of(self, "clear-reword", typing=False))
        missing = sum(not self._answers.get(rule, "").strip() for rule in standing.owed)
        if missing:
            return self.words.count("clear-owes", missing)
        return self.words("clear-decide")

    @on(Button.Pressed, "#clear-button")
    def _pressed(self) -> None:
        if self._cleared:
            self.action_share()
        else:
            self.action_clear()

    def action_clear(self) -> None:
        """Clear the text, when nothing is owed."""
        if not (self.owes or self._cleared):
            self._clear()

    @work(exclusive=True, group="clear")
    async def _clear(self) -> None:
        if self._standing is None:
            return
        subject, platforms = self._standing.subject, self.desk.chosen_platforms
        try:
            clearance = await self.ask(self.desk.clear, subject, dict(self._answers), platforms)
        except Held as held:
            self.tell(self.words(f"why-{held.why}"), "warning")
            return
        if clearance is not None:
            self._say_cleared(clearance)

    def _say_cleared(self, clearance: Clearance) -> None:
        self._cleared = True
        self._offer_change()
        names = " · ".join(platform.name for platform in self.desk.chosen_platforms)
        said = self.words("cleared-for", at=f"{clearance.cleared_at:%H:%M}", platforms=names)
        self.query_one("#clear-stands", Static).update(Content(said))
        for line in self.query(Input):
            line.disabled = True
        self.refresh_bindings()
        button = self.query_one("#clear-button", Button)
        button.label = Content(self.words("clear-then-share"))
        button.focus()

    # Going elsewhere

    @property
    def unsaved(self) -> bool:
        """Whether answers were typed and the text is not cleared yet."""
        return not self._cleared and any(answer.strip() for answer in self._answers.values())

    async def may_leave(self) -> bool:
        """Ask about answers that were typed."""
        if not self.unsaved:
            return True
        return await self.choose("leave-clear", [("stay", "leave-stay"), ("drop", "leave-drop")]) == "drop"

    @work
    async def action_reword(self) -> None:
        """Change the text where it was written."""
        if self._standing is None or not await self.may_leave():
            return
        self._answers.clear()
        if self._standing.subject.platform:
            self.post_message(OpenShare(self._named))
            return
        week = Week.named(self._named)
        if week is not None:
            held = [finding.start for finding in self._standing.findings if finding.level > Level.NOTE]
            self.post_message(OpenWeek(week, place=min(held, default=0)))
            return
        view = await self.ask(self.desk.note, int(self._named))
        if view is not None:
            self.post_message(OpenDay(view.note.day, view.note.id, edit=True))

    @work
    async def action_share(self) -> None:
        """See what readers will see."""
        if await self.may_leave():
            self._answers.clear()
            self.post_message(OpenShare(self._named))
