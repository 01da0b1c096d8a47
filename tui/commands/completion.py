"""`clearday completion`: what a shell offers at Tab, as a script for bash, zsh or fish."""

import argparse

from storage.settings import read_settings
from tui import exits
from tui.cli import COMMANDS, first_parser, parser_of
from tui.console import say
from tui.context import Context
from tui.opening import load_platforms
from tui.preferences import NAMES
from tui.shells.script import SHELLS, script
from tui.shells.slots import takes
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `completion` takes."""
    parser.add_argument("shell", choices=SHELLS, help=words("option-shell"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write the script, in the person's language, with the platforms they have."""
    words = context.words
    platforms = load_platforms(read_settings(context.config))
    known = {"PLATFORM": [platform.id for platform in platforms.values() if platform.ready]}
    commands = [takes("", first_parser(words), known)]
    for name in COMMANDS:
        own = {**known, "NAME": [one for one in NAMES if one != "keys"]} if name == "config" else known
        commands.append(takes(name, parser_of(name, words), own))
    say(script(arguments.shell, commands).rstrip("\n"))
    return exits.DONE
