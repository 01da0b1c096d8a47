"""`clearday lookback`: the weeks of a month, a quarter or a fiscal year as one text, for an appraisal or a report."""

import argparse
from typing import get_args

from rules.lookback import By
from rules.page import to_html
from rules.period import Period
from rules.render import render
from tui import exits
from tui.console import say
from tui.context import Context
from tui.sayings import UsageError
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `lookback` takes."""
    parser.add_argument("period", nargs="?", metavar="PERIOD", default="quarter", help=words("option-period"))
    parser.add_argument("--by", choices=get_args(By), default="heading", help=words("option-lookback-by"))
    formats = ("markdown", "html", "text")
    parser.add_argument("--format", choices=formats, default="markdown", help=words("option-format"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write the weeks of the period, as they were saved or else rolled up."""
    desk, words = context.desk(), context.words
    period = the_period(arguments.period, context)
    text = desk.weeks.look_back(period, arguments.by)
    if arguments.format == "html":
        say(to_html(text, words.span_title(period.first, period.last), words.language))
    elif arguments.format == "text":
        say(render(text, desk.platforms["text"]))
    else:
        say(text.rstrip("\n"))
    return exits.DONE


def the_period(named: str, context: Context) -> Period:
    """The period meant. Raises UsageError."""
    period = Period.named(named, context.desk().clock.today())
    if period is None:
        raise UsageError(context.words("no-such-period", words=named))
    return period
