"""A text in one line of a list."""

from itertools import takewhile

_BEFORE = 30
"""Code points of what two texts have in common that are shown before they part."""


def in_one_line(text: str, most: int) -> str:
    """`text` with single blanks; past `most` code points, an ellipsis among them, it ends with a whole word.

    No point or comma stands before the ellipsis. A word that alone is longer than half of that is cut.
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept, _, begun = line[:most].rpartition(" ")
    return f"{kept.rstrip('.,;: ') if len(begun) < most // 2 else line[: most - 1]}…"


def from_where_it_differs(text: str, other: str, most: int) -> str:
    """`text` in one line of at most `most` code points and an ellipsis, from a little before `other` parts from it."""
    line = " ".join(text.split())
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(line, " ".join(other.split()), strict=False))
    common = sum(1 for _ in alike)
    if common <= _BEFORE or len(line) <= most:
        return in_one_line(line, most)
    return f"…{in_one_line(line[line.rfind(' ', 0, common - _BEFORE + 1) + 1 :], most)}"
