"""The terminal as the command line sees it: data to stdout, talk to stderr, nothing hostile to either.

On the capture path: standard library only.
"""

import json
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from storage.errors import InputError
from storage.texts import decode
from tui.refusal import Refusal
from tui.visible import on_terminal, visible

_TOLD: set[str] = set()
_PLAIN: list[bool] = [False]
"""Whether nothing may be underlined or written over: what is said is heard, or the terminal cannot draw."""


class OutputError(Refusal):
    """What was asked for could not be written to stdout."""


def prepare(*, plain: bool = False) -> None:
    """Write UTF-8 whatever the locale says, and never fail on a character, nor where nobody listens.

    `plain`: nothing is underlined or written over from here on.
    """
    _PLAIN[0] = plain
    sys.stdout = sys.stdout or _unheard(1)
    sys.stderr = sys.stderr or _unheard(2)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    _read_whatever_comes()


def _read_whatever_comes() -> None:
    # What is no UTF-8 is for whoever takes the text to refuse. Once a line was read it is too late to say so.
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure and sys.stdin.errors != "surrogateescape":
        reconfigure(encoding="utf-8", errors="surrogateescape")


def _unheard(number: int) -> TextIO:
    # Whoever started us closed it. Its number is taken, so that no file of ours can be opened under it.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    if nowhere != number:
        os.dup2(nowhere, number)
        os.close(nowhere)
    return open(number, "w", encoding="utf-8", closefd=False)


def let_go(stream: TextIO) -> None:
    """Send what is still to be written to nowhere: whoever reads has read enough, or there is no room for it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
    except OSError as error:
        raise _not_written(error) from None


def finish() -> None:
    """Write out all that was said. Raises BrokenPipeError and OutputError."""
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _not_written(error) from None


def _not_written(error: OSError) -> Exception:
    if isinstance(error, BrokenPipeError):
        return error
    let_go(sys.stdout)
    return OutputError("output-unwritable", reason=error.strerror or "")


def say(text: str = "", *, marks: Sequence[tuple[int, int]] = ()) -> None:
    """Write a line of data to stdout, controls made visible; `marks` (spans of code points) are underlined.

    Give marks only for a terminal; they cannot be read anywhere else, nor where everything is to be plain.
    """
    if _PLAIN[0]:
        marks = ()
    shown = visible(text) if marks else on_terminal(text)
    if _PLAIN[0] and sys.stdout.isatty():
        shown = "\n".join(map(_broken, shown.split("\n")))  # a word that is broken is heard as two
    for start, end in sorted(marks, reverse=True):
        shown = f"{shown[:start]}\x1b[1;4m{shown[start:end]}\x1b[22;24m{shown[end:]}"
    _write(shown + "\n")


def tell(text: str) -> None:
    """Write talk to stderr, controls made visible; on a terminal, broken between words to its width.

    Where it cannot be written nobody is told: what was done stays done, and the exit code says so.
    """
    _TOLD.add(text)
    shown = on_terminal(text)
    try:
        sys.stderr.write((_broken(shown) if sys.stderr.isatty() else shown) + "\n")
    except OSError:
        let_go(sys.stderr)


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
    """Write a value to stdout as JSON: whole, so every text in it survives; `indent` None makes one line.

    What a terminal would obey or hide is escaped, so is a lone surrogate, which has no UTF-8.
    """
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    if visible(written) != written:
        written = _escaped(written)
    _write(written + "\n")


def _escaped(written: str) -> str:
    # Such characters stand inside strings only, where JSON takes \uXXXX for each of their UTF-16 halves.
    return "".join(
        character if visible(character) == character else json.dumps(character)[1:-1] for character in written
    )


def ask(prompt: str) -> str:
    """A line that a person types on the terminal. Raises EOFError when the input ends."""
    sys.stderr.write(on_terminal(prompt.replace(" ❯", ":") if _PLAIN[0] else prompt))
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\n")


def at_terminal() -> bool:
    """Whether there is a terminal to open the app on."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def has_person() -> bool:
    """Whether somebody can be asked: a terminal to read from and one to ask on."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def redraws() -> bool:
    """Whether somebody watches a terminal on which a line may be written over."""
    return sys.stderr.isatty() and not _PLAIN[0]


def read_input(name: str, *, by_line: bool = False) -> str:
    """Everything on stdin, as UTF-8, line ends as they are; `name` is what to call it. Raises InputError.

    `by_line` as in `storage.texts.decode`.
    """
    if sys.stdin is None:
        raise InputError("no-input")
    try:
        data = sys.stdin.buffer.read()
    except OSError as error:
        raise InputError("input-unreadable", reason=error.strerror or "") from None
    return decode(data, name, by_line=by_line)
