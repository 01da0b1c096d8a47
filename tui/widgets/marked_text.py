"""Draws flagged passages where they stand: set apart in the line, and ruled beneath it on request.

The rule under a passage grows with the level: dotted, dashed, wavy, solid. Text is never read as
markup and its control characters are shown as signs.
"""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from rules.finding import Finding, Level
from rules.private_spans import private_spans
from tui.visible import visible
from tui.widgets.signs import ASIDE, RULES, STYLES
from tui.widgets.tones import NO_TONES, Tones


def marked(
    text: str, findings: Iterable[Finding], tones: Tones = NO_TONES, *, underlined: bool = True
) -> Text:
    """`text` with each finding's passage set apart; the heaviest is drawn last, so that it wins."""
    shown = Text(visible(text), end="")
    for start, end in private_spans(text):
        shown.stylize(ASIDE, start, end)
    for finding in sorted(findings, key=lambda finding: finding.level):
        if finding.end > finding.start:
            style = Style.parse(STYLES[finding.level]) + tones[finding.level]
            style += Style(underline=underlined, meta={"level": int(finding.level)})
            shown.stylize(style, finding.start, finding.end)
    return shown


class MarkedProse:
    """The words of a row (`in_columns`): `text` as it wraps, passages ruled beneath when `ruled`."""

    def __init__(
        self, text: str, findings: Iterable[Finding], *, ruled: bool, most: int, tones: Tones = NO_TONES
    ) -> None:
        """Show at most `most` code points; the caller says that there is more."""
        self._shown = marked(text[:most], findings, tones, underlined=not ruled)
        self._ruled = ruled
        self._tones = tones

    def wrap(self, console: Console, width: int) -> Iterator[Text]:
        """Each line of at most `width` columns, followed by its rule when a passage is on it."""
        for line in self._shown.wrap(console, width, tab_size=4):
            line.rstrip()
            yield line
            rule = self._rule(line) if self._ruled else Text()
            if rule:
                yield rule

    def _rule(self, line: Text) -> Text:
        drawn: list[str] = []
        passages = [
            (cell_len(line.plain[:start]), cell_len(line.plain[:end]), level)
            for start, end, level in _passages(line)
        ]
        for first, last, level in passages:
            drawn.extend(" " * (last - len(drawn)))
            drawn[first:last] = RULES[level] * (last - first)
        rule = Text("".join(drawn))
        for first, last, level in passages:
            rule.stylize(self._tones[level], first, last)
        return rule


def _passages(line: Text) -> Iterator[tuple[int, int, Level]]:
    for span in line.spans:
        style = span.style if isinstance(span.style, Style) else Style.null()
        if "level" in style.meta:
            yield span.start, min(span.end, len(line.plain)), Level(style.meta["level"])
