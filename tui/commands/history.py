"""`clearday history`: every version of a note, what each one changed, and the way back to any."""

import argparse

from tui import exits
from tui.commands.numbers import the_note
from tui.console import give_json, say, tell
from tui.context import Context
from tui.history import VersionView, with_signs
from tui.occasion_told import occasion_told
from tui.shapes import version_json
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `history` takes."""
    parser.add_argument("id", metavar="ID", help=words("option-note"))
    parser.add_argument("--restore", type=int, metavar="N", help=words("option-restore"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List the versions, oldest first; or restore one, and list them then."""
    desk = context.desk()
    number = the_note(arguments.id)
    if arguments.restore is not None:
        now = desk.restore(number, arguments.restore)
        tell(context.words("restored", name=number, version=arguments.restore, now=now.version))
    versions = desk.history(number)
    if arguments.json:
        give_json([version_json(view) for view in versions])
    elif arguments.restore is None:
        _write(versions, context.words)
    return exits.DONE


def _write(versions: tuple[VersionView, ...], words: Words) -> None:
    for view in versions:
        changes = ", ".join(words(f"change-{change}") for change in view.changes) or words("change-none")
        say(f"{view.note.version}  {view.changed:%Y-%m-%d %H:%M}  {changes}")
        if view.occasion:
            say(f"    {occasion_told(view.occasion, words)}")
        elif not view.changes or view.changes == ("added",) or view.diff:
            shown = with_signs(view.diff) or view.note.text
            for line in shown.rstrip("\r\n").split("\n"):
                say(f"    {line}")
