"""`clearday clear`: a person clears a text, answering for each thing that holds it."""

import argparse
from collections.abc import Sequence

from rules.finding import Level
from rules.platforms import Platform
from tui import exits
from tui.answering import answered, chosen
from tui.commands.agreement import says_yes
from tui.commands.holding import cleared, standing_lines, tell_held
from tui.commands.naming import the_platform, the_subject
from tui.commands.reasons import reasons_in
from tui.console import ask, give_json, has_person, tell
from tui.context import Context
from tui.desk import Desk
from tui.gate import Held, Standing
from tui.progress import Progress
from tui.shapes import clearance_json, held_json
from tui.subject import Subject
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `clear` takes."""
    parser.add_argument("id", metavar="ID", help=words("option-id"))
    parser.add_argument(
        "--reason", metavar="RULE=TEXT", action="append", default=[], help=words("option-reason")
    )
    parser.add_argument(
        "--to", metavar="PLATFORM", action="append", default=[], help=words("option-to-clear")
    )
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Show what holds the text, take the answers, record the clearance."""
    desk = context.desk()
    platforms = [the_platform(name, desk) for name in arguments.to]
    subject = the_subject(arguments.id, desk)
    if subject.private:
        tell(context.words("clear-private", name=subject.name))
        return exits.HELD
    try:
        return _cleared(subject, platforms, arguments, desk)
    except _NotNow:
        tell(context.words("not-cleared"))
        return exits.HELD
    except Held as held:
        if arguments.json:
            give_json(held_json(held.standing))
        return tell_held(held, context.words)


def _cleared(
    subject: Subject, platforms: Sequence[Platform], arguments: argparse.Namespace, desk: Desk
) -> int:
    """Clear it by what the person answers. Raises _NotNow and Held."""
    clearance = desk.clear(subject, _answers(subject, arguments, desk), platforms)
    tell(cleared(subject, desk.words))
    if arguments.json:
        give_json(clearance_json(subject.name, clearance))
    return exits.DONE


class _NotNow(Exception):
    """The person was asked, and said no."""


def _answers(subject: Subject, arguments: argparse.Namespace, desk: Desk) -> dict[str, str]:
    """What the person says to each thing that holds the text, which is shown first. Raises _NotNow."""
    with Progress(desk, desk.words):
        standing = desk.inspect(subject)
    given = reasons_in(arguments.reason, desk, standing.owed)
    asks = has_person() and arguments.id != "-" and not arguments.reason
    for rule, said in given.items():
        if not answered(standing.findings, rule, said):
            tell(desk.words("reason-short-kept", reason=said))
    _show(standing, desk.words, whole=asks)
    return _asked(standing, desk.words) if asks else given


def _show(standing: Standing, words: Words, *, whole: bool) -> None:
    if whole:
        for line in (*standing.subject.text.splitlines(), ""):
            tell(line)
    for line in standing_lines(standing, words):
        tell(line)


def _said(standing: Standing, rule: str, offered: Sequence[str], question: str, words: Words) -> str:
    """What a person answers to `rule`, asked again while it is too short for a reason; empty to leave it held."""
    said = chosen(offered, ask(question))
    while said and not answered(standing.findings, rule, said):
        tell(words("reason-short"))
        said = chosen(offered, ask(question))
    return said


def _asked(standing: Standing, words: Words) -> dict[str, str]:
    if standing.verdict == "stopped":
        return {}
    levels = {finding.rule: finding.level for finding in standing.findings}
    keys = {rule: "ask-answer" if levels[rule] is Level.QUESTION else "ask-reason" for rule in standing.owed}
    offered = {finding.rule: finding.answers for finding in standing.findings}
    answers = {
        rule: _said(standing, rule, offered[rule], words(key, rule=rule), words) for rule, key in keys.items()
    }
    if not answers and not says_yes("ask-clear", words):
        raise _NotNow
    return answers
