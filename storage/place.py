"""Whether a journal that is open still is the file of that name, and what is saved when it is not.

A deleted file lives on as long as somebody has it open, so all that was acknowledged can be copied out of
it. A file whose bytes another program overwrites in place cannot be noticed from here.
"""

import os
import sqlite3
import threading
from contextlib import suppress
from datetime import datetime

from storage.errors import JournalError

MOVED = ("journal-gone", "journal-replaced", "journal-lost")
"""The kinds of error that say so."""

Identity = tuple[int, int]
"""Device and number of a file: the same name can come to mean another."""


def identity_of(path: str) -> Identity | None:
    """Which file has this name; None when none has."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def forget_ahead(path: str, ahead: Identity | None) -> None:
    """Remove what was written ahead of a journal that is no longer `path`: `ahead` says which file that was.

    Its notes were rescued. Left there, SQLite would apply it to the file that has the name now.
    """
    if ahead is not None and identity_of(f"{path}-wal") == ahead:
        for beside in (f"{path}-wal", f"{path}-shm"):
            with suppress(OSError):
                os.unlink(beside)


class Place:
    """The name of a journal, shared by all threads that have it open."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._rescued: dict[Identity, str] = {}
        self._lost = ""
        self._one_at_a_time = threading.Lock()

    def moved(self, connection: sqlite3.Connection, identity: Identity, *, at: datetime) -> JournalError:
        """Save what the file behind `connection` holds, once; returns the error that tells where."""
        with self._one_at_a_time:
            try:
                rescued = self._rescued.get(identity) or self._rescue(connection, at)
            except JournalError as error:
                return JournalError("journal-lost", path=self._path, reason=error.values.get("reason", ""))
            self._rescued[identity] = rescued
        if identity_of(self._path) is None:
            self._lost = rescued
            return JournalError("journal-gone", path=self._path, rescued=rescued)
        return JournalError("journal-replaced", path=self._path, rescued=rescued)

    def must_not_be_lost(self) -> None:
        """Raise JournalError as long as a journal that was open is gone: nobody begins a new one in silence."""
        if self._lost and identity_of(self._path) is None:
            raise JournalError("journal-gone", path=self._path, rescued=self._lost)
        self._lost = ""

    def _rescue(self, connection: sqlite3.Connection, at: datetime) -> str:
        from storage.backup import copy_of
        from storage.copies import RESCUED

        return copy_of(connection, self._path, at=at, kind=RESCUED).path
