"""`clearday leave`: the days a person was away, which are no gaps in a week."""

import argparse

from tui import exits
from tui.commands.days import the_day
from tui.console import tell
from tui.context import Context
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `leave` takes."""
    parser.add_argument("days", nargs="+", metavar="DAY", help=words("option-leave-days"))
    parser.add_argument("--undo", action="store_true", help=words("option-leave-undo"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Mark each day as off, or take the mark away, and say which days those are."""
    desk, words = context.desk(), context.words
    for day in [the_day(named, desk.clock.today(), words) for named in arguments.days]:
        changed = desk.weeks.work_again(day) if arguments.undo else desk.weeks.take_off(day)
        said = ("leave-taken-back" if changed else "leave-none") if arguments.undo else "leave-marked"
        tell(words(said, day=words.long_date(day)))
    return exits.DONE
