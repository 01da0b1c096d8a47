"""One line of the check-up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """What was looked at, whether it is as it should be, and the sentence: what is so, or how to mend it."""

    check: str
    """`journal`, `backups`, `permissions`, `settings`…: one subject may have several lines."""
    ok: bool
    message: str
