"""`clearday reader`: which second reader is at work, and what it has learned from the person who uses it."""

import argparse
from dataclasses import asdict

from tui import exits
from tui.commands.naming import the_subject
from tui.commands.reading_aloud import tell_faults, tell_reader
from tui.console import give_json, say, tell
from tui.context import Context
from tui.desk import Desk
from tui.learning import Learning
from tui.sayings import UsageError
from tui.second_reader import remarks
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `reader` takes."""
    actions = ("status", "learn", "forget", "missed")
    parser.add_argument(
        "action", nargs="?", choices=actions, default="status", help=words("option-reader-do")
    )
    parser.add_argument("id", nargs="?", metavar="ID", help=words("option-reader-id"))
    parser.add_argument("--as", dest="category", metavar="CATEGORY", help=words("option-reader-as"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Say what is, learn, forget, or be told what was missed."""
    desk = context.desk(daily=False)
    learning = Learning(desk.path, desk.reader, desk.register)
    if arguments.action == "learn":
        tell(desk.words.count("reader-learned", learning.learn()))
        _tell_unused(desk)
    elif arguments.action == "forget":
        tell(desk.words("reader-forgot" if learning.forget() else "reader-knew-nothing"))
    elif arguments.action == "missed":
        _missed(arguments, desk, learning)
    elif arguments.json:
        give_json(_status_json(desk, learning))
    else:
        _say_status(desk, learning)
    return exits.DONE


def _missed(arguments: argparse.Namespace, desk: Desk, learning: Learning) -> None:
    known = remarks()
    if not arguments.id or arguments.category not in known:
        raise UsageError(desk.words("reader-missed-what", categories=", ".join(known)))
    subject = the_subject(arguments.id, desk)
    sentence = learning.missed(subject, arguments.category)
    key = "reader-missed-private" if subject.private else "reader-missed"
    tell(desk.words(key, sentence=sentence, category=arguments.category))
    _tell_unused(desk)


def _status_json(desk: Desk, learning: Learning) -> dict[str, object]:
    learnt = learning.status()
    return {
        "reader": desk.reader.name,
        "versions": [{"id": name, "version": version} for name, version in desk.reader.versions],
        "learns": desk.settings.reader_learns,
        "shifts": learnt.shifts,
        "lessons": [asdict(lesson) for lesson in learnt.lessons],
    }


def _say_status(desk: Desk, learning: Learning) -> None:
    learnt = learning.status()
    tell_reader(desk)
    tell_faults(desk)
    for category, shift in learnt.shifts.items():
        number = sum(lesson.category == category for lesson in learnt.lessons)
        say(desk.words.count("reader-shift", number, category=category, shift=f"{shift:+.2f}"))
    if learnt.lessons:
        say(desk.words("reader-kept-in", path=learnt.path))
        _tell_unused(desk)
    else:
        say(desk.words("reader-knew-nothing"))


def _tell_unused(desk: Desk) -> None:
    if not desk.settings.reader_learns:
        tell(desk.words("reader-unused"))
