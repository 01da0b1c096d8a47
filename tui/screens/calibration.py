"""How the rules fare with this person: how often each spoke, what became of it, and which could be quieter."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.binding import BindingType

from storage.records import Heard
from tui.bindings import key
from tui.calibration import fares
from tui.screens.browser import Browser
from tui.screens.requests import SettingsChanged
from tui.visible import visible
from tui.widgets.signs import LEVEL_SIGNS


class CalibrationPage(Browser[Heard]):
    """Every rule that spoke, the most frequent first."""

    NAME = "calibration"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"calibration--bar"}

    BINDINGS: ClassVar[list[BindingType]] = [key("z", "quiet", "rule-quiet")]

    def items(self) -> Sequence[Heard]:
        """What became of each rule's remarks."""
        heard = self.desk.waivers.heard()
        self._fares = {fare.heard.rule: fare for fare in fares(heard, self.desk.packs.packs)}
        return heard

    def counted(self, items: Sequence[Heard]) -> str:
        """So many remarks."""
        return self.words.count("count-remarks", sum(item.made for item in items)) if items else ""

    def row(self, item: Heard) -> Text:
        """How often, and whether it could be quieter."""
        often = self.words.count("calibration-times", item.made)
        row = f"{self._sign(item)} {self._title(item)} · {often}"
        return Text(f"{row} · {self.words('calibration-maybe')}" if self._quietable(item) else row)

    def told(self, item: Heard) -> Text:
        """The figures, drawn and in words, and the offer."""
        told = Text(f"{self._title(item)}\n\n", "bold")
        for name in ("made", "reworded", "answered", "waived"):
            number = getattr(item, name)
            bar = "█" * round(_WIDTH * number / max(item.made, 1)) or "·"
            told.append(f"{number:>5} {self.words(f'calibration-{name}'):<{self._width}} ", "not bold")
            told.append(f"{bar}\n", self.get_component_rich_style("calibration--bar", partial=True))
        if self._quietable(item):
            told.append(f"\n{self.words('calibration-offer')}\n", "not bold")
        elif item.rule in self.desk.settings.quiet:
            told.append(f"\n{self.words('calibration-quiet')}\n", "not bold")
        return told.append(f"\n{item.rule}\n{self.words('heard-local')}", "not bold")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a rule that is always excused is offered to be quieted."""
        item = self.selected if action == "quiet" and self.is_mounted else None
        return action != "quiet" or (item is not None and self._quietable(item))

    @work(exclusive=True, group="quiet")
    async def action_quiet(self) -> None:
        """Let the selected rule only advise from now on, after asking; the settings say so from then on."""
        item = self.selected
        if (
            item is None
            or await self.choose("quiet-ask", [("stay", "quiet-keep"), ("quiet", "quiet-it")]) != "quiet"
        ):
            return
        named = [*self.desk.settings.quiet, item.rule]
        if await self.ask(self._write, named):
            self.app.post_message(SettingsChanged("calibration"))

    def _write(self, named: Sequence[str]) -> bool:
        self.desk.preferences.set("quiet", named)
        return True

    @property
    def _width(self) -> int:
        return max(
            len(self.words(f"calibration-{name}")) for name in ("made", "reworded", "answered", "waived")
        )

    def _title(self, item: Heard) -> str:
        rule = self._fares[item.rule].rule
        return visible(rule.title.said(self.words.language) if rule else item.rule)

    def _sign(self, item: Heard) -> str:
        rule = self._fares[item.rule].rule
        return LEVEL_SIGNS[rule.level] if rule else " "

    def _quietable(self, item: Heard) -> bool:
        return self._fares[item.rule].quietable


_WIDTH = 20
