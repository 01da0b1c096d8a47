"""Writes the settings file: one setting at a time, every comment and the order of the rest left as they are.

What is to stand there is written under a hidden name beside it, checked as if it were the file itself,
and only then takes its place: the file is the old one or the new one, never half of either.
"""

import fcntl
import os
import tomllib
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from storage.errors import SettingsError
from storage.landing import scrap, sync
from storage.toml_lines import line_of, line_of_syntax_error

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Value = str | bool | list[str]
"""What a setting can hold in the file."""


def change_settings(path: str, changes: Mapping[str, Value | None], check: Callable[[str], object]) -> bool:
    """Give each setting in `changes` its value, or take it out where the value is None; says whether that changed it.

    A name with a dot is a key of a table: `keys.week`. `check` is called with the path of the finished file before
    it takes its place, and refuses it by raising. Raises SettingsError; then the file is as it was. Where nothing
    changes nothing is written. Without any change to make, a file that is not there is made, empty: its person was
    asked, and chose nothing.
    """
    path = os.path.realpath(path)  # a link to a file kept elsewhere stays a link
    try:
        with _alone(path), scrap(os.path.dirname(path), os.path.basename(path)) as new:
            before = _read(path)
            after = rewritten(before, changes, path)
            with open(new, "wb") as file:
                file.write(after.encode("utf-8"))
            _checked(new, path, check)
            if after == before and (changes or os.path.lexists(path)):
                return False
            _put(new, path)
            return True
    except OSError as error:
        raise SettingsError("settings-unwritable", path=path, reason=error.strerror or "") from None


def _put(new: str, path: str) -> None:
    """Let the file `new` take the place of `path`, readable to the same people."""
    with suppress(FileNotFoundError):
        os.chmod(new, os.stat(path).st_mode & 0o777)
    sync(new)
    os.replace(new, path)
    sync(os.path.dirname(path))


def rewritten(text: str, changes: Mapping[str, Value | None], path: str) -> str:
    """`text`, a TOML file, with `changes` made; `path` is what an error calls it. Raises SettingsError."""
    from tomlkit import parse
    from tomlkit.exceptions import TOMLKitError

    try:
        tomllib.loads(text)  # the words of its errors are the ones we know how to read
        document = parse(text)
        for name, value in changes.items():
            _change(document, name, value, path)
    except tomllib.TOMLDecodeError as error:
        line = line_of_syntax_error(str(error)) or text.count("\n") + 1
        raise SettingsError("settings-syntax", path=path, line=line) from None
    except TOMLKitError:
        raise SettingsError("settings-syntax", path=path, line=1) from None
    return str(document.as_string())


def _change(document: "TOMLDocument", name: str, value: Value | None, path: str) -> None:
    table, dot, key = name.rpartition(".")
    holder: object = document.get(table, None if value is None else {}) if dot else document
    if holder is None:
        return
    if not isinstance(holder, MutableMapping):
        raise SettingsError(
            "settings-not-keys", path=path, line=line_of(str(document.as_string()), table), key=table
        )
    if value is None:
        holder.pop(key, None)
    elif dot and table not in document:
        document[table] = {key: value}
    else:
        holder[key] = value


def _read(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return file.read().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise SettingsError("settings-not-utf8", path=path) from None


def _checked(new: str, path: str, check: Callable[[str], object]) -> None:
    try:
        check(new)
    except SettingsError as error:
        values = {**error.values, "path": path}
        raise SettingsError(error.kind, **values) from None


@contextmanager
def _alone(path: str) -> Iterator[None]:
    # Two programs that each change another setting at once must not undo each other.
    folder = os.path.dirname(path)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
