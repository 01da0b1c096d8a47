"""One remark beside what is being written: how serious, why, by which clause, and the keys to act on it."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.widgets import Static

from rules.finding import Finding
from tui.visible import visible
from tui.widgets.remark import clause
from tui.widgets.signs import LEVEL_SIGNS
from tui.widgets.tones import TONE_CLASSES, tones
from tui.wording import Words

_PADDING = 6
"""Columns at both sides together."""


class LineRemark(Static):
    """A few quiet lines; nothing at all while there is nothing to say."""

    DEFAULT_CSS = """
    LineRemark { height: auto; max-height: 10; padding: 0 3; color: $foreground; display: none; }
    LineRemark > .line-remark--quiet { color: $quiet; }
    """
    COMPONENT_CLASSES = {"line-remark--quiet", *TONE_CLASSES}  # noqa: RUF012 - as Textual declares it

    def __init__(self, words: Words) -> None:
        super().__init__(markup=False)
        self._words = words

    def say_nothing(self) -> None:
        """Give the room back."""
        self.display = False

    def say_finding(self, finding: Finding, more: int, keys: Sequence[str]) -> None:
        """`more`: how many others there are; `keys`: each with what it does."""
        level = self._words(f"level-{finding.level.word}")
        said = Text(end="")
        said.append(f"{LEVEL_SIGNS[finding.level]} {level}", "bold")
        said.stylize(tones(self)[finding.level])
        said.append(f"{self._words('colon')}{visible(finding.message)}")
        if more:
            said.append(f" {self._words.count('more-beside', more)}", self._quiet)
        said.append(f"\n{self._words('remark-why')} {clause(self._words, finding)}", self._quiet)
        if self.screen.has_class("-tall"):  # lines to spare
            said.append(f"\n{self._words('remark-instead')} {visible(finding.advice)}", self._quiet)
        self._say(said, keys)

    def say(self, sentence: str, keys: Sequence[str] = ()) -> None:
        """One sentence and keys."""
        self._say(Text(visible(sentence)), keys)

    def _say(self, said: Text, keys: Sequence[str]) -> None:
        for line in _lines(keys, max(1, self.app.size.width - _PADDING)):
            said.append(f"\n{line}", self._quiet)
        self.update(said)
        self.display = True

    @property
    def _quiet(self) -> Style:
        return self.get_component_rich_style("line-remark--quiet", partial=True)


def _lines(keys: Sequence[str], width: int) -> list[str]:
    # Broken between keys, so that none stands apart from what it does.
    lines: list[str] = []
    for one in keys:
        longer = f"{lines[-1]} · {one}" if lines else one
        if lines and cell_len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(one)
    return lines
