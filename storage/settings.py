"""The settings file, read. A key that is wrong is named with its line and its nearest kin.

`storage.settings_file` writes it.
"""

import difflib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from storage.errors import SettingsError
from storage.toml_lines import line_of, line_of_syntax_error


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose. Each field has the value that holds when the file does not name it."""

    language: str = ""
    """`en` or `fr`; empty means the language of the terminal."""
    theme: str = ""
    """A Textual theme by name; empty means Clearday's own."""
    platforms: tuple[str, ...] = ()
    """The platforms to clear for and to show; empty means every one that is ready."""
    packs: tuple[str, ...] = ()
    """Rule packs beside the built-in one: paths, relative to the settings file."""
    quiet: tuple[str, ...] = ()
    """Rules that only advise from now on, by id; a stop stays a stop."""
    wake: tuple[str, ...] = ()
    """Rules that say nothing unless they are named here, by id."""
    jurisdiction: str = ""
    """Whose public servant the person is: `ca`, `uk`, `au`, `us`, `nz` or `none`; empty means the usual one."""
    reader: str = ""
    """The second reader: `auto`, `none`, `small` or `large`; empty means `auto`."""
    mastodon_server: str = ""
    """The host of the person's Mastodon server, for `share --open`."""
    sharing: str = ""
    """A file of platforms, people and hashtags of the person's own, relative to the settings file."""
    day_ends: str = "00:00"
    """When a day ends, `HH:MM` before noon: what is noted before it belongs to the day before."""

    week_starts: str = ""
    """`monday`, `sunday` or `saturday`: the first day of a week on the screen; empty means as the locale has it."""
    week_shape: str = ""
    """The shape of the weekly note: the id of a built-in one, or a file of the person's own, relative to the
    settings file; empty means by workstream."""
    week_layout: str = ""
    """`prose`, `lines` or `bullets`; empty means the shape's own."""
    week_tags: str = ""
    """`written` or `left-out`: the hashtags at the end of a note, in the weekly one; empty means as written."""
    week_title: str = ""
    """What a weekly note is called, with the blanks {n}, {week}, {number}, {year} and {dates}; empty: its number
    and dates."""
    week_first: str = ""
    """The ISO week that {n} counts from, `2026-W01`, which is number 1."""
    week_context: str = ""
    """One line that stands under the title of each weekly note: what the work is for."""
    week_without: tuple[str, ...] = ()
    """Parts of the weekly note that are left out, by id; their notes stand elsewhere in it."""
    site: str = ""
    """The public address of the folder that `week --site` writes, for its feed."""
    team_tags: tuple[str, ...] = ()
    """The tags a team agreed on, without `#`: offered first while a note is written."""
    density: str = ""
    """`dense` or `roomy`: how much room there is between notes on the screen; empty means dense."""
    reader_learns: bool = False
    """Whether what a person taught the second reader, beside the journal, is used."""
    lines: bool = False
    """Whether there are lines in place of the app, for a screen reader or a plain terminal."""
    animations: bool = False
    """Whether the screen may move."""
    keys: tuple[tuple[str, str], ...] = ()
    """Keys of the person's own: the name of what is done, and keys separated by commas."""


_TEXTS = (
    "language", "theme", "jurisdiction", "reader", "mastodon_server", "sharing", "day_ends", "week_starts",
    "week_shape", "week_layout", "week_tags", "week_title", "week_first", "week_context", "site", "density",
)  # fmt: skip
_LISTS = ("platforms", "packs", "quiet", "wake", "week_without", "team_tags")
_FLAGS = ("animations", "lines", "reader_learns")
_NAMES = (*_TEXTS, *_LISTS, *_FLAGS, "keys")
LANGUAGES = ("en", "fr")
"""What Clearday speaks."""
WEEK_STARTS = ("monday", "sunday", "saturday")
"""The days a week may begin with on the screen."""
JURISDICTIONS = ("ca", "uk", "au", "us", "nz", "none")
"""Whose public servants the packs know; `none` is for everybody else."""
READERS = ("auto", "none", "small", "large")
"""The second readers there are; `auto` is the larger one that can run."""
LAYOUTS = ("prose", "lines", "bullets")
"""How a weekly note may be laid out."""
WEEK_TAGS = ("written", "left-out")
"""What becomes of the hashtags at the end of a note in the weekly one."""
DENSITIES = ("dense", "roomy")
"""How much room there may be between notes."""
WEEK_TITLE_BLANKS = ("n", "week", "number", "year", "dates")
"""The blanks that `week-title` may have."""
_BLANKS = r"\{([^{}]*)\}"
_NO_LINE = r"[\x00-\x1f\x7f-\x9f\u2028\u2029]"
_LABEL = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"


def _like(pattern: str, flags: re.RegexFlag = re.ASCII) -> Callable[[str], object]:
    # Compiled when a setting has to be like it: few files have all of them.
    return partial(re.fullmatch, pattern, flags=flags)


def _is_week(value: str) -> bool:
    if not re.fullmatch(r"\d{4}-W\d{2}", value, re.ASCII):
        return False
    try:
        return bool(date.fromisocalendar(int(value[:4]), int(value[6:]), 1))
    except ValueError:
        return False


def read_settings(path: str) -> Settings:
    """The settings in the file at `path`; the defaults when there is no file. Raises SettingsError."""
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError("settings-unreadable", path=path, reason=error.strerror or "") from None
    except UnicodeDecodeError:
        raise SettingsError("settings-not-utf8", path=path) from None
    return _checked(text, path)


def _table(text: str, path: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = line_of_syntax_error(str(error)) or text.count("\n") + 1
        raise SettingsError("settings-syntax", path=path, line=line) from None
    except RecursionError:
        raise SettingsError("settings-nested", path=path) from None


def _checked(text: str, path: str) -> Settings:
    chosen: dict[str, Any] = {}
    for key, value in _table(text, path).items():
        name = key.replace("-", "_")
        if problem := _problem(name, value):
            near = difflib.get_close_matches(name, _NAMES, n=1)
            nearest = near[0].replace("_", "-") if near else ""
            raise SettingsError(problem, path=path, line=line_of(text, key) or 1, key=key, near=nearest)
        chosen[name] = _frozen(value)
    return _in_place(Settings(**chosen), path)


def _in_place(settings: Settings, path: str) -> Settings:
    # A file that is named without its folder lies beside the settings.
    shape = settings.week_shape
    return replace(
        settings,
        packs=tuple(_beside(path, pack) for pack in settings.packs),
        sharing=_beside(path, settings.sharing) if settings.sharing else "",
        week_shape=_beside(path, shape) if shape.endswith(".toml") else shape,
    )


_CHECKS: dict[str, tuple[Callable[[str], object], str]] = {
    "language": (LANGUAGES.__contains__, "settings-language"),
    "jurisdiction": (JURISDICTIONS.__contains__, "settings-jurisdiction"),
    "reader": (READERS.__contains__, "settings-reader"),
    "day_ends": (_like(r"(0\d|1[01]):[0-5]\d"), "settings-day-ends"),
    "week_starts": (WEEK_STARTS.__contains__, "settings-week-starts"),
    "week_layout": (LAYOUTS.__contains__, "settings-week-layout"),
    "week_tags": (WEEK_TAGS.__contains__, "settings-week-tags"),
    "week_title": (
        lambda value: set(re.findall(_BLANKS, value)) <= set(WEEK_TITLE_BLANKS),
        "settings-week-title",
    ),
    "week_first": (_is_week, "settings-week-first"),
    "density": (DENSITIES.__contains__, "settings-density"),
    "mastodon_server": (
        _like(rf"{_LABEL}(\.{_LABEL})*(:\d{{1,5}})?", re.ASCII | re.IGNORECASE),
        "settings-server",
    ),
    "site": (_like(r"https?://[^\s<>\"]+", re.UNICODE), "settings-site"),
}
"""For each setting that takes only some texts: what tells them, and what is said of any other."""


def _problem(name: str, value: Any) -> str:  # noqa: ANN401 - whatever TOML held
    if name in _TEXTS:
        if not isinstance(value, str):
            return "settings-not-text"
        if re.search(_NO_LINE, value) or (value and not value.strip()):
            return "settings-not-line"
        fits, problem = _CHECKS.get(name, (lambda _: True, ""))
        return "" if fits(value) else problem
    if name in _LISTS:
        return "" if _is_list(value) else "settings-not-list"
    if name in _FLAGS:
        return "" if isinstance(value, bool) else "settings-not-flag"
    if name == "keys":
        return "" if _is_key_table(value) else "settings-not-keys"
    return "settings-unknown"


def _is_key_table(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) or _is_list(one) for one in value.values())


def _is_list(value: Any) -> bool:  # noqa: ANN401 - whatever TOML held
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _frozen(value: Any) -> Any:  # noqa: ANN401 - whatever a setting may be
    if isinstance(value, dict):
        return tuple((name, one if isinstance(one, str) else ",".join(one)) for name, one in value.items())
    return tuple(value) if isinstance(value, list) else value


def _beside(path: str, named: str) -> str:
    return os.path.join(os.path.dirname(os.path.abspath(path)), os.path.expanduser(named))
