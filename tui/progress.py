"""How far the reader has come, on stderr, when somebody is watching: nothing is written anywhere else."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import Self, TypeVar

from tui.desk import Desk
from tui.wording import Words

Item = TypeVar("Item")
_FEWEST = 40
"""Texts below which the end comes before anybody has read a number."""
_PATIENCE = 0.5
"""Seconds before anything is said, for the same reason."""


class Progress:
    """A line that is written over and taken away at the end."""

    def __init__(self, desk: Desk, words: Words) -> None:
        self._words = words
        self._shown = False
        self._counting = False
        self._began = time.monotonic()
        self._watched = sys.stderr.isatty()
        if self._watched:
            desk.reader.watch(self._read)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._wipe()

    def through(self, items: Sequence[Item]) -> Iterator[Item]:
        """The items, in order, counted as they go."""
        self._counting = self._watched and len(items) >= _FEWEST
        for done, item in enumerate(items):
            if self._counting and done % 10 == 0:
                self.say(done, len(items))
            yield item
        self._counting = False
        self._wipe()

    def _read(self, done: int, total: int) -> None:
        # Passages of one text; of many texts the texts are counted.
        if not self._counting:
            self.say(done, total)

    def say(self, done: int, total: int) -> None:
        """Write how much of `total` is done, if it takes long."""
        if time.monotonic() - self._began < _PATIENCE:
            return
        self._shown = True
        sys.stderr.write("\r" + self._words("progress", done=done, total=total))
        sys.stderr.flush()

    def _wipe(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False
