"""The rules in use: what each remarks on, where it comes from, its examples, who published it, when it was read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text

from rules.pack import RulePack
from rules.rule import Rule
from rules.week_rule import WeekRule
from tui.commands.rules_explain import explained
from tui.screens.browser import Browser
from tui.visible import visible
from tui.widgets.signs import LEVEL_SIGNS
from tui.widgets.tones import TONE_CLASSES, tones


@dataclass(frozen=True, slots=True)
class Published:
    """A rule and the pack it stands in."""

    pack: RulePack
    rule: Rule | WeekRule


class RulesPage(Browser[Published]):
    """Every rule, pack by pack."""

    NAME = "rules"
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)

    def items(self) -> Sequence[Published]:
        """All of them, as packs have them."""
        return [Published(pack, rule) for pack in self.desk.packs.packs for rule in pack.all_rules]

    def heading(self, item: Published) -> str:
        """The pack's title and version."""
        return f"{visible(item.pack.title.said(self.words.language))} {item.pack.version}"

    def counted(self, items: Sequence[Published]) -> str:
        """So many rules."""
        return self.words.count("count-rules", len(items))

    def row(self, item: Published) -> Text:
        """Its sign and its title."""
        title = visible(item.rule.title.said(self.words.language))
        level = item.rule.level
        return Text.assemble((LEVEL_SIGNS[level], tones(self)[level]), f" {title}")

    def told(self, item: Published) -> Text:
        """What `clearday rules explain` says, and who published the pack."""
        pack, words = item.pack, self.words
        told = Text()
        for line in explained(item.pack, item.rule, words):
            told.append(f"{visible(line)}\n", "bold" if not told else "")
        published = words(
            "rules-published",
            publisher=pack.publisher,
            licence=pack.licence,
            since=pack.effective.isoformat(),
            until=pack.review_by.isoformat(),
        )
        return told.append(f"\n{visible(published)}")
