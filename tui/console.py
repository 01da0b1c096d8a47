"""The terminal as the command line sees it: data to stdout, talk to stderr, nothing hostile to either.

On the capture path: standard library only.
"""

import json
import sys
from collections.abc import Sequence

from storage.errors import InputError
from storage.texts import decode
from tui.visible import on_terminal, visible

_TOLD: set[str] = set()


def prepare() -> None:
    """Write UTF-8 whatever the locale says, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str = "", *, marks: Sequence[tuple[int, int]] = ()) -> None:
    """Write a line of data to stdout, controls made visible; `marks` (spans of code points) are underlined.

    Give marks only for a terminal; they cannot be read anywhere else.
    """
    shown = visible(text) if marks else on_terminal(text)
    for start, end in sorted(marks, reverse=True):
        shown = f"{shown[:start]}\x1b[1;4m{shown[start:end]}\x1b[22;24m{shown[end:]}"
    sys.stdout.write(shown + "\n")


def tell(text: str) -> None:
    """Write talk to stderr, controls made visible; on a terminal, broken between words to its width."""
    _TOLD.add(text)
    shown = on_terminal(text)
    sys.stderr.write((_broken(shown) if sys.stderr.isatty() else shown) + "\n")


def tell_once(text: str) -> None:
    """Like `tell`, but nothing when this run has said the very same before."""
    if text not in _TOLD:
        tell(text)


def _broken(text: str) -> str:
    from shutil import get_terminal_size
    from textwrap import fill

    width = max(get_terminal_size().columns, 20)
    indent = " " * (len(text) - len(text.lstrip(" ")))
    if len(text) <= width:
        return text
    return fill(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def give_json(value: object, *, indent: int | None = 2) -> None:
    """Write a value to stdout as JSON: whole, so every text in it survives; `indent` None makes one line."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        written.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8; escaped, JSON can carry it
        written = json.dumps(value, indent=indent)
    sys.stdout.write(written + "\n")


def ask(prompt: str) -> str:
    """A line that a person types on the terminal. Raises EOFError when the input ends."""
    sys.stderr.write(on_terminal(prompt))
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\n")


def has_person() -> bool:
    """Whether somebody can be asked: a terminal to read from and one to ask on."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def read_input(name: str) -> str:
    """Everything on stdin, as UTF-8, line ends as they are; `name` is what to call it. Raises InputError."""
    if sys.stdin is None:
        raise InputError("no-input")
    return decode(sys.stdin.buffer.read(), name)
