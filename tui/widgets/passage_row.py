"""One passage of the weekly note as it is read: its sign, its words, and in words what the sign says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from rich.style import Style
from rich.text import Text

from rules.finding import Finding
from rules.private_spans import private_spans
from tui.visible import visible
from tui.widgets.days import weekdays
from tui.widgets.in_columns import InColumns
from tui.widgets.measured_row import MeasuredRow
from tui.widgets.signs import ASIDE, LEVEL_SIGNS, STYLES, heaviest
from tui.widgets.tones import NO_TONES, Tones
from tui.wording import Words

if TYPE_CHECKING:
    from rules.offers import Passage
    from tui.carrying import Carried

OFFERED: Final = "+"
EDITED: Final = "✎"
STALE: Final = "≠"
CARRIED: Final = "→"
"""One cell each."""
MOST_SHOWN: Final = 20_000
"""Most code points of a passage that are drawn."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage with all there is to tell of it."""

    passage: "Passage"
    start: int
    """Where it begins: code points into the text."""
    findings: tuple[Finding, ...]
    """What was found in it; offsets are those of the whole text."""
    carried: "tuple[Carried, ...]"
    """What earlier weeks left to do that stands in it."""

    @property
    def sign(self) -> str:
        """The one sign that says most about it; a space for an ordinary passage."""
        if self.passage.offered:
            return OFFERED
        if self.passage.stale:
            return STALE
        level = heaviest(self.findings)
        if level is not None:
            return LEVEL_SIGNS[level]
        if self.carried:
            return CARRIED
        return EDITED if self.passage.kind in ("edited", "hand") else " "


@dataclass(frozen=True, slots=True)
class Inks:
    """What a row is drawn in, under the theme in use."""

    tones: Tones = field(default_factory=lambda: NO_TONES)
    quiet: Style = field(default_factory=Style.null)
    """What is said beside the words."""
    ground: Style = field(default_factory=Style.null)
    """What lies between two rows: never part of the selected one."""


def shown_passages(
    passages: "Iterable[Passage]", findings: Sequence[Finding], carried: "Sequence[Carried]"
) -> list[Shown]:
    """Each passage of a text with what was found in it and what it carries."""
    rows: list[Shown] = []
    start = 0
    for one in passages:
        end = start + len(one.text)
        here = tuple(finding for finding in findings if finding.start < end and finding.end > start)
        left = tuple(each for each in carried if each.note.id in one.notes)
        rows.append(Shown(one, start, here, left))
        start = end + 2
    return rows


def heading_row(words: Words, title: str, days: Iterable[date], *, offered: bool, inks: Inks) -> MeasuredRow:
    """A heading, and at the right the days that stand below it."""
    known = weekdays(words, days)
    said = words("origin-days", days=known) if known else ""
    sign = Text(OFFERED if offered else "", "bold")
    row = InColumns([(sign, 1)], Text(visible(title.lstrip("# ")), "bold"), Text(said, inks.quiet))
    # The title of all of it stands apart; only there is the heading a level higher.
    return MeasuredRow([row], None if title.startswith("##") else Style.null())


def passage_row(words: Words, shown: Shown, inks: Inks) -> MeasuredRow:
    """The passage beside its sign; below it what there is to do about it, and an empty line."""
    level = heaviest(shown.findings) if shown.sign in LEVEL_SIGNS.values() else None
    tone = Style.null() if level is None else inks.tones[level]
    lines = [_row(Text(shown.sign, tone + Style(bold=True)), _words_of(shown, inks))]
    lines += [_row(Text(), Text(line, inks.quiet)) for line in _remarks(words, shown)]
    return MeasuredRow(lines, inks.ground)


def gap_row(words: Words, day: date, inks: Inks) -> MeasuredRow:
    """A day without a note."""
    return MeasuredRow([_row(Text("·"), Text(words("week-gap-row", day=words.day_in_week(day)), inks.quiet))])


def _row(sign: Text, said: Text) -> InColumns:
    return InColumns([(sign, 1)], said)


def _words_of(shown: Shown, inks: Inks) -> Text:
    text = shown.passage.text[:MOST_SHOWN]
    drawn = Text(visible(text), end="")
    for start, end in private_spans(text):
        drawn.stylize(ASIDE, start, end)
    for finding in sorted(shown.findings, key=lambda finding: finding.level):
        start, end = max(0, finding.start - shown.start), max(0, finding.end - shown.start)
        drawn.stylize(STYLES[finding.level], start, end)
        drawn.stylize(inks.tones[finding.level], start, end)
    if len(shown.passage.text) > MOST_SHOWN:
        drawn.append(" …")
    return drawn


def _remarks(words: Words, shown: Shown) -> Iterable[str]:
    one = shown.passage
    if one.offered:
        yield words("row-grown" if one.instead else "row-new")
    if one.stale:
        yield words("row-stale")
    for each in shown.carried:
        yield words.count("row-carried", each.weeks)


def days_below(shown: Sequence[Shown], place: int, days: Mapping[int, date]) -> list[date]:
    """The days of the passages below the heading at `place`; what is carried says by itself where it comes from."""
    found: list[date] = []
    for one in shown[place + 1 :]:
        if one.passage.kind == "heading":
            break
        carried = {each.note.id for each in one.carried}
        found += [days[note] for note in one.passage.notes if note in days and note not in carried]
    return found
