"""Texts that can be made again, kept so that they need not be: nothing here is ever needed, and nothing is trusted.

A kept text is data for its reader to check. It is used only when it is whole, and when nobody but its owner
could have written it.
"""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from storage.landing import write_whole

_MOST = 8
"""Texts kept in one folder; the oldest go first."""
_LARGEST = 32 * 1024 * 1024
"""Bytes."""
_AT_A_TIME = 64 * 1024
"""Bytes."""
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def kept(folder: str, key: str) -> Iterator[bytes]:
    """The lines kept under `key` in `folder`, in UTF-8; none when there are none, or not all, or not one's own.

    Read one at a time: a long text would lie about several times over while somebody takes it apart.
    """
    with suppress(OSError), open(_path(folder, key), "rb") as file:
        about = os.fstat(file.fileno())
        if _is_own(about) and about.st_size <= _LARGEST and _is_whole(file):
            yield from file


def keep(folder: str, key: str, text: str) -> None:
    """Keep `text` under `key`, in hexadecimal; where it cannot be written, nothing happens."""
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    try:
        write_whole(folder, os.path.basename(_path(folder, key)), f"{digest}\n{text}")
        _forget_oldest(folder)
    except OSError:
        return


def signature(folder: str) -> str:
    """What changes whenever a file below `folder` does: every name with its size and time, in order."""
    lines = []
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            about = os.stat(os.path.join(path, name))
            lines.append(f"{os.path.join(path, name)}\t{about.st_size}\t{about.st_mtime_ns}")
    return "\n".join(lines)


def _path(folder: str, key: str) -> str:
    return os.path.join(folder, f"{key}.kept")


def _is_whole(file: BinaryIO) -> bool:
    # Leaves the file where what is kept begins.
    told, start = file.readline(), file.tell()
    digest = hashlib.sha256()
    while data := file.read(_AT_A_TIME):
        digest.update(data)
    file.seek(start)
    return told == f"{digest.hexdigest()}\n".encode("ascii")


def _is_own(about: os.stat_result) -> bool:
    return stat.S_ISREG(about.st_mode) and about.st_uid == os.getuid() and not about.st_mode & _OTHERS_WRITE


def _forget_oldest(folder: str) -> None:
    files = [entry for entry in os.scandir(folder) if entry.name.endswith(".kept")]
    files.sort(key=lambda entry: entry.stat().st_mtime_ns, reverse=True)
    for entry in files[_MOST:]:
        os.remove(entry.path)
