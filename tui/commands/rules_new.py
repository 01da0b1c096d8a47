"""`clearday rules new`: a commented pack to begin with, which keeps its own promises."""

import os

from storage.errors import InputError
from storage.texts import read_text
from tui import exits
from tui.console import say
from tui.context import Context

_STARTERS = os.path.join(
    os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "rules", "starters"
)


def begin(path: str, context: Context) -> int:
    """Write the starter pack to `path`, in the person's language, or the example of a department to a folder.

    A path that ends with / is a folder. Raises InputError; nothing is replaced.
    """
    if path.endswith(os.sep) or os.path.isdir(path):
        return _example(path, context)
    _write(path, read_text(os.path.join(_STARTERS, f"{context.words.language}.toml")))
    say(context.words("rules-begun", path=path, config=context.config))
    return exits.DONE


def _example(folder: str, context: Context) -> int:
    source = os.path.join(_STARTERS, "department")
    names = sorted(os.listdir(source))
    taken = [name for name in names if os.path.lexists(os.path.join(folder, name))]
    if taken:
        raise InputError("pack-exists", path=os.path.join(folder, taken[0]))
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise InputError("file-unwritable", path=folder, reason=error.strerror or "") from None
    for name in names:
        _write(os.path.join(folder, name), read_text(os.path.join(source, name)))
    pack = os.path.join(folder, "department.toml")
    say(context.words("rules-begun", path=pack, config=context.config))
    return exits.DONE


def _write(path: str, text: str) -> None:
    try:
        with open(path, "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise InputError("pack-exists", path=path) from None
    except OSError as error:
        raise InputError("file-unwritable", path=path, reason=error.strerror or "") from None
