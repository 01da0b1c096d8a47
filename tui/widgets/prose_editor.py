"""The editor for people's text: plain prose, flagged passages set apart where they stand.

Passages are drawn by overriding `get_line`, which Textual documents for that; its cache of rendered
lines does not know them, so every change of marks is announced with `notify_style_update`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.widgets import TextArea

from rules.finding import Finding, Level
from rules.private_spans import private_spans
from tui.bindings import key
from tui.visible import visible
from tui.widgets.signs import ASIDE, STYLES, heaviest
from tui.widgets.tones import TONE_CLASSES, tones

_IN_TURN = frozenset(one.action for one in TextArea.BINDINGS if isinstance(one, Binding))
"""What moves, takes away and brings back."""


class ProseEditor(TextArea):
    """A text area that underlines findings, dims private passages and shows control characters as signs."""

    DEFAULT_CSS = """
    ProseEditor { border: none; padding: 0; background: $surface; }
    ProseEditor:focus { border: none; }
    ProseEditor .text-area--cursor-line { background: $surface; }
    ProseEditor .text-area--placeholder { color: $quiet; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)

    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+home", "text_start", "editor-start", show=False),
        key("ctrl+end", "text_end", "editor-end", show=False),
    ]

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
        self._marked = ""
        self._private: list[tuple[int, int]] = []
        self._line_starts: list[int] = [0]

    async def _on_key(self, event: events.Key) -> None:
        # Textual lets a bound key act only once it went up to the app and nobody else wanted it: letters that come
        # on its heels, over a slow line, would overtake it, and backspace take the wrong one.
        bound = None if event.is_printable else self.screen.active_bindings.get(event.key)
        if bound is not None and bound.node is self and bound.enabled and bound.binding.action in _IN_TURN:
            event.stop()
            event.prevent_default()
            await self.run_action(bound.binding.action)

    def mark(self, findings: Sequence[Finding]) -> None:
        """Set these passages apart; their offsets are code points into `text` as it is now."""
        self._findings = tuple(sorted(findings, key=lambda finding: finding.level))
        self._marked = self.text
        self._private = private_spans(self.text)
        self._line_starts = _starts(self.document.lines)
        self.notify_style_update()
        self.refresh()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is set apart now, the lightest first."""
        return self._findings

    @property
    def marked_as_it_is(self) -> bool:
        """Whether the findings are of the text as it is now, not of what it was a moment ago."""
        return self._marked == self.text

    def level_on(self, row: int) -> Level | None:
        """The heaviest level of what stands on the row `row` of the screen, counted from the first that is drawn."""
        first = self._place_of(row)
        if first is None:
            return None
        following = self._place_of(row + 1)
        last = len(self.text) if following is None else following
        return heaviest(
            finding
            for finding in self._findings
            if finding.start < max(last, first + 1) and finding.end > first
        )

    def _place_of(self, row: int) -> int | None:
        wrapped = self.wrapped_document
        offset = row + self.scroll_offset.y
        if offset >= wrapped.height:
            return None
        line, column = wrapped.offset_to_location(Offset(0, offset))
        return self._line_starts[line] + column if line < len(self._line_starts) else None

    @property
    def place(self) -> int:
        """Where the cursor is: code points from the start of `text`."""
        line, column = self.cursor_location
        starts = _starts(self.document.lines[: line + 1])
        return starts[line] + column

    def go_to(self, place: int) -> None:
        """Put the cursor at the code point `place` of `text`, and show it."""
        self.move_cursor(self._location(place))

    def action_text_start(self) -> None:
        """To the very first sign."""
        self.move_cursor(self.document.start)

    def action_text_end(self) -> None:
        """Behind the very last one."""
        self.move_cursor(self.document.end)

    def begin(self, text: str) -> None:
        """Put `text` at the cursor, on a line of its own, and the cursor at the end of its first line."""
        line, column = self.cursor_location
        gap = "\n" if self.document.get_line(line)[:column].strip() else ""
        if text:
            self.insert(f"{gap}{text}")
            self.move_cursor((line + len(gap), len(self.document.get_line(line + len(gap)))))

    def replace_passage(self, start: int, end: int, words: str) -> None:
        """Put `words` where the code points `start` to `end` stand; it can be undone as typing can."""
        self.replace(words, self._location(start), self._location(end))

    def _location(self, place: int) -> tuple[int, int]:
        starts = _starts(self.document.lines)
        line = bisect_right(starts, place) - 1
        return line, place - starts[line]

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
        here = [finding for finding in self._findings if finding.start < last and finding.end > first]
        drawn_in = tones(self) if here else {}
        for finding in here:
            start, end = max(0, finding.start - first), finding.end - first
            line.stylize(STYLES[finding.level], start, end)
            line.stylize(drawn_in[finding.level], start, end)


def _starts(lines: Iterable[str]) -> list[int]:
    return list(accumulate((len(line) + 1 for line in lines), initial=0))
