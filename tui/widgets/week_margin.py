"""What stands beside the weekly note: where the passage at the cursor comes from, and what was found in it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.text import Text

from rules.finding import Finding
from rules.word_diff import word_diff
from tui.bindings import KeysNow
from tui.visible import visible
from tui.widgets.days import short_day, weekdays
from tui.widgets.difference import drawn
from tui.widgets.passage_row import Shown
from tui.widgets.remark import by_rule, remark
from tui.widgets.toned_text import TonedText
from tui.widgets.tones import tones
from tui.widgets.week_reading import WeekReading
from tui.wording import Words

if TYPE_CHECKING:
    from rules.offers import Passage

_QUOTED = 400
"""Most code points of what was rolled up that are quoted."""


class WeekMargin(TonedText):
    """A narrow column, or a few lines below the text."""

    DEFAULT_CSS = """
    WeekMargin { height: auto; }
    """

    def show(
        self,
        shown: Shown | None,
        days: Mapping[int, date],
        *,
        elsewhere: int,
        key: str,
        gap: date | None = None,
        hints: str = "",
        step: str = "",
    ) -> None:
        """Write where a passage comes from, what its notes say now, what was found in it, and how much elsewhere.

        `key` goes to what is elsewhere; `gap` is the empty day that is selected instead of a passage; `hints` are the
        keys that answer a remark; `step` is what there is to do next, told where there is nothing else to do.
        """
        words = self._words
        told = [Text(words("margin-gap", key=KeysNow(self.screen, WeekReading)))] if gap else []
        origin = list(_origin(words, shown.passage, days)) if shown else []
        if shown is not None:
            told += self._changes(shown.passage)
            told += [
                Text(words.count("margin-carried", one.weeks, day=short_day(words, one.note.day)))
                for one in shown.carried
            ]
            told += self._remarks(shown.findings, hints)
        rest = [words.count("more-remarks", elsewhere, key=key)] if elsewhere else []
        rest = rest or ([step] if step and not told else [])
        self._lay_out(origin, told, rest)

    @property
    def _below(self) -> bool:
        """Whether it stands below the text: few lines, but wide ones."""
        return not self.screen.has_class("-wide")

    def _lay_out(self, origin: Sequence[str], told: Sequence[Text], rest: Sequence[str]) -> None:
        if self._below:  # what matters first, and all the rest on one line
            last = Text(" · ".join([*origin, *rest]), "italic")
            self.say(Text("\n").join([*told, *([last] if last else [])]))
        else:
            self.say(Text("\n\n").join([*(Text(one, "italic") for one in origin), *told, *map(Text, rest)]))

    def _remarks(self, findings: Sequence[Finding], hints: str) -> list[Text]:
        remarks = [
            remark(self._words, group, quote=True, beside=self._below, tones=tones(self))
            for group in by_rule(findings)
        ]
        if hints and remarks:  # first, since a low screen cuts what comes later
            remarks[0] = Text(f"{hints}\n").append_text(remarks[0])
        return remarks

    def _changes(self, one: "Passage") -> Iterable[Text]:
        if one.offered and one.instead:
            yield drawn(self._words, word_diff(one.instead, one.text))
        if one.stale:
            yield Text(self._words("margin-stale", was=visible(one.was[:_QUOTED])))


def block_span(text: str, place: int) -> tuple[int, int]:
    """First and last (exclusive) code point of the paragraph of `text` that `place` is in."""
    first = text.rfind("\n\n", 0, place)
    last = text.find("\n\n", place)
    return first + 2 if first >= 0 else 0, last if last >= 0 else len(text)


def _origin(words: Words, one: "Passage", days: Mapping[int, date]) -> Iterable[str]:
    if one.kind in ("title", "heading"):
        return
    known = weekdays(words, (days[note] for note in one.notes if note in days))
    if one.kind == "edited":
        yield words("origin-edited", days=known) if known else words("origin-hand")
    elif known:
        yield words("origin-days", days=known)
    elif one.kind == "hand":
        yield words("origin-hand")
