"""Writes frames as an asciicast (version 2): one event a frame, and in it only the rows that changed."""

import json
from collections.abc import Iterator, Sequence

from rich.color import ColorSystem

from screenshots.frames import Frame, Row

_BEGIN = "\x1b[?25l\x1b[2J"
_END = "\x1b[0m\x1b[?25h"


def cast_of(frames: Sequence[Frame], size: tuple[int, int]) -> str:
    """The whole file; `size` is columns and rows."""
    head = {"version": 2, "width": size[0], "height": size[1], "title": "Clearday"}
    lines = [json.dumps({**head, "env": {"TERM": "xterm-256color"}})]
    lines += [json.dumps([at, "o", drawn], ensure_ascii=False) for at, drawn in _events(frames)]
    return "\n".join(lines) + "\n"


def _events(frames: Sequence[Frame]) -> Iterator[tuple[float, str]]:
    before: tuple[Row, ...] = ()
    at = 0.0
    for frame in frames:
        changed = [
            f"\x1b[{number + 1};1H{_drawn(row)}"
            for number, row in enumerate(frame.rows)
            if before[number : number + 1] != (row,)
        ]
        yield round(at, 2), ("" if before else _BEGIN) + "".join(changed)
        before, at = frame.rows, at + frame.look
    yield round(at, 2), _END


def _drawn(row: Row) -> str:
    return "".join(style.render(text, color_system=ColorSystem.TRUECOLOR) for text, style in row)
