"""The few settings that are needed before, or without, reading the settings file as settings.

Each is looked up as a line `key = "value"`; whether the file is right is judged later, by whoever
reads it whole. On the capture path: standard library only.
"""

from collections.abc import Mapping
from datetime import time

from rules.dates import parse_clock
from tui.wording import Language


def language_of(environ: Mapping[str, str], settings: str) -> Language:
    """`en` or `fr`: what the settings file at `settings` says, else what the environment's locale says."""
    chosen = _line(settings, "language")
    if chosen:
        return "fr" if chosen == "fr" else "en"
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "fr" if locale.lower().startswith("fr") else "en"


def day_ends(settings: str) -> time:
    """When a day ends, as the settings file at `settings` says; midnight when it says nothing that is a time."""
    return time(*(parse_clock(_line(settings, "day-ends")) or (0, 0, 0)))


def wants_lines(settings: str) -> bool:
    """Whether the settings file at `settings` asks for Clearday line by line in place of the app."""
    return _line(settings, "lines") == "true"


def _line(path: str, wanted: str) -> str:
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            for line in file:
                key, found, value = line.partition("=")
                if found and key.strip() == wanted:
                    return value.split("#")[0].strip().strip("\"'")
    except OSError:
        return ""
    return ""
