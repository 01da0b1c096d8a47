"""What was shared: where to, when, by which way, under which clearance, to the letter; and where it can be read."""

from collections.abc import Sequence

from rich.text import Text

from storage.records import Shared
from tui.outbox import went
from tui.screens.long_browser import LongBrowser
from tui.screens.sources import day_or_week, source_named, source_short
from tui.visible import visible


class LedgerPage(LongBrowser[Shared]):
    """Every line of the ledger, the newest first, day by day."""

    NAME = "ledger"
    OPENS = True

    def page(self, behind: Shared | None, most: int) -> Sequence[Shared]:
        """The newest, and how many parts left in all; or those before `behind`."""
        if behind is None:
            self._left = self.desk.outbox.parts_left()
        return self.desk.outbox.page(behind, most=most)

    def heading(self, item: Shared) -> str:
        """The day it left, in full; those of one day stand together."""
        return self.words.long_date(item.at.date())

    def counted(self, items: Sequence[Shared]) -> str:
        """How many parts left."""
        return self.words.count("count-shared", self._left) if items else ""

    def row(self, item: Shared) -> Text:
        """When, where to, which part of what, how."""
        place = self.words("ledger-picture" if item.beside else "part-of", n=item.part, total=item.parts)
        source = source_short(self.words, item.source)
        return Text(f"{item.at:%H:%M} → {self._platform(item)} {place} · {source} · {went(item, self.words)}")

    def told(self, item: Shared) -> Text:
        """The words themselves, and all that is known of them."""
        told = Text(f"{source_named(self.words, item.source)}\n\n", "bold")
        words = visible(item.text) if item.text else self.words("ledger-no-text")
        told.append(f"{words}\n\n", "not bold")
        if item.link:
            told.append(f"{self.words('ledger-link')} {visible(item.link)}\n", "not bold")
        facts = self.words(
            "ledger-facts",
            platform=self._platform(item),
            at=self.words.moment(item.at),
            route=went(item, self.words),
            clearance=item.clearance,
        )
        return told.append(f"{facts}\n\n{self.words('ledger-next')}", "not bold")

    def _platform(self, item: Shared) -> str:
        platform = self.desk.platforms.get(item.platform)
        return visible(platform.name if platform else item.platform)

    async def open_item(self, item: Shared) -> None:
        """Go to the note or the week it came from."""
        found = await self.ask(day_or_week, self.desk, item.source)
        if found is not None:
            self.post_message(found)
