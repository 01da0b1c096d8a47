"""Where a passphrase comes from: a person on the terminal, or a file descriptor. Never the command line."""

import sys
from collections.abc import Mapping

from tui.console import has_person
from tui.sayings import UsageError
from tui.wording import Words

VARIABLE = "CLEARDAY_PASSPHRASE_FD"
_LONGEST = 65536
"""Bytes read from a descriptor; a passphrase is a line of it, the next one asked for the next line."""


def passphrase(environ: Mapping[str, str], words: Words, *, twice: bool) -> str:
    """The passphrase, asked for `twice` where a slip would lock a person out. Raises UsageError."""
    if environ.get(VARIABLE):
        return _not_empty(_from_descriptor(environ[VARIABLE], words), words)
    if not has_person():
        raise UsageError(words("passphrase-no-way"))
    first = _not_empty(_asked(words("ask-passphrase")), words)
    if twice and _asked(words("ask-passphrase-again")) != first:
        raise UsageError(words("passphrase-differs"))
    return first


def _asked(prompt: str) -> str:
    from getpass import getpass

    return getpass(prompt, stream=sys.stderr)


def _from_descriptor(number: str, words: Words) -> str:
    try:
        with open(int(number), "rb", buffering=0, closefd=False) as source:
            return source.readline(_LONGEST).decode("utf-8").rstrip("\r\n")
    except (OSError, ValueError):
        raise UsageError(words("passphrase-fd", number=number)) from None


def _not_empty(given: str, words: Words) -> str:
    if not given:
        raise UsageError(words("passphrase-empty"))
    return given
