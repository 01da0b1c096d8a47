"""The reasons that stand for passages: who gave each, why, until when, what it is worth now; one can be ended."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.binding import BindingType

from tui.bindings import key
from tui.one_line import in_one_line
from tui.screens.browser import Browser
from tui.screens.sources import day_or_week, source_named
from tui.visible import visible
from tui.waiving import Registered


class WaiversPage(Browser[Registered]):
    """Every reason ever given, the newest first."""

    NAME = "waivers"
    OPENS = True

    BINDINGS: ClassVar[list[BindingType]] = [
        key("d", "end", "waiver-end"),
    ]

    def items(self) -> Sequence[Registered]:
        """The register."""
        titles = {rule.id: rule.title for pack in self.desk.packs.packs for rule in pack.all_rules}
        self._titles = titles
        return self.desk.register.all()[::-1]

    def counted(self, items: Sequence[Registered]) -> str:
        """How many stand."""
        return (
            self.words.count("count-standing", sum(item.worth == "standing" for item in items))
            if items
            else ""
        )

    def row(self, item: Registered) -> Text:
        """What it is about, and why it stands, or that it does not."""
        stands = item.worth == "standing"
        said = visible(in_one_line(item.waiver.reason, _MOST)) if stands else self._worth(item)
        told = self._title(item), self._where(item), self._passage(item, _MOST_QUOTED), said
        return Text(f"{_SIGNS[item.worth]} {' · '.join(filter(None, told))}")

    def told(self, item: Registered) -> Text:
        """Why, who, when."""
        told = Text(f"{self._title(item)}\n", "bold")
        if item.passage:
            told.append(f"{self._passage(item, _MOST_TOLD)}\n", "not bold underline")
        told.append(f"{visible(item.waiver.reason)}\n\n", "not bold")
        for name, value in self._facts(item).items():
            told.append(f"{self.words(name)} {visible(value)}\n", "not bold")
        return told.append(f"\n{self.words(f'worth-{item.worth}')}", "not bold")

    def _facts(self, item: Registered) -> dict[str, str]:
        """What is known of it, by the wording key of what that is."""
        waiver = item.waiver
        given = self.words(
            "waiver-given", author=visible(waiver.author) or "?", day=self.words.moment(waiver.given)
        )
        return {
            "waiver-where": self._where(item),
            "waiver-who": given,
            "waiver-until": waiver.until.isoformat() if waiver.until else self.words("waiver-no-end"),
            "waiver-worth": self._worth(item),
            "waiver-rule": waiver.rule,
        }

    def _title(self, item: Registered) -> str:
        title = self._titles.get(item.waiver.rule)
        return visible(title.said(self.words.language) if title else item.waiver.rule)

    def _where(self, item: Registered) -> str:
        return source_named(self.words, item.waiver.source)

    def _passage(self, item: Registered, most: int) -> str:
        # One reason given for two passages stands twice: they tell one from the other.
        return self.words("quoted", text=visible(in_one_line(item.passage, most))) if item.passage else ""

    def _worth(self, item: Registered) -> str:
        until = item.waiver.until
        return self.words(f"waiver-{item.worth}", day=until.isoformat() if until else "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what has not been ended yet can be."""
        if action != "end":
            return True
        item = self.selected if self.is_mounted else None
        return item is not None and item.waiver.ended is None

    @work(exclusive=True, group="end")
    async def action_end(self) -> None:
        """Take the selected reason back, after asking: the passage is held again."""
        item = self.selected
        if (
            item is None
            or await self.choose("waiver-ask", [("stay", "waiver-keep"), ("end", "waiver-end-it")]) != "end"
        ):
            return
        number = item.waiver.id
        await self.ask(self.desk.waivers.end, number)
        self.tell(self.words("waive-ended", number=number))
        self.load()

    async def open_item(self, item: Registered) -> None:
        """Go to the note or the week it was given for."""
        found = await self.ask(day_or_week, self.desk, item.waiver.source)
        if found is not None:
            self.post_message(found)


_SIGNS = {"standing": "✓", "ended": "–", "expired": "–", "unmatched": "·"}
_MOST_QUOTED, _MOST_TOLD = 24, 200
"""Most code points of its passage in the list, and below."""
_MOST = 40
"""Most code points of a reason in the list; all of it stands below."""
