"""The whole week at a glance, where there is room: its days, what holds it, what waits, what to do next."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from rich.text import Text

from rules.finding import Finding, Level
from rules.week import is_working
from tui.bindings import KeysNow
from tui.visible import visible
from tui.widgets.days import weekday, weekdays
from tui.widgets.passage_row import CARRIED, OFFERED, Shown
from tui.widgets.signs import LEVEL_SIGNS, heaviest
from tui.widgets.toned_text import TonedText
from tui.widgets.tones import tones
from tui.widgets.week_editor import WeekEditor
from tui.widgets.week_reading import WeekReading

if TYPE_CHECKING:
    from tui.week_view import WeekView

MOST_LISTED: Final = 5
"""Most remarks, and most offers, that are told one by one."""
_LINE: Final = 27
"""Code points of a remark or a passage, which is told in one line."""
_ROW: Final = 36
"""Code points of the days and their notes in one row, with room between them."""
_READ: Final = 200
"""Code points of it that are looked at."""


class WeekOverview(TonedText):
    """What does not change with the cursor. Where there is little room it is not shown."""

    DEFAULT_CSS = """
    WeekOverview { height: auto; display: none; }
    """

    def show(
        self,
        view: "WeekView",
        rows: Sequence[Shown],
        days: Mapping[int, date],
        *,
        unsaved: bool,
        writing: bool,
    ) -> None:
        """Tell of `view`, whose passages are `rows` now; `days` are those of its notes by number."""
        step = self.next_said(view, rows, unsaved=unsaved, writing=writing)
        parts = [
            self._days(view, days),
            self._listed("overview-remarks", self._remarks(rows, days)),
            self._listed("overview-offers", self._offers(rows, days)),
            self._headed("overview-next", Text(step)) if step else Text(),
        ]
        self.say(Text("\n\n").join(part for part in parts if part))

    def _days(self, view: "WeekView", days: Mapping[int, date]) -> Text:
        notes = Counter(days.values())
        known = [day for day in view.week.days if notes[day] or is_working(day)]
        counted = [f"{weekday(self._words, day)} {notes[day] or '·'}" for day in known]
        apart = "  ".join(counted)
        said = self._headed("overview-days", Text(apart if len(apart) <= _ROW else " ".join(counted)))
        if view.gaps:
            said.append("\n" + self._words("overview-gaps", days=weekdays(self._words, view.gaps)))
        return said

    def _remarks(self, rows: Sequence[Shown], days: Mapping[int, date]) -> Iterator[Text]:
        inks = tones(self)
        for row in rows:
            on = _days_of(row, days)
            for finding in row.findings:
                match = self._words("quoted", text=_shortened(finding.match))
                told = self._line(LEVEL_SIGNS[finding.level], on if len(set(on)) == 1 else [], match)
                told.stylize(inks[finding.level], 0, 1)
                yield told

    def _offers(self, rows: Sequence[Shown], days: Mapping[int, date]) -> Iterator[Text]:
        for row in rows:
            if row.passage.offered and row.passage.kind != "heading":
                yield self._line(OFFERED, _days_of(row, days), _shortened(row.passage.text))
            for one in row.carried:
                yield self._line(CARRIED, [], _shortened(one.note.text))

    def _line(self, sign: str, on: Sequence[date], said: str) -> Text:
        day = f"{weekday(self._words, on[-1])} " if on else ""
        return Text.assemble((sign, "bold"), f" {day}{said}")

    def _listed(self, key: str, lines: Iterable[Text]) -> Text:
        told = list(lines)
        if not told:
            return Text()
        rest = len(told) - MOST_LISTED
        more = [Text(self._words.count("overview-more", rest))] if rest > 0 else []
        return self._headed(key, Text("\n").join([*told[:MOST_LISTED], *more]))

    def _headed(self, key: str, told: Text) -> Text:
        return Text.assemble((self._words(key), "bold"), "\n", told)

    def next_said(self, view: "WeekView", rows: Sequence[Shown], *, unsaved: bool, writing: bool) -> str:
        """What there is to do next, with its keys; empty where there is nothing to say."""
        findings = [finding for row in rows for finding in row.findings]
        step = "writing" if writing else "unsaved" if unsaved else next_step(view, findings)
        keys = KeysNow(self.screen, WeekReading, WeekEditor)
        return self._words(f"overview-next-{step}", key=keys) if step else ""


def _days_of(row: Shown, days: Mapping[int, date]) -> list[date]:
    return sorted(days[note] for note in row.passage.notes if note in days)


def _shortened(text: str) -> str:
    return shorten(visible(text[:_READ]), _LINE, placeholder="…")


def next_step(view: "WeekView", findings: Iterable[Finding]) -> str:
    """What there is to do about a week that is saved or was never written in; empty where it says nothing yet."""
    level = heaviest(findings)
    if not view.sections:
        return ""
    if view.waiting:
        return "offers"
    if view.state in ("cleared", "shared"):
        return view.state
    if level is None or level is Level.NOTE:
        return "clear"
    return "stop" if level is Level.STOP else "remarks"
