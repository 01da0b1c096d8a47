"""`clearday check`: reads a text, or many, against the rule packs and with the second reader."""

import argparse

from rules.finding import Finding
from storage.settings import READERS
from storage.texts import read_text
from tui import exits
from tui.arguments import take_format
from tui.commands.listing import quoted, source_line
from tui.commands.reading_aloud import tell_faults, tell_reader
from tui.commands.records import Records
from tui.console import give_json, read_input, say
from tui.context import Context
from tui.desk import Desk
from tui.progress import Progress
from tui.sayings import UsageError
from tui.shapes import Checked, check_json
from tui.visible import visible
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `check` takes."""
    parser.add_argument("files", nargs="*", metavar="FILE", help=words("option-file"))
    take_format(parser, words, "text", "json", "sarif")
    parser.add_argument("--jsonl", action="store_true", help=words("option-jsonl"))
    parser.add_argument("--questions", action="store_true", help=words("option-questions"))
    parser.add_argument("--reader", choices=READERS, default="", help=words("option-reader"))
    parser.add_argument("--pack", metavar="FILE", action="append", default=[], help=words("option-pack"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Check, write what was found, and exit by the heaviest verdict."""
    if arguments.jsonl and arguments.format == "sarif":
        raise UsageError(context.words("check-jsonl-sarif"))
    desk = context.desk(packs=tuple(arguments.pack), daily=False, reader=arguments.reader)
    names = arguments.files or ["-"]
    texts = [(name, text_of(name, context.words, by_line=arguments.jsonl)) for name in names]
    try:
        with Progress(desk, context.words) as progress:
            if arguments.jsonl:
                asking = arguments.questions
                return max(_many(text, name, desk, progress, asking=asking) for name, text in texts)
            checked = [_checked(name, text, desk, arguments) for name, text in texts]
    finally:
        tell_faults(desk)
    _give(checked, arguments.format, context.words)
    if arguments.format == "text":
        tell_reader(desk)
    return max(exits.of_verdict(one.found.verdict) for one in checked)


def _checked(name: str, text: str, desk: Desk, arguments: argparse.Namespace) -> Checked:
    found = desk.check(text, asking=arguments.questions)
    # SARIF has no place for the words that moved the reader, and they take a reading each.
    moved = {} if arguments.format == "sarif" else desk.checking.moved(text, found.findings)
    return Checked(name, text, found, moved)


def _give(checked: list[Checked], form: str, words: Words) -> None:
    if form == "json":
        each = [check_json(one.name, one.found.verdict, one.found.findings, one.moved) for one in checked]
        give_json(each if len(each) > 1 else each[0])
    elif form == "sarif":
        from tui.commands.sarif import sarif

        give_json(sarif(checked))
    else:
        _write(checked, words)


def text_of(name: str, words: Words, *, by_line: bool = False) -> str:
    """The text in the file `name`, or on stdin for `-`; `by_line` as in `storage.texts.decode`. Raises InputError."""
    if name == "-":
        return read_input(named(name, words), by_line=by_line)
    return read_text(name, by_line=by_line)


def named(name: str, words: Words) -> str:
    """What to call the file `name` in a sentence: itself, or standard input for `-`."""
    return words("standard-input") if name == "-" else name


def _many(text: str, name: str, desk: Desk, progress: Progress, *, asking: bool) -> int:
    records = Records(text, named(name, desk.words), desk.words)
    heaviest = exits.DONE
    for record in progress.through(list(records.all())):
        found = desk.check(record["text"], asking=asking)
        heaviest = max(heaviest, exits.of_verdict(found.verdict))
        progress.wipe()
        give_json(check_json(record.get("id"), found.verdict, found.findings), indent=None)
    return max(heaviest, records.close())


def _write(checked: list[Checked], words: Words) -> None:
    for number, one in enumerate(checked):
        if len(checked) > 1:
            say(("\n" if number else "") + visible(one.name))
        _write_one(one, words)


def _write_one(one: Checked, words: Words) -> None:
    for finding in one.found.findings:
        line = one.text.count("\n", 0, finding.start) + 1
        say(words("check-where", line=line, level=words(f"level-{finding.level.word}"), rule=finding.rule))
        for said in _said(finding, one.moved.get(finding, ()), words):
            say(f"    {said}")
    advised = one.found.verdict == "clear" and one.found.findings
    say(words("verdict-advice" if advised else f"verdict-{one.found.verdict}"))


def _said(finding: Finding, moved: tuple[str, ...], words: Words) -> list[str]:
    why = [words("check-moved", words=" · ".join(moved))] if moved else []
    return [quoted(finding, words), *why, finding.message, finding.advice, source_line(finding)]
