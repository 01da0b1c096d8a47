"""How far the reader has come, on stderr, when somebody is watching: nothing is written anywhere else.

Before the reader can tell, while the rules read a long text and its sentences are cut, a clock says that it is read.
"""

import sys
import time
from collections.abc import Iterator, Sequence
from threading import Lock, Timer
from typing import Self, TypeVar

from tui.console import redraws
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
        self._watched = redraws()
        self._writing = Lock()
        self._clock = Timer(_PATIENCE, self._say_that_it_is_read)
        self._clock.daemon = True
        if self._watched:
            desk.reader.watch(self._read)

    def __enter__(self) -> Self:
        if self._watched:
            self._clock.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._clock.cancel()
        self.wipe()

    def through(self, items: Sequence[Item]) -> Iterator[Item]:
        """The items, in order, counted as they go."""
        self._counting = self._watched and len(items) >= _FEWEST
        for done, item in enumerate(items):
            if self._counting and done % 10 == 0:
                self.say(done, len(items))
            yield item
        self._counting = False
        self.wipe()

    def _read(self, done: int, total: int) -> None:
        # Passages of one text; of many texts the texts are counted.
        if not self._counting:
            self.say(done, total)

    def say(self, done: int, total: int) -> None:
        """Write how much of `total` is done, if it takes long."""
        if time.monotonic() - self._began >= _PATIENCE:
            with self._writing:
                self._write(self._words("progress", done=done, total=total))

    def wipe(self) -> None:
        """Take the line away, before anything else is written."""
        with self._writing:
            if self._shown:
                sys.stderr.write("\r\x1b[K")
                sys.stderr.flush()
                self._shown = False

    def _say_that_it_is_read(self) -> None:
        with self._writing:
            if not (self._shown or self._clock.finished.is_set()):
                self._write(self._words("progress-begun"))

    def _write(self, line: str) -> None:
        self._shown = True
        sys.stderr.write("\r" + line)
        sys.stderr.flush()
