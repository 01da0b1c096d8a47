"""Run as a program of its own: puts what it reads on the system's clipboard, then reads it back.

Apart from the app because a clipboard tool may hang for ever, or write its complaints over the screen.
Exit code 0: read back the same. 4: handed over, not confirmed. 3: no clipboard took it.
"""

import os
import sys
import time
from typing import Final

import pyperclip

CONFIRMED, NO_CLIPBOARD, UNCONFIRMED = 0, 3, 4

_PAUSES: Final = (0.0, 0.05, 0.1, 0.2, 0.4, 0.8)


def main() -> int:
    """Copy standard input, UTF-8, and say by the exit code how it went."""
    text = sys.stdin.buffer.read().decode("utf-8")
    if sys.platform == "darwin":
        # Read in the locale's encoding: without one, letters with accents would arrive as others (man pbcopy).
        os.environ["LC_ALL"] = "en_US.UTF-8"
    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError, UnicodeError):
        return NO_CLIPBOARD
    return CONFIRMED if any(_reads_back(text, pause) for pause in _PAUSES) else UNCONFIRMED


def _reads_back(text: str, pause: float) -> bool:
    """Whether the clipboard holds `text` once `pause` seconds are over: xsel answers before it owns the selection."""
    time.sleep(pause)
    try:
        return pyperclip.paste() == text
    except Exception:  # noqa: BLE001 - under WSL pyperclip raises no kind of its own; handed over it was all the same
        return False


if __name__ == "__main__":
    raise SystemExit(main())
