"""`clearday day`: the notes of a day."""

import argparse

from tui import exits
from tui.commands.days import the_day
from tui.commands.listing import list_notes
from tui.console import give_json, say, tell
from tui.context import Context
from tui.shapes import note_json
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `day` takes."""
    parser.add_argument("day", nargs="?", metavar="DAY", default="today", help=words("option-day"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List the notes of the day."""
    desk = context.desk()
    day = the_day(arguments.day, desk.clock.today(), context.words)
    notes = desk.day(day)
    if arguments.json:
        give_json([note_json(view) for view in notes])
        return exits.DONE
    say(context.words.long_date(day))
    list_notes(notes, context.words)
    if not notes:
        tell(context.words("day-empty"))
    return exits.DONE
