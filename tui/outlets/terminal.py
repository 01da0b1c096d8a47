"""The terminal the command line runs in, as a way to the clipboard."""

import os
from collections.abc import Mapping

from tui.outlets.osc52 import terminal_sequence


def ask_terminal(text: str, environ: Mapping[str, str] | None = None) -> bool:
    """Ask the controlling terminal to copy `text` by OSC 52; whether it could be asked."""
    asked = terminal_sequence(text, os.environ if environ is None else environ)
    if asked is None:
        return False
    try:
        with open("/dev/tty", "w", encoding="utf-8") as terminal:
            terminal.write(asked)
    except OSError:
        return False
    return True
