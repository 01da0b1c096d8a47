"""`clearday config`: the settings, listed, read, changed and checked; comments in the file stay."""

import argparse
import json
from collections.abc import Callable

from storage.settings import Settings
from storage.texts import is_utf8
from tui import exits
from tui.console import give_json, say, tell
from tui.context import Context
from tui.known_names import must_be_known
from tui.note_templates import load_templates
from tui.preferences import Preference, Preferences
from tui.sayings import UsageError, did_you_mean
from tui.wording import Words

_ACTIONS = ("list", "get", "set", "unset", "path", "check")


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `config` takes."""
    parser.add_argument(
        "action", nargs="?", choices=_ACTIONS, default="list", help=words("option-config-what")
    )
    parser.add_argument("name", nargs="?", metavar="NAME", help=words("option-config-name"))
    parser.add_argument("values", nargs="*", metavar="VALUE", help=words("option-config-values"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Do one of the six. None of them needs the journal, nor settings that are right already."""
    _refuse_more(arguments, context.words)
    preferences = Preferences(context.config)
    if arguments.action == "path":
        say(context.config)
        return exits.DONE
    if arguments.action == "check":
        return _check(preferences, context.words)
    if arguments.action == "list":
        return _list(preferences, context.words, as_json=arguments.json)
    if arguments.name is None:
        raise UsageError(context.words("config-what", action=arguments.action))
    acts: dict[str, Callable[[argparse.Namespace, Preferences, Words], int]] = {
        "get": _get, "set": _set, "unset": _unset,
    }  # fmt: skip
    return acts[arguments.action](arguments, preferences, context.words)


def _refuse_more(arguments: argparse.Namespace, words: Words) -> None:
    # What an action has no use for is a slip, `config path set`, and not to be passed over.
    most = {"get": 1, "unset": 1}.get(arguments.action, 0)
    given = [arguments.name, *arguments.values] if arguments.name is not None else []
    if arguments.action != "set" and len(given) > most:
        raise UsageError(words("config-too-much", action=arguments.action, more=" ".join(given[most:])))


def _list(preferences: Preferences, words: Words, *, as_json: bool) -> int:
    found = preferences.all()
    if as_json:
        give_json({preference.name: preference.value for preference in found})
        return exits.DONE
    written = [_written(preference) for preference in found]
    for line, preference in zip(written, found, strict=True):
        about = words(f"setting-{preference.name.partition('.')[0]}")
        say(f"{line:<34} # {about}")
    if preferences.unasked:
        tell(words("config-none", path=preferences.path))
    return exits.DONE


def _written(preference: Preference) -> str:
    # As it would stand in the file; what holds by itself is set aside as a comment there would be.
    line = f"{preference.name} = {json.dumps(preference.value, ensure_ascii=False)}"
    return line if preference.given else f"# {line}"


def _get(arguments: argparse.Namespace, preferences: Preferences, words: Words) -> int:
    value = preferences.one(arguments.name).value
    if arguments.json:
        give_json(value)
    else:
        for line in value if isinstance(value, list) else [value]:
            say(line if isinstance(line, str) else str(line).lower())
    return exits.DONE


def _set(arguments: argparse.Namespace, preferences: Preferences, words: Words) -> int:
    if not all(map(is_utf8, arguments.values)):
        raise UsageError(words("config-not-utf8", name=arguments.name))
    if arguments.name == "theme" and arguments.values:
        _check_theme(arguments.values[0], words)
    preferences.set(arguments.name, arguments.values)
    now = json.dumps(preferences.one(arguments.name).value, ensure_ascii=False)
    tell(words("config-set", name=arguments.name, value=now, path=preferences.path))
    return exits.DONE


def _unset(arguments: argparse.Namespace, preferences: Preferences, words: Words) -> int:
    there = preferences.unset(arguments.name)
    tell(words("config-unset" if there else "config-not-there", name=arguments.name, path=preferences.path))
    return exits.DONE


def _check(preferences: Preferences, words: Words) -> int:
    settings = preferences.check()
    if settings.theme:
        _check_theme_in(preferences.path, settings.theme)
    if settings.keys and (said := _clashes_in(settings, preferences.path, words)):
        for sentence in said:
            tell(sentence)
        return exits.WRONG
    for wrong in load_templates(preferences.path, words).wrong:
        raise wrong
    tell(words("config-none" if preferences.unasked else "config-right", path=preferences.path))
    return exits.DONE


def _clashes_in(settings: Settings, path: str, words: Words) -> list[str]:
    import tui.app  # noqa: F401 - every screen that has keys comes with it
    from tui.key_clashes import clashes, told

    return [told(words, clash, path) for clash in clashes(settings.keys)]


def _check_theme_in(path: str, name: str) -> None:
    from tui.themes import known_themes

    must_be_known("settings-theme", name, known_themes(), key="theme", config=path)


def _check_theme(name: str, words: Words) -> None:
    from tui.themes import known_themes

    known = known_themes()
    if name not in known:
        near = did_you_mean(words, name, known)
        raise UsageError(words("no-such-theme", name=name, near=near, known=", ".join(known)))
