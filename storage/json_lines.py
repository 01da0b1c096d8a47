"""JSON lines: one object a line. Whoever reads them says what an object must hold; a bad line is named."""

import json
from collections.abc import Callable, Iterator
from math import isinf
from typing import Any

from storage.errors import InputError
from storage.texts import is_utf8


def refuse(fault: InputError) -> None:
    """What becomes of a bad line unless a caller says otherwise: it ends the reading."""
    raise fault


def json_lines(
    text: str, name: str, bad: Callable[[InputError], None] = refuse
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line number (from 1) and object of each line that is not blank, in order.

    Only a line feed ends a line: other line ends may stand inside the strings. A byte order mark at the start
    is none of the text. A line that is not UTF-8, not JSON or not an object is handed to `bad` as an InputError naming
    `name` and the line; unless `bad` raises, it is passed over.
    """
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            held = _object(line, name, number)
        except InputError as fault:
            bad(fault)
        else:
            yield number, held


def _object(line: str, name: str, number: int) -> dict[str, Any]:
    if not is_utf8(line):
        raise InputError("not-utf8", path=name, line=number)
    try:
        held = json.loads(line, parse_constant=_no_number, parse_float=_finite)
    except (ValueError, RecursionError):
        raise InputError("line-not-json", path=name, line=number) from None
    if not isinstance(held, dict):
        raise InputError("line-not-object", path=name, line=number)
    return held


def _finite(written: str) -> float:
    number = float(written)
    if isinf(number):  # 1e999, which Python would hand on as Infinity
        raise ValueError(written)
    return number


def _no_number(name: str) -> None:
    # NaN and Infinity, which Python reads and JSON does not have: what is handed on would be no JSON either.
    raise ValueError(name)
