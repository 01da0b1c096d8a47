"""Where in a pack's file a key stands: the line an author should look at.

The parser keeps no places, so they are found again, and only when there is something to complain about.
"""

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]
"""Keys and list positions from the top of the file, such as ("rule", 3, "find", 0, "phrases")."""

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]\n]+?)\s*\]")
_KEY = re.compile(r"\s*([\w.\-\"']+)\s*=")


def line_of(text: str, path: Path, value: str = "") -> int:
    """The line, from 1, of the key at `path`, or of the nearest table around it that has a line.

    With `value`, the first line from there on that holds it: an item of a list.
    """
    lines = _lines(text)
    while path and path not in lines:
        path = path[:-1]
    number = lines.get(path, 1)
    if value:
        rows = text.split("\n")
        return next((row + 1 for row in range(number - 1, len(rows)) if value in rows[row]), number)
    return number


def spelled(path: Path) -> str:
    """The path as an author writes it: `rule[3].find[0].phrases`, counted from 1."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def _lines(text: str) -> dict[Path, int]:
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, row in enumerate(text.split("\n"), start=1):
        header, key = _HEADER.match(row), _KEY.match(row)
        if header and not key:
            table = _table(header, counts)
            lines.setdefault(table, number)
        for path in _prefixes(table, key[1]) if key else ():
            lines.setdefault(path, number)
    return lines


def _table(header: re.Match[str], counts: dict[Path, int]) -> Path:
    *outer, last = _parts(header[2])
    path: Path = ()
    for part in outer:
        path = _latest((*path, part), counts)
    path = (*path, last)
    if header[1] == "[[":
        counts[path] = counts.get(path, -1) + 1
        return (*path, counts[path])
    return path


def _latest(path: Path, counts: dict[Path, int]) -> Path:
    return (*path, counts[path]) if path in counts else path


def _prefixes(table: Path, key: str) -> Iterator[Path]:
    path = table
    for part in _parts(key):
        path = (*path, part)
        yield path


def _parts(key: str) -> list[str]:
    return [part.strip().strip("\"'") for part in key.split(".")]
