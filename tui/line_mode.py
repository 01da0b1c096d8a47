"""Whether Clearday comes line by line in place of the app, and why. On the capture path: standard library only."""

from collections.abc import Mapping
from typing import Final, Literal

Why = Literal["asked", "environment", "setting", "terminal"]
"""What turned the lines on: the command, CLEARDAY_LINES, `lines = true`, or a terminal that cannot draw."""
SPOKEN: Final = "CLEARDAY_LINES"
"""The variable of the environment that asks for lines, and tells a command that what it says is heard."""


def is_spoken(environ: Mapping[str, str]) -> bool:
    """Whether what is said is heard and not seen: then everything has its name."""
    return environ.get(SPOKEN, "") not in ("", "0")


def why_lines(environ: Mapping[str, str], *, chosen: bool) -> Why | None:
    """Why there should be lines in place of the app; None where there is the app. `chosen`: by the settings."""
    if is_spoken(environ):
        return "environment"
    if chosen:
        return "setting"
    return "terminal" if environ.get("TERM") == "dumb" else None
