"""The editor for people's text: plain prose, flagged passages set apart where they stand.

Passages are drawn by overriding `get_line`, which Textual documents for that; its cache of rendered
lines does not know them, so every change of marks is announced with `notify_style_update`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from rich.text import Text
from textual.widgets import TextArea

from rules.finding import Finding
from rules.private_spans import private_spans
from tui.visible import visible
from tui.widgets.signs import ASIDE, STYLES


class ProseEditor(TextArea):
    """A text area that underlines findings, dims private passages and shows control characters as signs."""

    DEFAULT_CSS = """
    ProseEditor { border: none; padding: 0; background: $surface; }
    ProseEditor:focus { border: none; }
    ProseEditor .text-area--cursor-line { background: $surface; }
    ProseEditor .text-area--placeholder { color: $quiet; }
    """

    def __init__(self, text: str = "", *, placeholder: str = "", read_only: bool = False) -> None:
        super().__init__(
            text,
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            placeholder=placeholder,
            read_only=read_only,
            highlight_cursor_line=False,
        )
        self._findings: tuple[Finding, ...] = ()
        self._private: list[tuple[int, int]] = []
        self._line_starts: list[int] = [0]

    def mark(self, findings: Sequence[Finding]) -> None:
        """Set these passages apart; their offsets are code points into `text` as it is now."""
        self._findings = tuple(sorted(findings, key=lambda finding: finding.level))
        self._private = private_spans(self.text)
        self._line_starts = _starts(self.document.lines)
        self.notify_style_update()
        self.refresh()

    @property
    def place(self) -> int:
        """Where the cursor is: code points from the start of `text`."""
        line, column = self.cursor_location
        starts = _starts(self.document.lines[: line + 1])
        return starts[line] + column

    def go_to(self, place: int) -> None:
        """Put the cursor at the code point `place` of `text`, and show it."""
        starts = _starts(self.document.lines)
        line = bisect_right(starts, place) - 1
        self.move_cursor((line, place - starts[line]))

    def get_line(self, line_index: int) -> Text:
        """The line with its passages set apart; a stale offset past the line's end draws nothing."""
        shown = Text(visible(self.document.get_line(line_index)), end="", no_wrap=True)
        if line_index < len(self._line_starts):
            first = self._line_starts[line_index]
            for start, end in self._private:
                if start < first + len(shown.plain) and end > first:
                    shown.stylize(ASIDE, max(0, start - first), end - first)
            self._draw(shown, first)
        return shown

    def _draw(self, line: Text, first: int) -> None:
        last = first + len(line.plain)
        for finding in self._findings:
            if finding.start < last and finding.end > first:
                line.stylize(STYLES[finding.level], max(0, finding.start - first), finding.end - first)


def _starts(lines: Iterable[str]) -> list[int]:
    return list(accumulate((len(line) + 1 for line in lines), initial=0))
