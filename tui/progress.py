"""How far the reader has come, on stderr, when somebody is watching: nothing is written anywhere else."""

import sys
from collections.abc import Iterator, Sequence
from typing import Self, TypeVar

from tui.desk import Desk
from tui.wording import Words

Item = TypeVar("Item")
_FEWEST = 40
"""Texts, or stretches of a long one, below which the end comes before anybody has read a number."""


class Progress:
    """A line that is written over and taken away at the end."""

    def __init__(self, desk: Desk, words: Words) -> None:
        self._words = words
        self._shown = False
        self._watched = sys.stderr.isatty()
        if self._watched:
            desk.reader.watch(self.say)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._wipe()

    def through(self, items: Sequence[Item]) -> Iterator[Item]:
        """The items, in order, counted as they go."""
        for done, item in enumerate(items):
            if self._watched and len(items) >= _FEWEST and done % 10 == 0:
                self.say(done, len(items))
            yield item
        self._wipe()

    def say(self, done: int, total: int) -> None:
        """Write how much of `total` is done."""
        self._shown = True
        sys.stderr.write("\r" + self._words("progress", done=done, total=total))
        sys.stderr.flush()

    def _wipe(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False
