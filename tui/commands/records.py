"""Texts handed in as JSON lines, `{"id", "text"}`, one object a line."""

from collections.abc import Iterator
from typing import Any

from storage.errors import InputError
from storage.json_lines import json_lines
from tui import exits
from tui.console import tell
from tui.sayings import say_error
from tui.wording import Words

_MOST_TOLD = 10
"""Bad lines that are told one by one; the others are counted."""


class Records:
    """The texts of some JSON lines; a line that is none is told and passed over, so that the others are read."""

    def __init__(self, lines: str, name: str, words: Words) -> None:
        """`name` is what a person calls `lines`: a path, or what `named` makes of `-`."""
        self._lines = lines
        self._name = name
        self._words = words
        self._bad = 0

    def all(self) -> Iterator[dict[str, Any]]:
        """Each object that has a text, in order."""
        for number, held in json_lines(self._lines, self._name, self._pass_over):
            if isinstance(held.get("text"), str):
                yield held
            else:
                self._pass_over(InputError("line-key", path=self._name, line=number, key="text"))

    def close(self) -> int:
        """Say how many bad lines were not told; returns the exit code they ask for."""
        if self._bad > _MOST_TOLD:
            tell(self._words.count("more-bad-lines", self._bad - _MOST_TOLD, path=self._name))
        return exits.WRONG if self._bad else exits.DONE

    def _pass_over(self, fault: InputError) -> None:
        self._bad += 1
        if self._bad <= _MOST_TOLD:
            tell(say_error(self._words, fault))
