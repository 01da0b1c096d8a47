"""`clearday day`: the notes of a day."""

import argparse

from storage.errors import InputError, SettingsError
from storage.settings import Settings
from tui import exits
from tui.commands.days import the_day
from tui.commands.listing import list_notes
from tui.console import give_json, say, tell
from tui.context import Context
from tui.desk import Desk
from tui.line_mode import is_spoken
from tui.sayings import say_error
from tui.shapes import note_json
from tui.spoken import spoken_notes
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `day` takes."""
    parser.add_argument("day", nargs="?", metavar="DAY", default="today", help=words("option-day"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List the notes of the day, also where settings or rules are at fault: then with the sentence that says so."""
    # With JSON a program would take the usual rules for the person's own.
    desk, code = (context.desk(), exits.DONE) if arguments.json else _whatever_is_at_fault(context)
    today = desk.clock.today()
    day = the_day(arguments.day, today, context.words)
    notes = desk.day(day)
    if arguments.json:
        give_json([note_json(view) for view in notes])
        return exits.DONE
    say(context.words.long_date(day))
    if is_spoken(context.environ):
        for line in spoken_notes(notes, context.words):
            say(line)
    else:
        list_notes(notes, context.words)
    if not notes:
        tell(context.words("day-empty" if day == today else "day-empty-then", day=day.isoformat()))
    return code


def _whatever_is_at_fault(context: Context) -> tuple[Desk, int]:
    """The desk by the person's settings, or else by the usual ones; and the exit code for that."""
    try:
        return context.desk(), exits.DONE
    except (SettingsError, InputError, ValueError) as error:
        tell(say_error(context.words, error))
        tell(context.words("day-as-usual"))
        return context.desk(settings=Settings()), exits.WRONG
