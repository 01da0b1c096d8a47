"""Files that a person publishes: written whole or not at all, readable by others, links followed by none."""

import os

from storage.errors import InputError
from storage.landing import write_whole
from storage.texts import read_text


def write_public(folder: str, name: str, text: str) -> str:
    """Write `text` as UTF-8 to the file `name` in `folder`, in the place of the one before; returns its path.

    Raises InputError when it cannot be written.
    """
    try:
        return write_whole(folder, name, text, public=True)
    except (OSError, UnicodeEncodeError) as error:
        path, reason = os.path.join(folder, name), getattr(error, "strerror", "") or ""
        raise InputError("file-unwritable", path=path, reason=reason) from None


def text_at(folder: str, name: str) -> str | None:
    """The text of the file `name` in `folder`; None where there is none. Raises InputError."""
    path = os.path.join(folder, name)
    return read_text(path) if os.path.exists(path) else None


def texts_in(folder: str, ending: str) -> list[str]:
    """The texts of the files in `folder` whose names end in `ending`, by name. Raises InputError."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(ending))
    except OSError as error:
        raise InputError("file-unreadable", path=folder, reason=error.strerror or "") from None
    return [read_text(os.path.join(folder, name)) for name in names]
