"""The versions of a note, newest first, one of them selected."""

from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widgets import ListItem, ListView

from tui.bindings import key
from tui.history import VersionView
from tui.widgets.days import short_day
from tui.widgets.swap import swap
from tui.wording import Words


class VersionRow(ListItem):
    """One version: its number, when it was written, what it changed."""

    def __init__(self, view: VersionView, words: Words, *, now: bool) -> None:
        """`now`: whether it is how the note stands."""
        super().__init__()
        self.view = view
        """The version."""
        self._words = words
        self._now = now

    def render(self) -> Text:
        """One line."""
        changes = changes_of(self.view.changes, self._words)
        row = self._words(
            "history-row",
            version=self.view.note.version,
            day=short_day(self._words, self.view.changed.date()),
            at=f"{self.view.changed:%H:%M}",
            changes=changes,
        )
        return Text(f"{row} · {self._words('history-now')}" if self._now else row)


class VersionList(ListView):
    """Every version of a note; enter restores the selected one."""

    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "select_cursor", "history-restore")]

    def __init__(self) -> None:
        super().__init__(initial_index=None)

    @property
    def selected(self) -> VersionView | None:
        """The version that the keys act on."""
        child = self.highlighted_child
        return child.view if isinstance(child, VersionRow) else None

    async def show(self, versions: tuple[VersionView, ...], words: Words) -> None:
        """Draw these versions, given oldest first; the newest is selected."""
        # How it stands: its newest version, and what was said last of its kind.
        texts = [view for view in versions if not view.occasion]
        kinds = [view for view in versions if view.occasion]
        standing = [*texts[-1:], *kinds[-1:]]
        rows = [VersionRow(view, words, now=any(view is one for one in standing)) for view in versions]
        await swap(self, rows[::-1])
        self.index = 0 if versions else None


def changes_of(changes: tuple[str, ...], words: Words) -> str:
    """What a version changed, in words."""
    return ", ".join(words(f"change-{change}") for change in changes) or words("change-none")
