"""Run as a program of its own: puts what it reads on the system's clipboard, then reads it back.

Apart from the app because a clipboard tool may hang for ever, or write its complaints over the screen.
Exit code 0: read back the same. 4: handed over, not confirmed. 3: no clipboard took it.
"""

import sys

import pyperclip

CONFIRMED, NO_CLIPBOARD, UNCONFIRMED = 0, 3, 4


def main() -> int:
    """Copy standard input, UTF-8, and say by the exit code how it went."""
    text = sys.stdin.buffer.read().decode("utf-8")
    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError, UnicodeError):
        return NO_CLIPBOARD
    try:
        return CONFIRMED if pyperclip.paste() == text else UNCONFIRMED
    except (pyperclip.PyperclipException, OSError, UnicodeError):
        return UNCONFIRMED


if __name__ == "__main__":
    raise SystemExit(main())
