"""Which journal files are encrypted, and the keys to them for as long as this process runs.

An encrypted file begins with 16 random bytes, its salt, where a plain one says that it is SQLite's, and is
whole pages of noise. So it needs no mark beside it. On the capture path: standard library only.

A file is looked at once, before anything here is connected to it: closing a file drops every lock that
this process has on it, SQLite's too (sqlite.org/howtocorrupt.html, 2.2).
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count

from storage.errors import JournalError

Asker = Callable[[str, int], str]
"""Gives a passphrase for the file with this path, asked for the n-th time (from 0). Raises when it gives up."""

_PLAIN = b"SQLite format 3\0"
_PAGE = 4096
"""Bytes of a page, as SQLCipher 4 writes them."""
_NOISE = 224
"""Different byte values that a page of noise has at the very least; 256 are to be expected."""


class KeyRing:
    """The keys that this process was given. They are never written anywhere."""

    def __init__(self) -> None:
        self._one_at_a_time = threading.RLock()
        self._salts: dict[tuple[int, int], bytes | None] = {}
        self._keys: dict[bytes, str] = {}
        self._passphrases: list[str] = []
        self._asker: Asker | None = None

    def ask_with(self, asker: Asker | None) -> None:
        """Ask so for passphrases that are not here yet; None: ask nobody."""
        self._asker = asker

    def is_encrypted(self, path: str) -> bool:
        """Whether the file at `path` looks encrypted. Raises nothing."""
        return self.salt_of(path) is not None

    def salt_of(self, path: str) -> bytes | None:
        """The salt of the encrypted file at `path`; None for a plain, empty, missing or unreadable one."""
        with self._one_at_a_time:
            try:
                found = os.stat(path)
                identity = (found.st_dev, found.st_ino)
                if not found.st_size:  # whatever file had this number before, this one will be plain
                    self._salts[identity] = None
                elif identity not in self._salts:
                    self._salts[identity] = _peek(path, found.st_size)
            except OSError:
                return None
            return self._salts[identity]

    def knows(self, path: str) -> bool:
        """Whether the file at `path`, or one that had its number before, was looked at already."""
        try:
            found = os.stat(path)
        except OSError:
            return False
        return (found.st_dev, found.st_ino) in self._salts

    def forget(self, path: str) -> None:
        """Look at the file at `path` again when it is asked for next."""
        with suppress(OSError):
            found = os.stat(path)
            self._salts.pop((found.st_dev, found.st_ino), None)

    def key_for(self, path: str) -> str | None:
        """The key to the file at `path`, asked for if need be; None when it is not encrypted.

        Raises JournalError without a key that fits, and whatever the asker raises.
        """
        with self._one_at_a_time:
            while (salt := self.salt_of(path)) is not None:
                if key := self._keys.get(salt) or self._found(path, salt):
                    self._keys[salt] = key
                    return key
            return None

    def passphrase_for(self, path: str) -> str | None:
        """The passphrase that opened the file at `path` in this process; None when there is none."""
        from storage.keyed import key_from

        salt = self.salt_of(path)
        if salt is None or salt not in self._keys:
            return None
        return next((given for given in self._passphrases if key_from(given, salt) == self._keys[salt]), None)

    def new_key(self, passphrase: str) -> str:
        """A key of its own for a file to be made, opened with `passphrase` from now on."""
        from storage.keyed import key_from

        salt = os.urandom(16)
        self._keep(passphrase)
        self._keys[salt] = key_from(passphrase, salt)
        return self._keys[salt]

    def mark(self, path: str, salt: bytes | None) -> None:
        """The still empty file at `path` is about to be written with this salt, or plain."""
        found = os.stat(path)
        self._salts[found.st_dev, found.st_ino] = salt

    def _found(self, path: str, salt: bytes) -> str | None:
        # None: another process put another file in its place meanwhile, and nobody's passphrase was wrong.
        from storage.keyed import fits, key_from

        for passphrase in self._offered(path):
            if fits(path, key := key_from(passphrase, salt)):
                self._keep(passphrase)
                return key
            self.forget(path)
            if self.salt_of(path) != salt:
                return None
        return None

    def _offered(self, path: str) -> Iterator[str]:
        yield from tuple(self._passphrases)
        for attempt in count():
            if self._asker is None:
                raise JournalError("journal-locked", path=path)
            yield self._asker(path, attempt)

    def _keep(self, passphrase: str) -> None:
        if passphrase not in self._passphrases:
            self._passphrases.append(passphrase)


RING = KeyRing()
"""This process's."""


def _peek(path: str, size: int) -> bytes | None:
    if not size or size % _PAGE:
        return None
    with open(path, "rb") as file:
        page = file.read(_PAGE)
    return None if page.startswith(_PLAIN) or len(set(page)) < _NOISE else page[:16]
