"""The versions of a note, newest first, one of them selected."""

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widgets.option_list import Option

from tui.bindings import LIST_KEYS, key
from tui.history import VersionView
from tui.widgets.days import short_day
from tui.widgets.pointed_list import PointedList
from tui.wording import Words


class VersionList(PointedList):
    """Every version of a note; enter restores the selected one. A note can have hundreds: none is a widget."""

    DEFAULT_CSS = """
    VersionList, VersionList:focus { border: none; padding: 0; background: $background; }
    VersionList:focus { background-tint: $foreground 0%; }
    VersionList > .option-list--option { padding: 0 1; }
    VersionList:focus > .option-list--option-highlighted { text-style: bold; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "select", "history-restore"), *LIST_KEYS]

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._views: tuple[VersionView, ...] = ()

    @property
    def selected(self) -> VersionView | None:
        """The version that the keys act on."""
        return self._views[self.highlighted] if self.highlighted is not None else None

    def show(self, versions: tuple[VersionView, ...], words: Words) -> None:
        """Draw these versions, given oldest first; the newest is selected."""
        self._views = versions[::-1]
        # How it stands: its newest version, and what was said last of its kind.
        texts = [view for view in self._views if not view.occasion]
        kinds = [view for view in self._views if view.occasion]
        self.set_options(_rows(self._views, [*texts[:1], *kinds[:1]], words))
        self.highlighted = 0 if versions else None


def _rows(views: Iterable[VersionView], standing: Iterable[VersionView], words: Words) -> Iterable[Option]:
    now = {id(view) for view in standing}
    for view in views:
        row = _row(view, words)
        yield Option(Text(f"{row} · {words('history-now')}" if id(view) in now else row))


def _row(view: VersionView, words: Words) -> str:
    return words(
        "history-row",
        version=view.note.version,
        day=short_day(words, view.changed.date()),
        at=f"{view.changed:%H:%M}",
        changes=changes_of(view.changes, words),
    )


def changes_of(changes: tuple[str, ...], words: Words) -> str:
    """What a version changed, in words."""
    return ", ".join(words(f"change-{change}") for change in changes) or words("change-none")
