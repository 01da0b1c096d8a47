"""A text in the tones of its remarks that is drawn again only once it says something else."""

from typing import ClassVar

from rich.text import Text
from textual.widgets import Static

from tui.widgets.tones import TONE_CLASSES
from tui.wording import Words


class TonedText(Static):
    """Says nothing before it is told something."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)

    def __init__(self, words: Words) -> None:
        super().__init__(markup=False)
        self._words = words
        self._said = Text()

    def say(self, said: Text) -> None:
        """Show `said`; to draw the same again would be to lay out the whole screen for nothing."""
        if said != self._said:
            self._said = said
            self.update(said)
