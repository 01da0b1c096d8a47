"""What a person prefers: the settings one by one, read and changed, for the command line and the app alike."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from rules.nearest import nearest
from storage.settings import (
    DENSITIES,
    JURISDICTIONS,
    LANGUAGES,
    LAYOUTS,
    READERS,
    WEEK_STARTS,
    WEEK_TAGS,
    Settings,
    read_settings,
)
from tui.refusal import Refusal

if TYPE_CHECKING:
    from storage.settings_file import Value
    from tui.desk import Desk

_FLAGS = {
    word: value for value, words in ((True, "true on yes"), (False, "false off no")) for word in words.split()
}
NAMES = tuple(field.name.replace("_", "-") for field in fields(Settings))
"""Every setting, as it is written in the file."""
CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": LANGUAGES,
    "jurisdiction": JURISDICTIONS,
    "reader": READERS,
    "week-starts": WEEK_STARTS,
    "week-layout": LAYOUTS,
    "week-tags": WEEK_TAGS,
    "density": DENSITIES,
    "animations": ("true", "false"),
    "lines": ("true", "false"),
    "reader-learns": ("true", "false"),
}
"""The settings that have only a few values, and those."""


@dataclass(frozen=True, slots=True)
class Preference:
    """One setting as it holds now, whether the file says so or nothing does."""

    name: str
    """As it is written in the file: `week-starts`, `keys.week`."""
    value: "Value"
    """What holds now; empty where nothing was chosen."""
    given: bool
    """Whether the file says so, or it holds because nothing is said."""


class Preferences:
    """The settings in one file, which need not be there."""

    def __init__(self, path: str, reopened: "Callable[[], Desk] | None" = None) -> None:
        """`reopened` opens a desk with the settings as they are by then."""
        self.path = path
        """The settings file."""
        self._reopened = reopened

    @property
    def unasked(self) -> bool:
        """Whether there is no settings file yet: nobody was ever asked."""
        return not os.path.lexists(self.path)

    def check(self) -> Settings:
        """All of them, each found to be right; the first that is not raises SettingsError with line and key.

        Raises PackError, PlatformError, ShapeError and InputError for the files that the settings name.
        """
        return _check(self.path)

    def reopened(self) -> "Desk":
        """A desk with the settings as they are now. Raises what `open_desk` raises."""
        assert self._reopened is not None
        return self._reopened()

    def all(self) -> list[Preference]:
        """Every setting, in the order the README lists them, and each key of the person's own. Raises SettingsError."""
        settings, found = read_settings(self.path), []
        for name in NAMES:
            value = getattr(settings, name.replace("-", "_"))
            if name == "keys":
                found += [Preference(f"keys.{action}", keys, given=True) for action, keys in value]
            else:
                default = value == getattr(Settings(), name.replace("-", "_"))
                found.append(
                    Preference(name, list(value) if isinstance(value, tuple) else value, not default)
                )
        return found

    def one(self, name: str) -> Preference:
        """The setting called `name`. Raises Refusal when there is none, SettingsError."""
        _must_be(name)
        empty = Preference(name, "", given=False)
        return next((preference for preference in self.all() if preference.name == name), empty)

    def set(self, name: str, values: Sequence[str]) -> None:
        """Give a setting its value, as typed. Raises Refusal and whatever `check` raises; then nothing changed."""
        _must_be(name)
        self._change({name: _value(name, values)})

    def set_all(self, chosen: Mapping[str, Sequence[str]]) -> None:
        """Give several settings their values at once, all or none. Raises as `set` does."""
        self._change({name: _value(name, values) for name, values in chosen.items()})

    def unset(self, name: str) -> bool:
        """Take a setting out of the file, also a wrong one that stands there; says whether it did.

        Raises Refusal when there is no such setting and none stands there, and whatever `check` raises.
        """
        changed = self._change({name: None})
        if not changed and name != "keys":
            _must_be(name)
        return changed

    def _change(self, changes: "Mapping[str, Value | None]") -> bool:
        from storage.settings_file import change_settings  # not needed to read them

        return change_settings(self.path, changes, _check)


def _check(path: str) -> Settings:
    from tui.opening import checked_settings

    settings = checked_settings(path)
    if not (settings.packs or settings.quiet or settings.wake):
        return settings  # the rules that come with Clearday are right, and take a second to read
    from tui.packs import load_packs

    packs = load_packs(settings.packs, settings.jurisdiction, settings.quiet)
    if settings.quiet or settings.wake:
        from tui.rule_names import check_rule_names

        check_rule_names(settings, packs, path)
    return settings


def _must_be(name: str) -> None:
    if name in NAMES and name != "keys":
        return
    if name.startswith("keys."):
        return  # which keys there are is judged with the rest of the file
    if name == "keys":
        raise Refusal("keys-are-many")
    raise Refusal("no-such-setting", name=name, near=nearest(name, NAMES))


def _value(name: str, values: Sequence[str]) -> "Value":
    default = getattr(Settings(), name.replace("-", "_"), "")
    if isinstance(default, tuple):
        return [item.strip() for value in values for item in value.split(",") if item.strip()]
    if len(values) != 1:
        raise Refusal("one-value", name=name)
    if isinstance(default, bool):
        flag = _FLAGS.get(values[0].casefold())
        if flag is None:
            raise Refusal("not-a-flag", name=name, value=values[0])
        return flag
    return values[0]
