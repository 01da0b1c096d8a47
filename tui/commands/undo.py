"""`clearday undo`: takes back what was done last to a note or a week."""

import argparse

from tui import exits
from tui.commands.turning import say_turned
from tui.context import Context
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `undo` takes."""
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Take it back and say what it was."""
    say_turned(context.desk().undo(), "undone", context.words, as_json=arguments.json)
    return exits.DONE
