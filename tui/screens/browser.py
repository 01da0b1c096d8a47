"""What the screens beside the day have in common: a list, what is selected told in full, and what to do next.

A new one says what its rows are, how a row reads and what is told of it; it goes into `places`.
"""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static
from textual.widgets.option_list import Option

from tui.screens.page import Page
from tui.widgets.in_columns import InColumns
from tui.widgets.measured_row import MeasuredRow
from tui.widgets.pick_list import PickList

Item = TypeVar("Item")


class Browser(Page, Generic[Item]):
    """A list of one kind of thing. `NAME` begins the keys of its sentences: `title-`, `about-`, `none-`."""

    NAME = ""
    TOPIC = "places"
    LAYOUT = "browser"
    _items: Sequence[Item] = ()
    OPENS = False
    """Whether enter opens what is selected; `open_item` does it."""

    def body(self) -> ComposeResult:
        """What this is, the list beside what is told, or what there will be."""
        yield Static(Content(self.words(f"about-{self.NAME}-here")), id="browser-about", markup=False)
        with Container(id="browser-desk"):
            yield PickList(opens=self.OPENS, id="browser-list")
            with VerticalScroll(id="browser-told"):
                yield Static(id="browser-text", markup=False)
        yield Static(Content(self.words(f"none-{self.NAME}")), id="browser-none", markup=False)

    def on_mount(self) -> None:
        """Read the list."""
        self.query_one("#browser-none").display = False
        self.query_one(PickList).focus()
        self.head(self.words(f"title-{self.NAME}"))
        self.load()

    @abstractmethod
    def items(self) -> Sequence[Item]:
        """What there is to list. Runs on the journal's thread."""

    @abstractmethod
    def row(self, item: Item) -> Text:
        """How it reads in the list."""

    @abstractmethod
    def told(self, item: Item) -> Text:
        """All there is to say of it."""

    def heading(self, item: Item) -> str:
        """What it stands under; nothing where there is one group only."""
        return ""

    def counted(self, items: Sequence[Item]) -> str:
        """How many there are, for the title line."""
        return str(len(items)) if items else ""

    @property
    def selected(self) -> Item | None:
        """What the keys act on."""
        # The keys are asked about also while the screen comes and goes, when it has no list.
        listed = self.query_one_optional(PickList)
        option = listed.highlighted_option if listed is not None else None
        return self._items[int(option.id)] if option and option.id else None

    async def open_item(self, item: Item) -> None:
        """Go to what the list has selected."""

    @work(exclusive=True, group="load")
    async def load(self) -> None:
        """Read the list again; what was selected stays so, by its place."""
        items = await self.ask(self.items)
        if items is None:
            self.query_one("#browser-about", Static).update(Content(self.refused))
            return
        self._show(items)

    def _show(self, items: Sequence[Item]) -> None:
        self._items = items
        listed = self.query_one(PickList)
        place = listed.highlighted
        listed.set_options(self._options(items))
        self.head(self.words(f"title-{self.NAME}"), self.counted(items))
        self.query_one("#browser-desk").display = bool(items)
        self.query_one("#browser-none").display = not items
        if items:
            listed.highlighted = min(place, listed.option_count - 1) if place is not None else None
            if listed.highlighted is None:
                listed.action_first()
        self.refresh_bindings()

    def _options(self, items: Sequence[Item], first: int = 0) -> Iterable[Option]:
        """The rows of `items` from number `first` on, those before it being drawn already."""
        under = self.heading(items[first - 1]) if first else ""
        for number, item in enumerate(items[first:], first):
            heading = self.heading(item)
            if heading != under:
                yield Option(Text(f"\n{heading}" if under else heading), disabled=True)
                under = heading
            yield Option(self._laid_out(self.row(item)), id=str(number))

    def _laid_out(self, row: Text) -> VisualType:
        """`row`; where it begins with a sign, what does not fit on its first line goes on below its words."""
        if row.plain[1:2] != " ":
            return row
        sign, words = row.divide([2])
        sign.rstrip()
        return MeasuredRow([InColumns([(sign, 1)], words)], beside=0).on(self.query_one(PickList))

    @on(PickList.OptionHighlighted)
    def _chosen(self) -> None:
        item = self.selected
        if item is not None:
            self.query_one("#browser-text", Static).update(self.told(item))
            self.query_one("#browser-told").scroll_home(animate=False)
        self.refresh_bindings()

    @on(PickList.OptionSelected)
    @work(exclusive=True, group="open")
    async def _open(self) -> None:
        item = self.selected
        if item is not None and self.OPENS:
            await self.open_item(item)
