"""What a tour is made of: the rows of the screen after each step, and how long a viewer looks at them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from rich.style import Style
from textual.strip import Strip

from screenshots.scenes import masked
from tui.app import ClearApp

Row: TypeAlias = tuple[tuple[str, Style], ...]
"""A line of the screen from left to right: neighbours in the same style are one piece."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of the tour."""

    rows: tuple[Row, ...]
    look: float
    """Seconds until the next one."""


def frame_of(app: ClearApp, look: float) -> Frame:
    """The screen as it is drawn now."""
    return Frame(tuple(_row(strip) for strip in app.screen._compositor.render_strips()), look)


def merged(frames: Iterable[Frame]) -> list[Frame]:
    """The same frames, but those that show nothing new are looked at as one."""
    return [
        Frame(rows, round(sum(frame.look for frame in alike), 2))
        for rows, alike in groupby(frames, key=lambda frame: frame.rows)
    ]


def _row(strip: Strip) -> Row:
    pieces = ((segment.text, _bare(segment.style)) for segment in strip if not segment.control)
    return tuple(
        (masked("".join(text for text, _ in alike)), style)
        for style, alike in groupby(pieces, key=lambda piece: piece[1])
    )


def _bare(style: Style | None) -> Style:
    # Without what Textual notes in a style for its own use.
    return Style() if style is None else style.clear_meta_and_links()
