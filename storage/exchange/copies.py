"""Writes a copy of the journal where a person asked for one: theirs alone to read, whole or not at all.

An existing file or a folder with something in it is only written to when that was said; the journal
itself never is.
"""

import os
import shutil
from collections.abc import Mapping

from storage.errors import CopyError


def write_copy(path: str, text: str, *, journal: str, force: bool = False) -> None:
    """Write `text` to the file at `path`, mode 0600. Raises CopyError; then nothing is there that was not before."""
    if os.path.isdir(path) or (os.path.lexists(path) and not force):
        raise CopyError("copy-exists", path=path)
    _spare(journal, path)
    try:
        _replace(path, text)
    except OSError as error:
        raise CopyError("copy-failed", path=path, reason=error.strerror or "") from None


def write_folder(path: str, files: Mapping[str, str], *, journal: str, force: bool = False) -> None:
    """Write `files`, text by name, into the folder at `path`, modes 0600 and 0700. Raises CopyError.

    A new folder appears whole or not at all. In one that is there, with `force`, each file is
    replaced whole and those of other names are left alone.
    """
    if (os.path.lexists(path) and not os.path.isdir(path)) or (not force and _holds_something(path)):
        raise CopyError("copy-exists", path=path)
    for name in files:
        _spare(journal, os.path.join(path, name))
    try:
        if _holds_something(path):
            for name, text in files.items():
                _replace(os.path.join(path, name), text)
        else:
            _appear(path, files)
    except OSError as error:
        raise CopyError("copy-failed", path=path, reason=error.strerror or "") from None


def _appear(path: str, files: Mapping[str, str]) -> None:
    being_made = f"{os.path.abspath(path)}.{os.getpid()}.new"
    try:
        os.makedirs(being_made, mode=0o700)
        for name, text in files.items():
            _write(os.path.join(being_made, name), text)
        os.rename(being_made, os.path.abspath(path))
    except BaseException:
        shutil.rmtree(being_made, ignore_errors=True)
        raise


def _replace(path: str, text: str) -> None:
    temporary = f"{path}.{os.getpid()}.new"
    try:
        _write(temporary, text)
        os.replace(temporary, path)
    except BaseException:
        if os.path.lexists(temporary):
            os.unlink(temporary)
        raise


def _write(path: str, text: str) -> None:
    # O_EXCL: a file or link that waits under this name is not written through.
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(text.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


def _holds_something(path: str) -> bool:
    return os.path.isdir(path) and bool(os.listdir(path))


def _spare(journal: str, path: str) -> None:
    kept = {os.path.realpath(f"{journal}{end}") for end in ("", "-wal", "-shm", "-journal")}
    if os.path.realpath(path) in kept:
        raise CopyError("copy-onto-journal", path=path)
