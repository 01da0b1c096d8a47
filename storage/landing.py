"""Puts a finished file in its place: whole or not at all.

A file is written under a hidden name in the folder it is for, and only then gets its own: `land` brings it to the
disk first and takes nobody's place, `write_whole` takes the place of the file before. What a killed process leaves
under a hidden name is cleared away a day later.
"""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_SCRAP = re.compile(r"\.[^/]+\.\d+\.new(-journal|-wal|-shm)?")
_A_DAY = 86400.0
"""Seconds; nothing takes that long to be written."""


@contextmanager
def scrap(folder: str, name: str, *, public: bool = False) -> Iterator[str]:
    """The path of an empty hidden file (0600) in `folder` (made 0700), gone in the end. Raises OSError.

    A `public` one, and its folder, can be read by whom the person's umask lets read.
    """
    os.makedirs(folder, mode=0o777 if public else 0o700, exist_ok=True)
    path = os.path.join(folder, f".{name}.{os.getpid()}.new")
    _forget(path)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666 if public else 0o600))
    try:
        yield path
    finally:
        _forget(path)


def write_whole(folder: str, name: str, text: str, *, public: bool = False) -> str:
    """Write `text` as UTF-8 to `name` in `folder`, in the place of the file before; returns its path.

    Whole or not at all; `public` as in `scrap`. Raises OSError and UnicodeEncodeError.
    """
    path, data = os.path.join(folder, name), text.encode("utf-8")
    with scrap(folder, name, public=public) as written:
        with open(written, "wb") as file:
            file.write(data)
        os.replace(written, path)
    return path


def land(written: str, path: str) -> None:
    """Give the finished file `written` the name `path` as well. Raises FileExistsError and OSError."""
    sync(written)
    try:
        os.link(written, path)
    except FileExistsError:
        raise
    except OSError:  # a memory stick that knows no links
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        os.rename(written, path)
    sync(os.path.dirname(os.path.abspath(path)))


def sync(path: str) -> None:
    """Bring a file or a folder to the disk. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def clear_scraps(folder: str) -> None:
    """Remove what processes that were killed over a day ago left half written. Raises nothing."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if _SCRAP.fullmatch(entry.name) and time.time() - entry.stat().st_mtime > _A_DAY:
                os.unlink(entry.path)


def _forget(path: str) -> None:
    for leftover in (path, f"{path}-journal", f"{path}-wal", f"{path}-shm"):
        with suppress(FileNotFoundError):
            os.unlink(leftover)
