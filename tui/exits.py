"""Exit codes, which are part of the public interface."""

DONE = 0
"""Done; nothing holds the text."""
HELD = 1
"""Done, but the text is held: a warning, or a question not yet answered."""
STOPPED = 2
"""Held by a stop."""
WRONG = 3
"""Wrong usage or settings; the message names the file, line and key."""
JOURNAL = 4
"""The journal cannot be read or written; nothing was lost."""
INTERRUPTED = 130

_BY_VERDICT = {"clear": DONE, "held": HELD, "stopped": STOPPED}


def of_verdict(verdict: str) -> int:
    """The exit code of a verdict: `clear`, `held` or `stopped`. Raises KeyError for any other word."""
    return _BY_VERDICT[verdict]
