"""Writes frames as one animated SVG that fetches nothing: every row that is ever drawn stands in it once.

The frames lie side by side on a strip, which a style sheet moves past a window, one frame at a time, for ever.
"""

from collections.abc import Sequence
from html import escape

from rich.cells import cell_len
from rich.style import Style

from screenshots.frames import Frame, Row

_CELL, _LINE, _SIZE = 8.4, 19, 14
"""Pixels: the width of a cell, the height of a row, the size of a letter."""
_EDGE = 12
_BLANK = "\N{NO-BREAK SPACE}"


def film_of(frames: Sequence[Frame], size: tuple[int, int]) -> str:
    """The whole file; `size` is columns and rows."""
    columns, rows = size
    width, height = round(columns * _CELL), rows * _LINE
    apart = width + 2 * _EDGE
    known = {row: number for number, row in enumerate(dict.fromkeys(r for one in frames for r in one.rows))}
    looks = _Looks()
    drawn = "\n".join(f'<g id="r{number}">{_row(row, looks)}</g>' for row, number in known.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {apart} {height + 2 * _EDGE}">\n'
        f"<title>Clearday: a tour</title>\n<style>\n{_moves(frames, apart)}\n"
        f"text {{ font: {_SIZE}px 'DejaVu Sans Mono', Menlo, Consolas, monospace; white-space: pre; }}\n"
        f"{looks.sheet}\n</style>\n<defs>\n{drawn}\n</defs>\n"
        f'<rect width="100%" height="100%" rx="8" fill="{_ground(frames[0])}"/>\n'
        f'<svg x="{_EDGE}" y="{_EDGE}" width="{width}" height="{height}" viewBox="0 0 {width} {height}">\n'
        f'<g class="strip">\n{_strip(frames, known, apart)}\n</g>\n</svg>\n</svg>\n'
    )


def _strip(frames: Sequence[Frame], known: dict[Row, int], apart: int) -> str:
    return "\n".join(
        f'<g transform="translate({place * apart} 0)">{_uses(frame, known)}</g>'
        for place, frame in enumerate(frames)
    )


def _ground(frame: Frame) -> str:
    grounds = (style.bgcolor for _, style in frame.rows[-3])
    return next((one.triplet.hex for one in grounds if one and one.triplet), "#000")


class _Looks:
    """The styles that were met, each under a short name."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, style: Style) -> str:
        """The name of how letters in `style` look."""
        return self._known.setdefault(_letters(style), f"s{len(self._known)}")

    @property
    def sheet(self) -> str:
        """The style sheet of them all."""
        return "\n".join(f".{name} {{ {said} }}" for said, name in self._known.items())


def _colours(style: Style) -> tuple[str, str]:
    fore, back = (
        colour.triplet.hex if colour is not None and colour.triplet is not None else ""
        for colour in (style.color, style.bgcolor)
    )
    return (back, fore) if style.reverse else (fore, back)


def _letters(style: Style) -> str:
    said = [f"fill: {_colours(style)[0] or '#888'};"]
    said += ["font-weight: bold;"] if style.bold else []
    said += ["font-style: italic;"] if style.italic else []
    said += ["text-decoration: underline;"] if style.underline else []
    said += ["opacity: .6;"] if style.dim else []
    return " ".join(said)


def _row(row: Row, looks: _Looks) -> str:
    grounds, letters, column = [], [], 0
    for text, style in row:
        cells, x = cell_len(text), round(column * _CELL, 1)
        wide = round(cells * _CELL, 1)
        if ground := _colours(style)[1]:
            grounds.append(f'<rect x="{x}" width="{wide + 0.3:.1f}" height="{_LINE}.3" fill="{ground}"/>')
        if words := text.strip(" "):
            letters.append(_words(words, column + text.index(words), looks.of(style)))
        column += cells
    return "".join([*grounds, *letters])


def _words(words: str, column: int, look: str) -> str:
    x, wide = round(column * _CELL, 1), round(cell_len(words) * _CELL, 1)
    shown = escape(words, quote=False).replace(" ", _BLANK)
    return f'<text x="{x}" y="{_SIZE}" textLength="{wide}" class="{look}">{shown}</text>'


def _uses(frame: Frame, known: dict[Row, int]) -> str:
    return "".join(
        f'<use href="#r{known[row]}" y="{number * _LINE}"/>' for number, row in enumerate(frame.rows)
    )


def _moves(frames: Sequence[Frame], apart: int) -> str:
    whole = sum(frame.look for frame in frames)
    stops, at = [], 0.0
    for place, frame in enumerate(frames):
        stops.append(f"{100 * at / whole:.3f}% {{ transform: translateX(-{place * apart}px); }}")
        at += frame.look
    last = f"100% {{ transform: translateX(-{(len(frames) - 1) * apart}px); }}"
    return (
        f"@keyframes tour {{ {' '.join([*stops, last])} }}\n"
        f".strip {{ animation: tour {whole:.1f}s step-end infinite; }}"
    )
