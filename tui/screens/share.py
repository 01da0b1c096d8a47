"""What readers will see, platform by platform, and the way out for what a person cleared."""

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static, Tab, Tabs

from storage.errors import StorageError
from storage.faults import as_journal_errors
from tui.bindings import key
from tui.gate import Held, Release
from tui.outlets.copying import copy_part
from tui.outlets.opening import open_part
from tui.refusal import Refusal
from tui.sayings import say_error
from tui.screens.desk_thread import DeskThread
from tui.screens.outgoing import Outgoing, Outlook, outgoing
from tui.screens.page import Page, Severity
from tui.screens.requests import OpenClear
from tui.screens.subject_title import subject_title
from tui.widgets.part_card import PartCard
from tui.widgets.swap import swap

Terminal = Callable[[str], bool]
"""Asks the terminal to copy exactly this text; tells whether it was asked."""


class SharePage(Page):
    """The parts of one text, one platform at a time."""

    TOPIC = "share"

    BINDINGS: ClassVar[list[BindingType]] = [
        key("y,enter", "copy", "share-copy"),
        key("n", "step(1)", "share-next"),
        key("b", "step(-1)", "share-previous", show=False),
        key("right", "turn(1)", "share-platform", priority=True),
        key("left", "turn(-1)", "share-platform-back", show=False, priority=True),
        key("o", "open", "share-open"),
        key("c,f4", "clear", "share-clear"),
    ]

    def __init__(self, thread: DeskThread, name: str, *, terminal: Terminal, banner: str = "") -> None:
        """`name`: the public id of a note or a week."""
        super().__init__(thread, banner=banner)
        self._named = name
        self._terminal = terminal
        self._outgoing: Outgoing | None = None
        self._platform = ""

    def body(self) -> ComposeResult:
        """Platforms, how the text stands, its parts, what happened last."""
        yield Tabs(id="share-platforms")
        yield Static(id="share-stands", markup=False)
        yield VerticalScroll(id="share-parts")
        yield Static(id="share-said", markup=False)

    def on_mount(self) -> None:
        """Nothing happened yet."""
        self.query_one(Tabs).can_focus = False
        self.query_one("#share-said").display = False

    def on_screen_resume(self) -> None:
        """It may have been cleared, or changed, in between."""
        self.load()

    @work(exclusive=True, group="load")
    async def load(self) -> None:
        """Ask the gate for every platform."""
        found = await self.ask(outgoing, self.desk, self._named)
        if found is None:
            self.action_back()
            return
        first = self._outgoing is None
        self._outgoing = found
        self.head(self.words("title-share", what=subject_title(self.words, found.subject)))
        if first:
            await self._name_platforms(found)
        await self._show()

    async def _name_platforms(self, found: Outgoing) -> None:
        tabs = self.query_one(Tabs)
        for outlook in found.outlooks:
            count = f" {len(outlook.parts)}" if len(outlook.parts) > 1 else ""
            await tabs.add_tab(
                Tab(Content(f"{outlook.platform.name}{count}"), id=f"to-{outlook.platform.id}")
            )
        self._platform = found.outlooks[0].platform.id
        self.query_one("#share-parts").focus()

    @property
    def _outlook(self) -> Outlook | None:
        outlooks = self._outgoing.outlooks if self._outgoing else ()
        return next((outlook for outlook in outlooks if outlook.platform.id == self._platform), None)

    async def _show(self) -> None:
        outlook = self._outlook
        if outlook is None:
            return
        self.query_one("#share-stands", Static).update(Content(self._stands(outlook)))
        current = self._current.part.n if self._current else 1
        parts = self.query_one("#share-parts", VerticalScroll)
        await swap(parts, self._cards(outlook))
        self._choose(min(current, len(outlook.parts)))
        self.refresh_bindings()

    def _cards(self, outlook: Outlook) -> list[PartCard]:
        total, about = len(outlook.parts), outlook.platform.sure == "about"
        preview = outlook.release is None
        cards = [PartCard(self.words, part, of=total, about=about, preview=preview) for part in outlook.parts]
        for card in cards:
            card.tell(self._left(outlook, card.part.n))
        return cards

    def _left(self, outlook: Outlook, n: int) -> str:
        ledger = self._outgoing.ledger if self._outgoing else ()
        lines = [line for line in ledger if (line.platform, line.part) == (outlook.platform.id, n)]
        if not lines:
            return ""
        return self.words(f"left-{lines[-1].route}", at=f"{lines[-1].at:%H:%M}")

    def _stands(self, outlook: Outlook) -> str:
        if outlook.held is not None:
            sentence = self.words(f"why-{outlook.held.why}")
            clearable = outlook.held.why in ("uncleared", "lapsed", "owed")
            return f"{sentence} {self.words('then-clear' if clearable else 'then-preview')}"
        if outlook.release is None:
            return ""
        clearance = outlook.release.clearance
        packs = ", ".join(f"{name} {version}" for name, version in clearance.packs)
        return self.words("share-cleared", at=f"{clearance.cleared_at:%Y-%m-%d %H:%M}", packs=packs)

    # Choosing

    @property
    def _current(self) -> PartCard | None:
        return next((card for card in self.query(PartCard) if card.current), None)

    @on(Tabs.TabActivated)
    @work(exclusive=True, group="show")
    async def _platform_chosen(self, event: Tabs.TabActivated) -> None:
        self._platform = (event.tab.id or "").removeprefix("to-")
        await self._show()

    @on(PartCard.Chosen)
    def _part_chosen(self, event: PartCard.Chosen) -> None:
        self._choose(event.n)

    def _choose(self, n: int) -> None:
        for card in self.query(PartCard):
            card.current = card.part.n == n
            if card.current:
                card.scroll_visible(animate=False)

    def action_step(self, by: int) -> None:
        """To the next or the previous part."""
        total = len(self.query(PartCard))
        if self._current is not None:
            self._choose(min(max(self._current.part.n + by, 1), total))

    def action_turn(self, by: int) -> None:
        """To the next or the previous platform."""
        tabs = self.query_one(Tabs)
        if by > 0:
            tabs.action_next_tab()
        else:
            tabs.action_previous_tab()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the next part only when there are several, and clearing only when it is needed."""
        outlook = self._outlook
        if action == "step":
            return outlook is not None and len(outlook.parts) > 1
        return action != "clear" or outlook is None or outlook.release is None

    # Leaving

    def action_copy(self) -> None:
        """Copy the current part, if it is cleared."""
        self._let_out(self._copied)

    def action_open(self) -> None:
        """Open the platform's page for writing with the current part in it."""
        self._let_out(self._opened)

    def _let_out(self, way: Callable[[Release, int], str]) -> None:
        outlook, card = self._outlook, self._current
        if outlook is None or card is None:
            return
        if outlook.release is None:
            self.tell(self._stands(outlook), "warning")
            return
        self._say(self.words("share-busy"), "information")
        self._go(way, outlook.release, card.part.n)

    @work(thread=True, exclusive=True, group="out")
    def _go(self, way: Callable[[Release, int], str], shown: Release, n: int) -> None:
        # Asked of the gate once more: the text may have changed since it was drawn.
        try:
            with as_journal_errors(self.desk.path):
                said, severity = self._left_by(way, shown, n)
        except Held as held:
            said, severity = self.words(f"why-{held.why}"), "warning"
        except (Refusal, StorageError) as error:
            said, severity = say_error(self.words, error), "error"
        self.app.call_from_thread(self._went, said, severity)

    def _left_by(self, way: Callable[[Release, int], str], shown: Release, n: int) -> tuple[str, Severity]:
        release = self.desk.release(self.desk.subject(self._named), shown.platform)
        if release.fingerprint != shown.fingerprint:
            return self.words("share-changed"), "warning"
        return way(shown, n), "information"

    def _copied(self, release: Release, n: int) -> str:
        return copy_part(release, n, desk=self.desk, terminal=self._terminal).message(self.words)

    def _opened(self, release: Release, n: int) -> str:
        return open_part(release, n, desk=self.desk).message(self.words)

    def _went(self, said: str, severity: Severity) -> None:
        self._say(said, severity)
        self.load()

    def _say(self, said: str, severity: Severity) -> None:
        line = self.query_one("#share-said", Static)
        line.update(Content(said))
        line.display = True
        line.set_class(severity != "information", "-wrong")

    def action_clear(self) -> None:
        """Clear the text first."""
        self.post_message(OpenClear(self._named))
