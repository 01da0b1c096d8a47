"""What stands beside the weekly note: where the passage at the cursor comes from, and what was found in it."""

from collections.abc import Mapping, Sequence
from datetime import date

from rich.text import Text
from textual.widgets import Static

from rules.finding import Finding
from rules.rollup import Section
from tui.widgets.days import weekdays
from tui.widgets.remark import by_rule, remark
from tui.wording import Words


class WeekMargin(Static):
    """A narrow column, or a few lines below the text."""

    DEFAULT_CSS = """
    WeekMargin { height: auto; }
    """

    def __init__(self, words: Words) -> None:
        super().__init__(markup=False)
        self._words = words

    def show(self, origin: str, findings: Sequence[Finding], elsewhere: int) -> None:
        """Write where the passage comes from, what was found in it, and how much was found elsewhere."""
        parts = [Text(origin, "italic")] if origin else []
        parts += [remark(self._words, group, quote=True) for group in by_rule(findings)]
        if elsewhere:
            parts.append(Text(self._words.count("more-remarks", elsewhere)))
        self.update(Text("\n\n").join(parts))


def block_span(text: str, place: int) -> tuple[int, int]:
    """First and last (exclusive) code point of the paragraph of `text` that `place` is in."""
    first = text.rfind("\n\n", 0, place)
    last = text.find("\n\n", place)
    return first + 2 if first >= 0 else 0, last if last >= 0 else len(text)


def origin_of(words: Words, block: str, sections: Sequence[Section], days: Mapping[int, date]) -> str:
    """`from Mon Wed`, `written by hand`, or nothing for a heading and between paragraphs."""
    block = block.strip("\n")
    if not block or block.startswith("#"):
        return ""
    notes = next((line.notes for part in sections for line in part.lines if line.text == block), ())
    known = [days[note] for note in notes if note in days]
    return words("origin-days", days=weekdays(words, known)) if known else words("origin-hand")
