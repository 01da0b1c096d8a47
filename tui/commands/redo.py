"""`clearday redo`: does again what was taken back last."""

import argparse

from tui import exits
from tui.commands.turning import say_turned
from tui.context import Context
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `redo` takes."""
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Do it again and say what it is."""
    say_turned(context.desk().redo(), "redone", context.words, as_json=arguments.json)
    return exits.DONE
