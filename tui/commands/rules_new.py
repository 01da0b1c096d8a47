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
    """Write the starter pack to `path`, in the person's language. Raises InputError; nothing is replaced."""
    text = read_text(os.path.join(_STARTERS, f"{context.words.language}.toml"))
    try:
        with open(path, "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise InputError("pack-exists", path=path) from None
    except OSError as error:
        raise InputError("file-unwritable", path=path, reason=error.strerror or "") from None
    say(context.words("rules-begun", path=path, config=context.config))
    return exits.DONE
