"""What holds where the settings file says nothing, in words."""

from datetime import date, timedelta

from storage.settings import Settings
from tui.desk import Desk
from tui.doorway import first_weekday_of
from tui.early_settings import language_of

_MONDAY = date(2026, 11, 16)
"""Any Monday will do."""
_NAMED = 2
"""How many platforms are named; the others are counted."""


def usual(name: str, desk: Desk) -> str:
    """The value of the setting `name` (as in the file: `week-starts`) when nobody gave one; empty for a key."""
    if name.startswith("keys."):
        return ""
    default = getattr(Settings(), name.replace("-", "_"))
    if default not in ("", ()):
        return str(default).lower()
    return desk.words(f"usual-{name}", **_blanks(name, desk))


def _blanks(name: str, desk: Desk) -> dict[str, object]:
    environ = desk.door.environ
    if name == "language":
        return {"language": language_of(environ, "")}
    if name == "week-starts":
        return {"day": desk.words.weekday(_MONDAY + timedelta(first_weekday_of(environ, Settings())))}
    if name == "platforms":
        ids = [platform.id for platform in desk.ready_platforms if platform.usual]
        return {"named": ", ".join(ids[:_NAMED]), "more": len(ids) - _NAMED}
    return {}
