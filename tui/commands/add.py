"""`clearday add`, also called `day`: logs one note. The hot path: see `tui.capture`."""

import argparse
import sys
from datetime import date, datetime

from tui import exits
from tui.arguments import AsTyped
from tui.capture import capture
from tui.clock import Clock
from tui.commands.occasions import occasion_in, take_occasion
from tui.console import ask, give_json, has_person, read_input, tell
from tui.context import Context
from tui.early_settings import day_ends, wants_lines
from tui.line_mode import why_lines
from tui.unlocking import unlock
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `add` takes."""
    parser.add_argument("text", nargs="*", action=AsTyped, metavar="TEXT", help=words("option-text"))
    parser.add_argument("--on", metavar="DAY", help=words("option-on"))
    parser.add_argument("--at", metavar="HH:MM", help=words("option-at"))
    parser.add_argument("--tag", metavar="T", action="append", default=[], help=words("option-tag"))
    parser.add_argument("--private", action="store_true", help=words("option-private"))
    parser.add_argument("--edit", action="store_true", help=words("option-edit"))
    parser.add_argument("--template", metavar="NAME", help=words("option-template"))
    parser.add_argument("--compose", action="store_true", help=words("option-compose"))
    take_occasion(parser, words)
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Log the note and say where it went."""
    occasion_in(arguments, context.words)  # what is wrong with the options is said before anybody writes
    unlock(context.journal)  # before any words are taken, so that none are lost
    if arguments.template is not None:
        from tui.commands.add_template import begin

        begin(arguments, context)
    if arguments.edit:
        from tui.commands.add_edited import add_edited

        return add_edited(arguments, context, log)
    if arguments.compose and (arguments.template or not arguments.text) and _has_room(context):
        from tui.commands.add_composed import add_composed

        return add_composed(arguments, context, log)
    return log(_text(arguments.text, context), arguments, context)


def log(text: str, arguments: argparse.Namespace, context: Context) -> int:
    """Log `text` with the day, time and tags in `arguments`, and say where it went."""
    number, day, moment = capture(
        context.journal,
        text,
        Clock(context.environ, day_ends(context.config)),
        on=arguments.on,
        at=arguments.at,
        tags=tuple(arguments.tag),
        private=arguments.private,
        occasion=occasion_in(arguments, context.words),
    )
    if arguments.json:
        from tui.commands.add_json import note_as_added

        give_json(note_as_added(number, context))
    else:
        tell(kept(number, day, moment, context.words, private=arguments.private))
    return exits.DONE


def kept(number: int, day: date, moment: datetime, words: Words, *, private: bool = False) -> str:
    """That a note was kept, under which number, and where it went."""
    said = "kept-private" if private else "kept"
    return words(said, number=number, day=words.long_date(day), at=f"{moment:%H:%M}")


def _has_room(context: Context) -> bool:
    # A person, on a terminal that five lines can be drawn on.
    return has_person() and not _by_line(context)


def _by_line(context: Context) -> bool:
    return why_lines(context.environ, chosen=wants_lines(context.config)) is not None


def _text(words_given: list[str], context: Context) -> str:
    if words_given and words_given != ["-"]:
        return " ".join(words_given)
    if sys.stdin is not None and sys.stdin.isatty():
        return ask(context.words("lines-prompt" if _by_line(context) else "prompt-add"))
    return read_input(context.words("standard-input")).removeprefix(
        "\ufeff"
    )  # the mark of a file, no part of its text
