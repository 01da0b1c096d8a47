"""What readers will see, platform by platform, and the way out for what a person cleared."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static, Tab, Tabs, TextArea

from rules.private_spans import public
from rules.snippet import snippets
from storage.records import Draft
from tui.bindings import key
from tui.screens.desk_thread import DeskThread
from tui.screens.outgoing import Outgoing, Outlook, outgoing
from tui.screens.page import Severity
from tui.screens.part_acts import PartActsPage, Terminal
from tui.screens.requests import OpenClear
from tui.screens.subject_title import subject_title
from tui.widgets.note_editor import NoteEditor
from tui.widgets.part_card import PartCard, length
from tui.widgets.platform_card import PlatformCard, badge, state_told
from tui.widgets.prose_editor import ProseEditor
from tui.widgets.swap import swap
from tui.widgets.variant_editor import VariantEditor

_MOST_TOLD = 4
"""Parts whose lengths are told while a variant is written."""


class SharePage(PartActsPage):
    """The parts of one text, one platform at a time, the other platforms beside it."""

    TOPIC = "share"

    BINDINGS: ClassVar[list[BindingType]] = [
        key("space", "go_on", "share-go-on"),
        key("y,enter", "copy", "share-copy"),
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
        self._outgoing: Outgoing | None = None
        self._platform = ""
        self._n = 0

    def body(self) -> ComposeResult:
        """Platforms, how the text stands, its parts beside the other platforms, what happened last."""
        yield Tabs(id="share-platforms")
        yield Static(id="share-stands", markup=False)
        with Horizontal(id="share-desk"):
            yield VerticalScroll(id="share-parts")
            yield VariantEditor("")
            yield VerticalScroll(id="share-board")
        yield Static(id="share-said", markup=False)

    def on_mount(self) -> None:
        """Nothing happened yet."""
        self.query_one(Tabs).can_focus = False
        self.query_one("#share-board").can_focus = False
        self.query_one("#share-said").display = False
        self.query_one(VariantEditor).display = False

    def on_screen_resume(self) -> None:
        """It may have been cleared, or changed, in between."""
        if self.editor is None:
            self.load()

    def draw_again(self, part: int = 0) -> None:
        """Ask the gate anew; then `part` is the current one, or the one that was."""
        self.load(part)

    @work(exclusive=True, group="load")
    async def load(self, part: int = 0) -> None:
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
        await self._show(part)

    async def _name_platforms(self, found: Outgoing) -> None:
        tabs = self.query_one(Tabs)
        for outlook in found.outlooks:
            await tabs.add_tab(Tab(Content(outlook.platform.name), id=f"to-{outlook.platform.id}"))
        self._platform = found.outlooks[0].platform.id
        self.query_one("#share-parts").focus()

    @property
    def outlook(self) -> Outlook | None:
        """The platform that is shown."""
        outlooks = self._outgoing.outlooks if self._outgoing else ()
        return next((outlook for outlook in outlooks if outlook.platform.id == self._platform), None)

    async def _show(self, part: int = 0) -> None:
        outlook = self.outlook
        if outlook is None or self.editor is not None:
            return
        self._count_tabs()
        told = " · ".join(filter(None, (badge(self.words, outlook), self.stands(outlook))))
        self.query_one("#share-stands", Static).update(Content(told))
        # Chosen before the cards are drawn: a key that comes in between acts on it.
        self._n = min(part or self.current or outlook.next or 1, len(outlook.parts))
        await swap(self.query_one("#share-parts", VerticalScroll), self._cards(outlook))
        await self._show_board()
        self._choose(self.current)
        self.refresh_bindings()

    def _count_tabs(self) -> None:
        for outlook in self._outgoing.outlooks if self._outgoing else ():
            count = f" {len(outlook.parts)}" if len(outlook.parts) > 1 else ""
            mark = "*" if outlook.fork else ""
            for tab in self.query(f"#to-{outlook.platform.id}").results(Tab):
                tab.label = Content(f"{outlook.platform.name}{count}{mark}")

    async def _show_board(self) -> None:
        outlooks = self._outgoing.outlooks if self._outgoing else ()
        cards = [PlatformCard(self.words, one, current=one.platform.id == self._platform) for one in outlooks]
        for board in self.query("#share-board").results(VerticalScroll):
            await swap(board, cards)

    def _cards(self, outlook: Outlook) -> list[PartCard]:
        total, about = len(outlook.parts), outlook.platform.sure == "about"
        preview = outlook.release is None
        cards = [PartCard(self.words, part, of=total, about=about, preview=preview) for part in outlook.parts]
        for card, state in zip(cards, outlook.states, strict=True):
            card.tell(state_told(self.words, state))
        return cards

    def stands(self, outlook: Outlook) -> str:
        """One sentence: cleared when and by which rules, or why not and what to do."""
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
    def current(self) -> int:
        """The current part, from 1; 0 for none."""
        return min(self._n, len(self.outlook.parts)) if self.outlook else 0

    @on(Tabs.TabActivated)
    @work(exclusive=True, group="show")
    async def _platform_chosen(self, event: Tabs.TabActivated) -> None:
        chosen = (event.tab.id or "").removeprefix("to-")
        if chosen != self._platform:
            self._platform = chosen
            outlook = self.outlook
            await self._show((outlook.next if outlook else 0) or 1)
        else:
            await self._show()

    @on(PlatformCard.Chosen)
    def _board_chosen(self, event: PlatformCard.Chosen) -> None:
        if self.editor is None:
            self.query_one(Tabs).active = f"to-{event.platform}"

    @on(PartCard.Chosen)
    def _part_chosen(self, event: PartCard.Chosen) -> None:
        self._choose(event.n)

    def _choose(self, n: int) -> None:
        self._n = n
        for card in self.query(PartCard):
            card.current = card.part.n == n
            if card.current:
                card.scroll_visible(animate=False)

    def action_step(self, by: int) -> None:
        """To the next or the previous part."""
        if self.outlook is not None:
            self._choose(min(max(self.current + by, 1), len(self.outlook.parts)))

    def action_turn(self, by: int) -> None:
        """To the next or the previous platform."""
        tabs = self.query_one(Tabs)
        if by > 0:
            tabs.action_next_tab()
        else:
            tabs.action_previous_tab()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done here: nothing but writing while a variant is written."""
        outlook = self.outlook
        if self.editor is not None and action in _WHILE_READING:
            return False
        if action in ("step", "move"):
            return outlook is not None and len(outlook.parts) > 1
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

    # Writing for one platform

    @property
    def editor(self) -> VariantEditor | None:
        """The open editor, if one is."""
        editor = self.query_one(VariantEditor)
        return editor if editor.display else None

    @work(exclusive=True, group="edit")
    async def action_edit(self) -> None:
        """Write what this platform gets."""
        outlook = self.outlook
        if outlook is None or self.editor is not None or self._outgoing is None:
            return
        written = await self.ask(self.desk.variants.written, self._outgoing.subject, outlook.platform)
        if written is None:
            return
        editor = self.query_one(VariantEditor)
        self.query_one("#share-parts").display = False
        editor.begin(written)
        draft = await self.left_behind(self._draft_source)
        if draft is not None:
            editor.bring_back(draft.text, 0)
            self.tell(self.is_back(draft))
        self._tell_lengths(editor.text)
        self.refresh_bindings()

    @property
    def _draft_source(self) -> str:
        key_of = self._outgoing.subject.key if self._outgoing else ""
        return f"variant:{key_of}@{self._platform}"

    def draft_of(self, editor: ProseEditor) -> Draft | None:
        """What is written for the platform; nothing where it is what was there."""
        if not isinstance(editor, VariantEditor):
            return None
        return self.draft(self._draft_source, editor.text if editor.changed else "")

    @on(TextArea.Changed)
    def _variant_written(self, event: TextArea.Changed) -> None:
        if event.text_area is self.editor:
            self._tell_lengths(event.text_area.text)

    @work(thread=True, exclusive=True, group="lengths")
    def _tell_lengths(self, text: str) -> None:
        outlook = self.outlook
        if outlook is None:
            return
        parts = snippets(public(text), outlook.platform, reply=outlook.subject.reply).parts
        about = outlook.platform.sure == "about"
        told = [length(self.words, part, about=about) for part in parts[:_MOST_TOLD]]
        told += ["…"] * (len(parts) > _MOST_TOLD)
        said = f"{self.words.count('parts', len(parts))}: {' · '.join(told)}"
        self.app.call_from_thread(self._say_lengths, said)

    def _say_lengths(self, said: str) -> None:
        if self.editor is not None:
            self.query_one("#share-stands", Static).update(Content(said))

    @on(NoteEditor.Saved)
    @work(exclusive=True, group="edit")
    async def _save(self, event: NoteEditor.Saved) -> None:
        outlook = self.outlook
        if outlook is None or self._outgoing is None:
            return
        editor = event.editor
        if editor.changed and await self.ask(self._write, outlook, editor.text) is None:
            return
        await self._close()

    def _write(self, outlook: Outlook, text: str) -> bool:
        self.desk.variants.write(self.desk.subject(self.source), outlook.platform, text)
        return True

    @on(NoteEditor.Left)
    @work
    async def _leave(self) -> None:
        if await self.may_leave():
            await self._close()

    async def _close(self) -> None:
        await self.forget(self._draft_source)
        parts = self.query_one("#share-parts", VerticalScroll)
        parts.display = True
        parts.focus()
        # Hidden and kept: an editor that is taken away may be drawn once more while it goes.
        self.query_one(VariantEditor).display = False
        self.load()

    @property
    def unsaved(self) -> bool:
        """Whether something was written for a platform and not kept."""
        return self.editor is not None and self.editor.changed

    async def may_leave(self) -> bool:
        """Ask about words that were written."""
        if not self.unsaved:
            return True
        return await self.choose("leave-variant", [("stay", "leave-stay"), ("drop", "leave-drop")]) == "drop"

    @work(exclusive=True, group="edit")
    async def action_source(self) -> None:
        """Let this platform get the source again."""
        outlook = self.outlook
        if outlook is None or self._outgoing is None:
            return
        if await self.ask(self.desk.variants.end, self._outgoing.subject, outlook.platform):
            self.say(self.words("variant-none", name=self.source, platform=outlook.platform.name))
            self.load()


_WHILE_READING = frozenset(
    ("go_on", "copy", "step", "turn", "posted", "link", "edit", "source", "move", "open", "clear")
)
