"""Texts that can be made again, kept so that they need not be: nothing here is ever needed, and nothing is trusted.

A kept text is data for its reader to check. It is used only when it is whole, and when nobody but its owner
could have written it.
"""

import hashlib
import os
import stat

from storage.landing import write_whole

_MOST = 8
"""Texts kept in one folder; the oldest go first."""
_LARGEST = 32 * 1024 * 1024
"""Bytes."""
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def kept(folder: str, key: str) -> str | None:
    """The text kept under `key` in `folder`; None when there is none, or it is not whole or not one's own."""
    try:
        with open(_path(folder, key), "rb") as file:
            about = os.fstat(file.fileno())
            if not _is_own(about) or about.st_size > _LARGEST:
                return None
            digest, _, data = file.read(_LARGEST).partition(b"\n")
    except OSError:
        return None
    if digest != hashlib.sha256(data).hexdigest().encode("ascii"):
        return None
    return data.decode("utf-8")


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


def _is_own(about: os.stat_result) -> bool:
    return stat.S_ISREG(about.st_mode) and about.st_uid == os.getuid() and not about.st_mode & _OTHERS_WRITE


def _forget_oldest(folder: str) -> None:
    files = [entry for entry in os.scandir(folder) if entry.name.endswith(".kept")]
    files.sort(key=lambda entry: entry.stat().st_mtime_ns, reverse=True)
    for entry in files[_MOST:]:
        os.remove(entry.path)
