"""`clearday export`: a copy of the journal in a format of a person's choice, where they say."""

import argparse
import sys
from datetime import date

from storage.exchange.contents import FORMATS
from tui import exits
from tui.commands.days import the_day
from tui.console import tell
from tui.context import Context
from tui.exchange import Departed
from tui.sayings import UsageError
from tui.visible import on_terminal
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `export` takes."""
    parser.add_argument("--format", choices=FORMATS, default="clearday", help=words("option-export-format"))
    parser.add_argument("--to", metavar="PATH", help=words("option-export-to"))
    parser.add_argument("--from", dest="first", metavar="DAY", help=words("option-first"))
    parser.add_argument("--to-day", dest="last", metavar="DAY", help=words("option-last"))
    parser.add_argument("--private", action="store_true", help=words("option-export-private"))
    parser.add_argument("--force", action="store_true", help=words("option-force"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write the copy and say what is in it, and what is not."""
    words = context.words
    if arguments.format == "markdown" and arguments.to is None:
        raise UsageError(words("export-folder"))
    desk = context.desk()
    first, last = _stretch(arguments, desk.clock.today(), words)
    kept = {"private": arguments.private, "force": arguments.force}
    departed = desk.exchange.take_out(arguments.format, arguments.to, first=first, last=last, **kept)
    if departed.text is not None:
        _give(departed.text)
    for sentence in _report(departed, arguments.to, words):
        tell(sentence)
    return exits.DONE


def _give(text: str) -> None:
    # A pipe or a file gets every character; a terminal is not to be driven by a note.
    sys.stdout.write(on_terminal(text) if sys.stdout.isatty() else text)


def _stretch(arguments: argparse.Namespace, today: date, words: Words) -> tuple[date | None, date | None]:
    given = (arguments.first, arguments.last)
    first, last = (None if day is None else the_day(day, today, words) for day in given)
    if first and last and last < first:
        raise UsageError(words("period-backwards", first=first, last=last))
    return first, last


def _report(departed: Departed, path: str | None, words: Words) -> list[str]:
    said = [words.count("exported", departed.notes, format=words(f"format-{departed.format}"))]
    if path is not None:
        said.append(words("export-written", path=path))
    if departed.format == "clearday":
        said.append(words("export-everything"))
    if departed.private_left_out:
        said.append(words.count("export-private", departed.private_left_out))
    if departed.shortened:
        said.append(words.count("export-passages", departed.shortened))
    return said
