"""`clearday check`: reads a text, or many, against the rule packs."""

import argparse

from rules.finding import Finding
from rules.review import Review
from storage.texts import read_text
from tui import exits
from tui.commands.listing import quoted, where_from
from tui.commands.records import records
from tui.console import give_json, read_input, say
from tui.context import Context
from tui.desk import Desk
from tui.shapes import check_json
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `check` takes."""
    parser.add_argument("file", nargs="?", metavar="FILE", default="-", help=words("option-file"))
    parser.add_argument(
        "--format", choices=("text", "json", "sarif"), default="text", help=words("option-format")
    )
    parser.add_argument("--jsonl", action="store_true", help=words("option-jsonl"))
    parser.add_argument("--questions", action="store_true", help=words("option-questions"))
    parser.add_argument("--pack", metavar="FILE", action="append", default=[], help=words("option-pack"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Check, write what was found, and exit by the heaviest verdict."""
    desk = context.desk(packs=tuple(arguments.pack))
    text = text_of(arguments.file, context.words)
    if arguments.jsonl:
        return _many(text, arguments.file, desk, asking=arguments.questions)
    found = desk.check(text, asking=arguments.questions)
    if arguments.format == "json":
        give_json(check_json(arguments.file, found.verdict, found.findings))
    elif arguments.format == "sarif":
        from tui.commands.sarif import sarif

        give_json(sarif(arguments.file, text, found))
    else:
        _write(found, text, context.words)
    return exits.of_verdict(found.verdict)


def text_of(name: str, words: Words) -> str:
    """The text in the file `name`, or on stdin for `-`. Raises InputError."""
    return read_input(words("standard-input")) if name == "-" else read_text(name)


def _many(text: str, name: str, desk: Desk, *, asking: bool) -> int:
    heaviest = exits.DONE
    for record in records(text, name):
        found = desk.check(record["text"], asking=asking)
        heaviest = max(heaviest, exits.of_verdict(found.verdict))
        give_json(check_json(record.get("id"), found.verdict, found.findings), indent=None)
    return heaviest


def _write(found: Review, text: str, words: Words) -> None:
    for finding in found.findings:
        line = text.count("\n", 0, finding.start) + 1
        say(words("check-where", line=line, level=words(f"level-{finding.level.word}"), rule=finding.rule))
        for said in _said(finding):
            say(f"    {said}")
    said = words("verdict-clear") if found.verdict == "clear" else words(f"verdict-{found.verdict}")
    say(said)


def _said(finding: Finding) -> list[str]:
    return [quoted(finding), finding.message, finding.advice, f"[{where_from(finding)}] {finding.source.url}"]
