"""The settings, one a line: what each is for, what holds now; enter changes it, and the file keeps its comments."""

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from storage.errors import StorageError
from tui.bindings import key
from tui.preferences import CHOICES, Preference
from tui.sayings import say_error
from tui.screens.page import Page
from tui.screens.requests import SettingsChanged
from tui.screens.value import Value
from tui.themes import known_themes
from tui.usual import usual
from tui.visible import visible
from tui.widgets.in_columns import InColumns
from tui.widgets.measured_row import MeasuredRow
from tui.widgets.pointed_list import PointedList

_NAME = 16
"""Columns of a setting's name."""


class SettingsPage(Page):
    """Every setting of the file in use."""

    TOPIC = "settings"
    LAYOUT = "settings"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"settings--quiet", "settings--given"}

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,e", "change", "setting-change"),
        key("d,delete", "usual", "setting-usual"),
        key("j", "move('cursor_down')", "list-down", show=False),
        key("k", "move('cursor_up')", "list-up", show=False),
        key("g", "move('first')", "list-first", show=False),
        key("G", "move('last')", "list-last", show=False),
    ]

    def body(self) -> ComposeResult:
        """What this is, then the settings."""
        yield Static(id="settings-what", markup=False)
        yield PointedList(id="settings", markup=False)

    def on_mount(self) -> None:
        """Read them."""
        self.head(self.words("title-settings"))
        where = visible(self.desk.preferences.path)
        self.query_one("#settings-what", Static).update(Text(self.words("settings-what", path=where)))
        self.query_one(OptionList).focus()
        self._read()

    @work(exclusive=True)
    async def _read(self) -> None:
        found = await self.ask(self.desk.preferences.all)
        if found is None:
            return
        listed = self.query_one(OptionList)
        place = listed.highlighted or 0
        listed.set_options(
            [Option(self._drawn(one).on(listed), id=one.name.replace(".", "--")) for one in found]
        )
        listed.highlighted = min(place, len(found) - 1)
        self._found = {one.name: one for one in found}

    def _drawn(self, preference: Preference) -> MeasuredRow:
        given = self.get_component_rich_style("settings--given", partial=True)
        value = (
            Text(visible(shown(preference)), given)
            if preference.given
            else Text(self._usual(preference), self._quiet)
        )
        name = Text(preference.name, "bold")
        about = Text(self._about(preference), self._quiet)
        return MeasuredRow([InColumns([(name, _NAME)], value), InColumns([(Text(), 1)], about)])

    @property
    def _quiet(self) -> Style:
        return self.get_component_rich_style("settings--quiet", partial=True)

    def _usual(self, preference: Preference) -> str:
        return self.words("setting-as-usual", usual=usual(preference.name, self.desk))

    def _about(self, preference: Preference) -> str:
        return self.words(f"setting-{preference.name.partition('.')[0]}")

    @property
    def _selected(self) -> Preference | None:
        listed = self.query_one(OptionList)
        if listed.highlighted is None:
            return None
        return self._found.get((listed.get_option_at_index(listed.highlighted).id or "").replace("--", "."))

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_change()

    @work
    async def action_change(self) -> None:
        """Ask for another value."""
        preference = self._selected
        if preference is None:
            return
        about = f"{preference.name}\n{self._about(preference)}"
        given = await self.app.push_screen_wait(
            Value(self.words, about, shown(preference), self._known(preference.name), self._usual(preference))
        )
        if given is not None:
            await self._change(preference.name, [given] if given else None)

    def action_usual(self) -> None:
        """Back to what holds when nothing is said."""
        preference = self._selected
        if preference is not None and preference.given:
            self._forget(preference.name)
        elif preference is not None:
            self.tell(self.words("setting-usual-already", name=preference.name))

    @work
    async def _forget(self, name: str) -> None:
        await self._change(name, None)

    async def _change(self, name: str, values: Sequence[str] | None) -> None:
        preferences = self.desk.preferences
        try:
            if values is None:
                await self.thread.ask(preferences.unset, name)
            else:
                await self.thread.ask(preferences.set, name, values)
        except (StorageError, ValueError) as error:
            self.tell(say_error(self.words, error), "error")
            return
        self.app.post_message(SettingsChanged("settings"))

    def _known(self, name: str) -> Sequence[str]:
        return known_themes() if name == "theme" else CHOICES.get(name, ())

    def action_move(self, how: str) -> None:
        """Move in the list as an arrow would."""
        getattr(self.query_one(OptionList), f"action_{how}")()


def shown(preference: Preference) -> str:
    """The value as a person would type it."""
    value = preference.value
    if isinstance(value, list):
        return ", ".join(value)
    return value if isinstance(value, str) else str(value).lower()
