"""Objects read from JSON that somebody else wrote: every value is checked, and what is wrong is named.

A place is named as JSON paths are: `entries[41].creationDate`, counted from 0.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from storage.errors import InputError
from storage.texts import storable

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def load_json(text: str, path: str) -> Any:  # noqa: ANN401 - whatever JSON can hold; `Entry` looks closer
    """What `text` holds as JSON. Raises InputError naming the line where it stops making sense."""
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise InputError("json-broken", path=path, line=error.lineno) from None
    except (ValueError, RecursionError):
        raise InputError("json-broken", path=path, line=1) from None


class Entry:
    """One object of a file, and where in it."""

    def __init__(self, held: Any, path: str, where: str) -> None:  # noqa: ANN401 - this is what is to be checked
        """`where` is the place of the object, empty for the whole. Raises InputError when it is no object."""
        self._path = path
        self._where = where
        if not isinstance(held, dict):
            raise InputError("json-key", path=path, key=where or "{}")
        self._held: dict[str, Any] = held

    def wrong(self, key: str) -> InputError:
        """The error that says that `key` is missing or not what it should be."""
        return InputError("json-key", path=self._path, key=f"{self._where}.{key}" if self._where else key)

    def get(self, key: str) -> Any:  # noqa: ANN401 - unchecked on purpose
        """What stands under `key`, unchecked; None when nothing does."""
        return self._held.get(key)

    def within(self, key: str) -> "Entry | None":
        """The object under `key`; None when there is nothing. Raises InputError when it is no object."""
        held = self._held.get(key)
        return (
            None if held is None else Entry(held, self._path, f"{self._where}.{key}" if self._where else key)
        )

    def words(self, key: str, *, default: str | None = None) -> str:
        """Text that a journal can hold; `default` when the key is absent or null. Raises InputError."""
        value = self._held.get(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or not storable(value):
            raise self.wrong(key)
        return value

    def text(self, key: str) -> str:
        """Text that can be a note: storable, and not blank. Raises InputError."""
        words = self.words(key)
        if not words.strip():
            raise self.wrong(key)
        return words

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """True or false. Raises InputError."""
        value = self._held.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key)
        return value

    def whole(self, key: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`. Raises InputError."""
        value = self._held.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.wrong(key)
        return value

    def day(self, key: str) -> str:
        """A day like `2026-11-20`, as written. Raises InputError."""
        words = self.words(key)
        try:
            if _DAY.fullmatch(words) and date.fromisoformat(words):
                return words
        except ValueError:
            pass
        raise self.wrong(key)

    def moment(self, key: str) -> str:
        """A moment in ISO 8601 with a UTC offset, as written. Raises InputError."""
        words = self.words(key)
        try:
            moment = datetime.fromisoformat(words)
            if moment.tzinfo is not None and moment.timestamp() is not None:
                return words
        except (ValueError, OverflowError):
            pass
        raise self.wrong(key)

    def tags(self, key: str) -> tuple[str, ...]:
        """A list of texts, none when the key is absent. Raises InputError."""
        value = self._held.get(key) or []
        if not isinstance(value, list) or not all(isinstance(tag, str) and storable(tag) for tag in value):
            raise self.wrong(key)
        return tuple(value)

    def entries(self, key: str, *, newer: bool = False) -> Iterator["Entry"]:
        """The objects in the list under `key`. Raises InputError for the first that is none.

        `newer`: older programs do not write this list; without it there are none.
        """
        value = self._held.get(key, [] if newer else None)
        if not isinstance(value, list):
            raise self.wrong(key)
        where = f"{self._where}.{key}" if self._where else key
        return (Entry(held, self._path, f"{where}[{number}]") for number, held in enumerate(value))

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """A list of pairs of texts. Raises InputError."""
        value = self._held.get(key)
        if not isinstance(value, list) or not all(_is_pair(pair) for pair in value):
            raise self.wrong(key)
        return tuple((first, second) for first, second in value)


def _is_pair(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(isinstance(words, str) and storable(words) for words in value)
    )
