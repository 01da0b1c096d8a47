"""Clearing a text: read it once more, answer what is asked, decide. A person does, never Clearday."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from rules.finding import Level
from rules.week import Week
from storage.records import Clearance
from tui.bindings import key, key_of
from tui.gate import Held
from tui.screens.clear_remarks import ClearRemarksPage
from tui.screens.picturing import ask_consent, recording
from tui.screens.requests import OpenDay, OpenShare, OpenWeek
from tui.visible import visible


class ClearPage(ClearRemarksPage):
    """One text before the gate, and the decision about it."""

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

    def body(self) -> ComposeResult:
        """The text beside the remarks, the decision below."""
        yield from super().body()
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

    # Deciding

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Clearing is offered only when nothing is owed and it was not done yet."""
        if action == "clear":
            return not (self.owes or self.cleared)
        return super().check_action(action, parameters)

    def come_to_decide(self) -> None:
        """To the button."""
        self.query_one("#clear-button", Button).focus()

    def say_standing(self) -> None:
        """What is still owed, or that the person decides now."""
        self.query_one("#clear-stands", Static).update(Content(self._stands()))
        self.query_one("#clear-button", Button).disabled = self.owes
        self.refresh_bindings()

    def _stands(self) -> str:
        standing = self.standing
        if standing is None or standing.subject.private:
            return self.words("why-private")
        if standing.verdict == "stopped":
            return self.words("clear-stopped", key=key_of(self, "clear-reword", typing=False))
        if self.missing:
            return self.words.count("clear-owes", self.missing)
        if self.waiting:
            return self.words.count("clear-pictures", len(self.waiting))
        return self.words("clear-decide")

    @on(Button.Pressed, "#clear-button")
    def _pressed(self) -> None:
        if self.cleared:
            self.action_share()
        else:
            self.action_clear()

    def action_clear(self) -> None:
        """Clear the text, when nothing is owed."""
        if not (self.owes or self.cleared):
            self._clear()

    @work(exclusive=True, group="clear")
    async def _clear(self) -> None:
        if self.standing is None or not await self._pictures_may_go():
            return
        subject, platforms = self.standing.subject, self.desk.chosen_platforms
        try:
            clearance = await self.ask(self.desk.clear, subject, dict(self.typed), platforms)
        except Held as held:
            self.tell(self.words(f"why-{held.why}"), "warning")
            return
        if clearance is not None:
            self._say_cleared(clearance)

    async def _pictures_may_go(self) -> bool:
        """Ask who is in each picture that nothing lets out yet; whether all of them may go out now."""
        for one in self.waiting:
            asked = self.words("photo-ask-consent-of", what=visible(one.photo.alt or one.photo.name))
            await ask_consent(self.app, self.words, asked, one.photo.name, recording(self))
        if self.waiting:
            await self.look_at_pictures()
            self.say_standing()
        if self.waiting:
            self.tell(self.words("why-consent"), "warning")
        return not self.waiting

    def _say_cleared(self, clearance: Clearance) -> None:
        self.cleared = True
        self.offer_change()
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
        return not self.cleared and any(answer.strip() for answer in self.typed.values())

    async def may_leave(self) -> bool:
        """Ask about answers that were typed."""
        if not self.unsaved:
            return True
        return await self.choose("leave-clear", [("stay", "leave-stay"), ("drop", "leave-drop")]) == "drop"

    @work
    async def action_reword(self) -> None:
        """Change the text where it was written."""
        if self.standing is None or not await self.may_leave():
            return
        self.typed.clear()
        if self.standing.subject.platform:
            self.post_message(OpenShare(self.named))
            return
        week = Week.named(self.named)
        if week is not None:
            held = [finding.start for finding in self.standing.findings if finding.level > Level.NOTE]
            self.post_message(OpenWeek(week, place=min(held, default=0)))
            return
        view = await self.ask(self.desk.note, int(self.named))
        if view is not None:
            self.post_message(OpenDay(view.note.day, view.note.id, edit=True))

    @work
    async def action_share(self) -> None:
        """See what readers will see."""
        if await self.may_leave():
            self.typed.clear()
            self.post_message(OpenShare(self.named))
