"""A new note, written in the person's own editor."""

import argparse
from collections.abc import Callable

from storage.sheets import lay_out
from tui import exits
from tui.console import tell
from tui.context import Context
from tui.editing import edited

_NEW = "new"


def add_edited(
    arguments: argparse.Namespace,
    context: Context,
    log: Callable[[str, argparse.Namespace, Context], int],
) -> int:
    """Open the editor on the words that were given, if any; `log` what was written there."""
    given = " ".join(arguments.text)
    sheet = lay_out(context.journal, _NEW, given)
    if sheet.left:
        tell(context.words("sheet-back", path=sheet.path))
    text = edited(sheet, context.environ)
    if text is None and (arguments.template or not given.strip()):
        tell(context.words("add-nothing"))
        return exits.DONE
    code = log(text or given, arguments, context)
    sheet.put_away()
    return code
