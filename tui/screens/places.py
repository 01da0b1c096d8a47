"""The screens that can be gone to from anywhere, by name. Each is imported when somebody goes there: the
first picture of the app waits for none of them.

A new one goes here; the palette, the list of places and the app's `open` action follow.
"""

from importlib import import_module
from typing import Final

from tui.screens.page import Page

PLACES: Final = {
    "calendar": "CalendarPage",
    "friday": "FridayPage",
    "search": "SearchPage",
    "ledger": "LedgerPage",
    "rules": "RulesPage",
    "waivers": "WaiversPage",
    "calibration": "CalibrationPage",
    "backups": "BackupsPage",
    "more": "MorePage",
    "settings": "SettingsPage",
}
"""Module in this package, and the class in it; worded by `key-NAME` and `tip-NAME`."""

_OTHERS: Final = ("week", "week_history", "clear", "share", "history", "help", "welcome")
"""Modules of the screens that lie on the way from one to another."""


def place(name: str) -> type[Page]:
    """The screen called `name`. Raises KeyError."""
    found: type[Page] = getattr(import_module(f"tui.screens.{name}"), PLACES[name])
    return found


def read_all() -> None:
    """Import every screen, for whoever has to know the keys of all of them."""
    for name in (*PLACES, *_OTHERS):
        import_module(f"tui.screens.{name}")
