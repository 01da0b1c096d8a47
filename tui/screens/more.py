"""Every place there is beside the day, each with what it is for."""

from collections.abc import Sequence

from rich.text import Text

from tui.bindings import KeysNow
from tui.screens.browser import Browser
from tui.screens.places import PLACES


class MorePage(Browser[str]):
    """A list of places; enter goes there."""

    NAME = "more"
    OPENS = True

    def items(self) -> Sequence[str]:
        """All but this one."""
        return [name for name in PLACES if name != "more"]

    def counted(self, items: Sequence[str]) -> str:
        """Nobody wants to know."""
        return ""

    def row(self, item: str) -> Text:
        """What it is called."""
        name = self.words(f"title-{item}")
        return Text(name)

    def told(self, item: str) -> Text:
        """What it is for."""
        told = Text(self.words(f"title-{item}"), "bold")
        told.append(f"\n{self.words(f'tip-{item}')}", "not bold")
        own = f"{KeysNow(self):{item}}"
        said = "more-letter" if len(own) == 1 else "more-key"
        return told.append(f"\n\n{self.words(said, own=own)}", "not bold") if own else told

    async def open_item(self, item: str) -> None:
        """Go there."""
        await self.run_action(f"app.open('{item}')")
