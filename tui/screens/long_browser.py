"""A browser of what may be thousands: a page of it at first, and the next one as a person comes near the end."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Final, TypeVar

from textual import on, work

from tui.screens.browser import Browser
from tui.widgets.pick_list import PickList

Item = TypeVar("Item")

PAGE: Final = 100
"""Rows that are read at a time."""


class LongBrowser(Browser[Item]):
    """A list that is read page by page. A new one says what a page is, in the place of all items."""

    @abstractmethod
    def page(self, behind: Item | None, most: int) -> Sequence[Item]:
        """The first `most` items, or those behind `behind`. Runs on the journal's thread."""

    def items(self) -> Sequence[Item]:
        """The first page."""
        return self.page(None, PAGE)

    def _show(self, items: Sequence[Item]) -> None:
        super()._show(items)
        self.query_one(PickList).expect(more=len(items) == PAGE)

    @on(PickList.EndNears)
    @work(exclusive=True, group="load")
    async def _go_on(self) -> None:
        drawn = len(self._items)
        more = await self.ask(self.page, self._items[-1], PAGE)
        if more is not None:
            listed = self.query_one(PickList)
            self._items = [*self._items, *more]
            listed.add_options(self._options(self._items, drawn))
            listed.expect(more=len(more) == PAGE)
