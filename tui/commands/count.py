"""`clearday count`: the length of a text by a platform's own rule."""

import argparse
from collections.abc import Iterator

from rules.measure import Length, measure
from rules.platforms import Platform
from tui import exits
from tui.commands.check import named, text_of
from tui.commands.naming import the_platform
from tui.commands.records import Records
from tui.commands.share import length_of
from tui.console import give_json, say
from tui.context import Context
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `count` takes."""
    parser.add_argument("file", nargs="?", metavar="FILE", default="-", help=words("option-file"))
    parser.add_argument("--to", metavar="PLATFORM", required=True, help=words("option-to"))
    parser.add_argument("--reply", action="store_true", help=words("option-reply"))
    parser.add_argument("--jsonl", action="store_true", help=words("option-jsonl"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write the length, the limit and whether it fits."""
    desk = context.desk(daily=False)
    platform = the_platform(arguments.to, desk)
    text = text_of(arguments.file, context.words, by_line=arguments.jsonl)
    if arguments.jsonl:
        records = Records(text, named(arguments.file, context.words), context.words)
        for record in records.all():
            length = measure(record["text"], platform, reply=arguments.reply)
            give_json({"id": record.get("id"), **_counted(length)}, indent=None)
        return records.close()
    # The mark before a file's first letter and its last line end belong to the file; a post has neither.
    length = measure(text.removeprefix("\ufeff").rstrip("\r\n"), platform, reply=arguments.reply)
    say(" · ".join(_said(length, platform, context.words)))
    return exits.DONE


def _counted(length: Length) -> dict[str, object]:
    counted: dict[str, object] = {"length": length.value, "limit": length.limit, "fits": length.fits}
    if length.byte_limit is not None:
        counted |= {"bytes": length.bytes, "byte_limit": length.byte_limit}
    if length.link_limit is not None:
        counted |= {"links": length.links, "link_limit": length.link_limit}
    return counted if length.app is None else counted | {"app_length": length.app}


def _said(length: Length, platform: Platform, words: Words) -> Iterator[str]:
    yield length_of(length.value, length.limit, platform, words)
    if length.bytes is not None and length.byte_limit is not None:
        yield words("length-bytes", bytes=words.figure(length.bytes), limit=words.figure(length.byte_limit))
    if length.app is not None and length.app != length.value:
        yield words("length-app", length=words.figure(length.app))
    yield words("fits" if length.fits else "refused" if length.within else "too-long")
