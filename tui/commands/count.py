"""`clearday count`: the length of a text by a platform's own rule."""

import argparse

from rules.measure import measure
from tui import exits
from tui.commands.check import text_of
from tui.commands.naming import the_platform
from tui.commands.records import records
from tui.commands.share import length_of
from tui.console import give_json, say
from tui.context import Context
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `count` takes."""
    parser.add_argument("file", nargs="?", metavar="FILE", default="-", help=words("option-file"))
    parser.add_argument("--to", metavar="PLATFORM", required=True, help=words("option-to"))
    parser.add_argument("--jsonl", action="store_true", help=words("option-jsonl"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write the length, the limit and whether it fits."""
    desk = context.desk(daily=False)
    platform = the_platform(arguments.to, desk)
    text = text_of(arguments.file, context.words)
    if arguments.jsonl:
        for record in records(text, arguments.file):
            length = measure(record["text"], platform)
            counted = {"length": length.value, "limit": length.limit, "fits": length.fits}
            give_json({"id": record.get("id"), **counted}, indent=None)
        return exits.DONE
    # A file's last line end belongs to the file; a post does not have one.
    length = measure(text.rstrip("\r\n"), platform)
    fits = context.words("fits" if length.fits else "too-long")
    say(f"{length_of(length.value, length.limit, platform, context.words)} · {fits}")
    return exits.DONE
