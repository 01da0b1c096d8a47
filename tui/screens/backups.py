"""The copies of the journal: which there are, how old and how large; one made now; and how to go back to one."""

import shlex
from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.binding import BindingType

from storage.copies import DAMAGED, Copy
from tui.bindings import key
from tui.screens.browser import Browser
from tui.visible import visible
from tui.widgets.days import short_day


class BackupsPage(Browser[Copy]):
    """Every copy in the backups folder, the newest first."""

    NAME = "backups"

    BINDINGS: ClassVar[list[BindingType]] = [key("b", "back_up", "backup-now")]

    def items(self) -> Sequence[Copy]:
        """What lies there."""
        return self.desk.safe.copies()

    def counted(self, items: Sequence[Copy]) -> str:
        """So many copies."""
        return self.words.count("count-copies", len(items)) if items else ""

    def row(self, item: Copy) -> Text:
        """When, of which kind, how large."""
        day = short_day(self.words, item.at.date())
        return Text(f"{day} {item.at:%H:%M} · {self.words(f'kind-{item.kind}')} · {self._kilobytes(item)}")

    def told(self, item: Copy) -> Text:
        """What it is, and the way back to it."""
        told = Text(f"{self.words.moment(item.at)}\n", "bold")
        told.append(f"{self.words(f'backup-{item.kind}')}\n", "not bold")
        if item.sealed:
            told.append(f"{self.words('backup-sealed')}\n", "not bold")
        if item.kind == DAMAGED:
            return told.append(f"\n{visible(item.path)}", "not bold")
        told.append(f"\n{self.words('backup-way-back')}\n\n", "not bold")
        return told.append(f"clearday restore {visible(shlex.quote(item.path))}", "bold")

    def _kilobytes(self, item: Copy) -> str:
        return f"{self.words.figure(-(-item.size // 1024))} {self.words('kb')}"

    @work(exclusive=True, group="backup")
    async def action_back_up(self) -> None:
        """Make a verified copy now."""
        written = await self.ask(self.desk.safe.back_up)
        if written is not None:
            self.tell(self.words.count("backup-made", written.holds.notes))
            self.load()
