"""The editor for people's text: plain prose, flagged passages set apart where they stand.

Passages are drawn by overriding `get_line`, which Textual documents for that; its cache of rendered
lines does not know them, so every change of marks is announced with `notify_style_update`. Textual draws every row
anew when the cursor moves: here only those rows are that hold the cursor or changed.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import ClassVar, TypeAlias

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import TextArea

from rules.finding import Finding, Level
from rules.private_spans import private_spans
from tui.bindings import key
from tui.visible import visible
from tui.widgets.signs import ASIDE, STYLES, heaviest
from tui.widgets.tones import TONE_CLASSES, tones

_IN_TURN = frozenset(one.action for one in TextArea.BINDINGS if isinstance(one, Binding))
"""What moves, takes away and brings back."""
_ROWS = 256
"""Most rows that are remembered as they were drawn."""

_Span: TypeAlias = tuple[int, int, Level | None]
"""Where a passage begins and ends in its line, and its level; None for a private one."""


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
        self._rows: LRUCache[object, Strip] = LRUCache(_ROWS)
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
        self._line_starts: list[int] = [0]
        self._spans: Mapping[int, Sequence[_Span]] = {}

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
        self._line_starts = _starts(self.document.lines)
        private = [(start, end, None) for start, end in private_spans(self.text)]
        found = [(one.start, one.end, one.level) for one in self._findings]
        self._spans = _by_line([*private, *found], self._line_starts)
        super().notify_style_update()  # not its own: the rows that it remembers are known with their marks
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
        spans = self._spans.get(line_index, ())
        drawn_in = tones(self) if spans else {}
        for start, end, level in spans:
            if level is None:
                shown.stylize(ASIDE, start, end)
            else:
                shown.stylize(STYLES[level], start, end)
                shown.stylize(drawn_in[level], start, end)
        return shown

    def render_line(self, y: int) -> Strip:
        """The row `y` of those in sight; as it was drawn before, where nothing in it changed."""
        known = self._known_row(y)
        if known is None:
            return super().render_line(y)
        drawn = self._rows.get(known)
        if drawn is None:
            drawn = self._rows[known] = super().render_line(y)
        return drawn

    def _known_row(self, y: int) -> object | None:
        # All that a row is drawn from; None where the cursor, a selection or a bracket to it may be.
        rows, number = self.wrapped_document._offset_to_line_info, y + self.scroll_offset.y
        if number >= len(rows):
            return None
        line, section = rows[number]
        (first, _), (last, _) = sorted(self.selection)
        bracket = self.matching_bracket_location
        if first <= line <= last or (bracket is not None and bracket[0] == line):
            return None
        wrapped = tuple(self.wrapped_document.get_offsets(line))
        spans = tuple(self._spans.get(line, ()))
        return self.document.get_line(line), section, wrapped, spans, self.size

    def notify_style_update(self) -> None:
        """Draw every row anew, in other colours."""
        self._rows.clear()
        super().notify_style_update()


def _by_line(spans: Iterable[_Span], starts: Sequence[int]) -> Mapping[int, Sequence[_Span]]:
    held: dict[int, list[_Span]] = defaultdict(list)
    for start, end, level in spans:
        for line in range(bisect_right(starts, start) - 1, bisect_left(starts, end)):
            held[line].append((max(0, start - starts[line]), end - starts[line], level))
    return dict(held)


def _starts(lines: Iterable[str]) -> list[int]:
    return list(accumulate((len(line) + 1 for line in lines), initial=0))
