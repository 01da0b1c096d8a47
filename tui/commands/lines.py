"""`clearday lines`: all of Clearday line by line, for who hears the screen or has a plain terminal."""

import argparse
from functools import partial

from tui.capture import capture
from tui.clock import Clock
from tui.commands.add import kept
from tui.console import tell
from tui.context import Context
from tui.early_settings import day_ends
from tui.line_mode import SPOKEN, Why
from tui.lines import Lines
from tui.unlocking import unlock
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `lines` takes: nothing."""


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Take lines until the person leaves."""
    return talk(context, "asked")


def talk(context: Context, why: Why) -> int:
    """The same, saying `why` there are lines. Each command is run as if it were typed at the shell."""
    from tui.cli import run as run_command

    places = {"CLEARDAY_JOURNAL": context.journal, "CLEARDAY_CONFIG": context.config}
    environ = {**context.environ, **places, SPOKEN: "1"}
    lines = Lines(
        partial(_log, context), context.desk, context.words, lambda argv: run_command(list(argv), environ)
    )
    return lines.sit(why)


def _log(context: Context, text: str) -> int:
    # As `clearday add` does, which needs neither rules nor settings that are right.
    unlock(context.journal)
    number, day, moment = capture(context.journal, text, Clock(context.environ, day_ends(context.config)))
    tell(kept(number, day, moment, context.words))
    return number
