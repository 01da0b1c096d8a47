"""Judges the keys and tags of a person's own in the settings, as far as that can be done without a screen.

Whether two keys get in each other's way is seen when the app opens: see `tui.key_clashes`.
"""

import re
import unicodedata

from rules.hashtags import clean_tag
from rules.nearest import nearest
from storage.errors import SettingsError
from storage.settings import Settings
from storage.texts import read_text
from storage.toml_lines import line_in, line_of

_MODIFIERS = ("ctrl", "alt", "shift", "super")
_NAMED = (
    "enter", "escape", "tab", "space", "up", "down", "left", "right", "home", "end", "pageup", "pagedown",
    "insert", "delete", "backspace", "slash", "backslash", "at", "minus", "plus", "underscore",
)  # fmt: skip
_WRITING = ("space", "slash", "backslash", "at", "minus", "plus", "underscore")
_FUNCTION = re.compile(r"f([1-9]|1\d|2[0-4])", re.ASCII)
_ENTER_AND_THE_LIKE = {"ctrl+j": "enter", "ctrl+m": "enter", "ctrl+i": "tab", "ctrl+h": "backspace"}


def key_names() -> frozenset[str]:
    """What a key can be given for, by name: `week`, `note-edit`…"""
    from tui.wording.keys_en import SENTENCES

    return frozenset(name.removeprefix("key-") for name in SENTENCES if name.startswith("key-"))


def writes(key: str) -> bool:
    """Whether the key called `key` (`w`, `slash`, `question_mark`) is only a sign where somebody writes."""
    return len(key) == 1 or key in _WRITING or (key not in _NAMED and _is_sign(key))


def check_keys(settings: Settings, config: str) -> None:
    """Raises SettingsError for a key of the file `config` that does nothing we know, or that no keyboard has."""
    known = key_names()
    for name, keys in settings.keys:
        if name not in known:
            raise _wrong("settings-key-unknown", config, name, near=nearest(name, known))
        for one in keys.split(","):
            if not _is_key(one):
                raise _wrong("settings-key-wrong", config, name, pressed=one)
            if one in _ENTER_AND_THE_LIKE:
                raise _wrong("settings-key-same", config, name, pressed=one, same=_ENTER_AND_THE_LIKE[one])


def check_team_tags(settings: Settings, config: str) -> None:
    """Raises SettingsError for a team tag of the file `config` that cannot be a tag."""
    for tag in settings.team_tags:
        if clean_tag(tag) is None:
            line = line_of(read_text(config), "team-tags") or 1
            raise SettingsError("settings-team-tag", path=config, line=line, key="team-tags", tag=tag)


def _wrong(kind: str, config: str, name: str, **values: object) -> SettingsError:
    line = line_in(read_text(config), "keys", name) or 1
    return SettingsError(kind, path=config, line=line, key=name, **values)


def _is_key(keys: str) -> bool:
    *modifiers, last = keys.split("+") if len(keys) > 1 else [keys]
    if any(modifier not in _MODIFIERS for modifier in modifiers):
        return False
    return len(last) == 1 or last in _NAMED or bool(_FUNCTION.fullmatch(last)) or _is_sign(last)


def _is_sign(name: str) -> bool:
    # Signs are called by their Unicode names: question_mark, full_stop.
    try:
        return bool(unicodedata.lookup(name.replace("_", " ")))
    except KeyError:
        return False
