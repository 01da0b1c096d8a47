"""What readers will see, platform by platform, and the way out for what a person cleared."""

from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static, Tab

from tui.bindings import KeysNow, key
from tui.screens.desk_thread import DeskThread
from tui.screens.outgoing import Outgoing, Outlook, outgoing
from tui.screens.page import Severity
from tui.screens.part_acts import Terminal
from tui.screens.requests import OpenClear
from tui.screens.subject_title import subject_title
from tui.screens.variant_writing import VariantWritingPage
from tui.widgets.alt_card import AltCard
from tui.widgets.part_card import PartCard
from tui.widgets.platform_card import PlatformCard, badge, state_told
from tui.widgets.platform_tabs import PlatformTabs
from tui.widgets.swap import swap
from tui.widgets.variant_editor import VariantEditor

_THEN: Final = {
    **dict.fromkeys(("uncleared", "lapsed", "owed", "consent"), "then-clear"),
    "stopped": "then-stopped",
}
"""What is said to be done, by what holds a text; where nothing is, that a preview stands below."""


class SharePage(VariantWritingPage):
    """The parts of one text, one platform at a time, the other platforms beside it."""

    TOPIC = "share"
    LAYOUT = "share"

    BINDINGS: ClassVar[list[BindingType]] = [
        key("space", "go_on", "share-go-on"),
        key("y,enter", "copy", "share-copy"),
        key("d", "copy_alt", "share-alt"),
        key("n", "step(1)", "share-next"),
        key("b", "step(-1)", "share-previous", show=False),
        key("right", "turn(1)", "share-platform", priority=True),
        key("left", "turn(-1)", "share-platform-back", show=False, priority=True),
        key("p", "posted", "share-posted"),
        key("a", "link", "share-link", show=False),
        key("e,f7", "edit", "share-edit"),
        key("v", "source", "share-source"),
        key("greater_than_sign,right_square_bracket", "move(1)", "share-later", show=False),
        key("less_than_sign,left_square_bracket", "move(-1)", "share-earlier", show=False),
        key("o", "open", "share-open", show=False),
        key("c,f4", "clear", "share-clear"),
    ]

    def __init__(self, thread: DeskThread, name: str, *, terminal: Terminal, banner: str = "") -> None:
        """`name`: the public id of a note or a week, or of what was edited for a platform."""
        super().__init__(thread, banner=banner)
        self._named = name
        self.source = name.partition("@")[0]
        self.terminal = terminal
        self._n = 0

    def body(self) -> ComposeResult:
        """Platforms, how the text stands, its parts beside the other platforms, what happened last."""
        yield PlatformTabs(id="share-platforms")
        yield Static(id="share-stands", markup=False)
        with Horizontal(id="share-desk"):
            yield VerticalScroll(id="share-parts")
            yield VariantEditor("")
            yield VerticalScroll(id="share-board")
        yield Static(id="share-said", markup=False)

    def on_mount(self) -> None:
        """Nothing happened yet; the text is being read."""
        self.query_one("#share-stands", Static).update(self.words("clear-busy"))
        self.query_one("#share-board").can_focus = False
        self.query_one("#share-said").display = False
        self.query_one(VariantEditor).display = False

    def on_screen_resume(self) -> None:
        """It may have been cleared, or changed, in between."""
        if self.editor is None:
            self.load()

    def draw_again(self, part: int = 0) -> None:
        """Ask the gate anew; then `part` is the current one, or the one that was."""
        self._n = part or self._n  # at once: a later reading overtakes this one, and keeps what is chosen
        self.load()

    @work(exclusive=True, group="load")
    async def load(self) -> None:
        """Ask the gate for every platform."""
        found = await self.ask(outgoing, self.desk, self._named)
        if found is None:
            self.action_back()
            return
        first = self.outgoing is None
        self.outgoing = found
        self.head(self.words("title-share", what=subject_title(self.words, found.subject)))
        if first:
            await self._name_platforms(found)
        await self._show()

    async def _name_platforms(self, found: Outgoing) -> None:
        tabs = self.query_one(PlatformTabs)
        for outlook in found.outlooks:
            await tabs.add_tab(Tab(Content(outlook.platform.name), id=f"to-{outlook.platform.id}"))
        self.platform = found.outlooks[0].platform.id
        self.query_one("#share-parts").focus()

    @property
    def outlook(self) -> Outlook | None:
        """The platform that is shown."""
        outlooks = self.outgoing.outlooks if self.outgoing else ()
        return next((outlook for outlook in outlooks if outlook.platform.id == self.platform), None)

    async def _show(self, part: int = 0) -> None:
        outlook = self.outlook
        if outlook is None or self.editor is not None:
            return
        self._count_tabs()
        # The platform in words too, for who cannot see which one is underlined.
        told = " · ".join(
            filter(None, (outlook.platform.name, badge(self.words, outlook), self.stands(outlook)))
        )
        self.query_one("#share-stands", Static).update(Content(told))
        # Chosen before the cards are drawn: a key that comes in between acts on it.
        self._n = min(part or self.current or outlook.next or 1, len(outlook.parts))
        await swap(self.query_one("#share-parts", VerticalScroll), self._drawn(outlook))
        await self._show_board()
        self._choose(self.current)
        self.refresh_bindings()

    def _count_tabs(self) -> None:
        for outlook in self.outgoing.outlooks if self.outgoing else ():
            count = f" {len(outlook.parts)}" if len(outlook.parts) > 1 else ""
            mark = "*" if outlook.fork else ""
            for tab in self.query(f"#to-{outlook.platform.id}").results(Tab):
                tab.label = Content(f"{outlook.platform.name}{count}{mark}")

    async def _show_board(self) -> None:
        outlooks = self.outgoing.outlooks if self.outgoing else ()
        cards = [PlatformCard(self.words, one, current=one.platform.id == self.platform) for one in outlooks]
        for board in self.query("#share-board").results(VerticalScroll):
            await swap(board, cards)

    def _drawn(self, outlook: Outlook) -> list[Static]:
        beside = zip(outlook.photos, outlook.alts, strict=True)
        cards = [AltCard(self.words, photo, outlook.platform, state) for photo, state in beside]
        return [*self._cards(outlook), *cards]

    def _cards(self, outlook: Outlook) -> list[PartCard]:
        total, about = len(outlook.parts), outlook.platform.sure == "about"
        preview = outlook.release is None
        cards = [PartCard(self.words, part, of=total, about=about, preview=preview) for part in outlook.parts]
        for card, state in zip(cards, outlook.states, strict=True):
            card.tell(state_told(self.words, state))
        return cards

    def stands(self, outlook: Outlook) -> str:
        """One sentence: cleared when, or why not and what to do."""
        if outlook.held is not None:
            sentence = self.words(f"why-{outlook.held.why}")
            then = _THEN.get(outlook.held.why, "then-preview")
            return f"{sentence} {self.words(then, key=KeysNow(self))}"
        if outlook.release is None:
            return ""
        return self.words("share-cleared", at=self.words.moment(outlook.release.clearance.cleared_at))

    # Choosing

    @property
    def current(self) -> int:
        """The current part, from 1; 0 for none."""
        return min(self._n, len(self.outlook.parts)) if self.outlook else 0

    @on(PlatformTabs.TabActivated)
    @work(exclusive=True, group="show")
    async def _platform_chosen(self, event: PlatformTabs.TabActivated) -> None:
        chosen = (event.tab.id or "").removeprefix("to-")
        if chosen != self.platform:
            self.platform = chosen
            self.query_one("#share-said").display = False  # it was about another platform
            outlook = self.outlook
            await self._show((outlook.next if outlook else 0) or 1)
        else:
            await self._show()

    @on(PlatformCard.Chosen)
    def _board_chosen(self, event: PlatformCard.Chosen) -> None:
        if self.editor is None:
            self.query_one(PlatformTabs).active = f"to-{event.platform}"

    @on(PartCard.Chosen)
    def _part_chosen(self, event: PartCard.Chosen) -> None:
        self._choose(event.n)

    @on(PartCard.EndDragged)
    def _end_dragged(self, event: PartCard.EndDragged) -> None:
        self._choose(event.n)
        self.move_end(event.rows)

    def _choose(self, n: int) -> None:
        self._n = n
        for card in self.query(PartCard):
            card.current = card.part.n == n
            if card.current:
                self.call_after_refresh(card.scroll_visible, animate=False)  # a new one has no place yet

    def action_step(self, by: int) -> None:
        """To the next or the previous part."""
        if self.outlook is not None:
            self._choose(min(max(self.current + by, 1), len(self.outlook.parts)))

    def action_turn(self, by: int) -> None:
        """To the next or the previous platform."""
        tabs = self.query_one(PlatformTabs)
        if by > 0:
            tabs.action_next_tab()
        else:
            tabs.action_previous_tab()

    @property
    def refusing(self) -> frozenset[str]:
        """While nothing is cleared, nothing leaves; once all of it is posted, there is nothing to go on with."""
        outlook = self.outlook
        if outlook is None or outlook.release is None:
            return frozenset({"share-go-on", "share-copy", "share-posted"})
        return frozenset({"share-go-on"} if all(state.posted for state in outlook.states) else ())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done here: nothing but writing while a variant is written."""
        outlook = self.outlook
        if self.editor is not None and action in _WHILE_READING:
            return False
        if action in ("step", "move"):
            return outlook is not None and len(outlook.parts) > 1
        if action == "copy_alt":
            return outlook is not None and bool(outlook.photos)
        if action == "source":
            return outlook is not None and outlook.fork is not None
        return action != "clear" or outlook is None or outlook.release is None

    # Saying

    def say(self, said: str, severity: Severity = "information") -> None:
        """Say what happened to a part, below the parts."""
        line = self.query_one("#share-said", Static)
        line.update(Content(said))
        line.display = True
        line.set_class(severity != "information", "-wrong")

    def action_clear(self) -> None:
        """Clear the text first: what was edited for this platform, or the source."""
        outlook = self.outlook
        self.post_message(OpenClear(outlook.subject.name if outlook else self.source))


_WHILE_READING = frozenset(
    ("go_on", "copy", "copy_alt", "step", "turn", "posted", "link", "edit", "source", "move", "open", "clear")
)
