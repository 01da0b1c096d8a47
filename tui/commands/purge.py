"""`clearday purge`: takes a note out of the journal for good, after saying exactly what that means."""

import argparse

from storage.locations import snippets_folder
from tui import exits
from tui.commands.numbers import the_note
from tui.console import ask, give_json, has_person, tell
from tui.context import Context
from tui.desk import Desk
from tui.sayings import UsageError
from tui.views import Purging
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `purge` takes."""
    parser.add_argument("id", nargs="?", metavar="ID", help=words("option-note"))
    parser.add_argument("--yes", action="store_true", help=words("option-yes"))
    parser.add_argument("--traces", action="store_true", help=words("option-traces"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Say what would be gone, ask, and purge."""
    desk = context.desk()
    if arguments.traces:
        return _wipe(desk)
    if arguments.id is None:
        raise UsageError(context.words("purge-what"))
    number = the_note(arguments.id)
    purging = desk.forgetting.purging(number)
    for line in _said(purging, context):
        tell(line)
    if not arguments.yes and not _agreed(number, context.words):
        tell(context.words("not-purged"))
        return exits.HELD
    _purge(purging, desk, as_json=arguments.json)
    return exits.DONE


def _wipe(desk: Desk) -> int:
    wiped = desk.forgetting.wipe()
    tell(desk.words("wiped" if wiped else "not-wiped"))
    return exits.DONE if wiped else exits.JOURNAL


def _said(purging: Purging, context: Context) -> list[str]:
    words = context.words
    lines = [words.count("purge-takes", purging.versions, name=purging.number)]
    if purging.clearances or purging.shared:
        lines.append(words("purge-leaves", clearances=purging.clearances, shared=purging.shared))
    if purging.weeks:
        lines.append(words("purge-weeks", weeks=", ".join(str(week) for week in purging.weeks)))
    return [*lines, words("purge-beyond", snippets=snippets_folder(context.journal))]


def _agreed(number: int, words: Words) -> bool:
    if not has_person():
        raise UsageError(words("purge-needs-yes", name=number))
    return ask(words("ask-purge", name=number)).strip() == str(number)


def _purge(purging: Purging, desk: Desk, *, as_json: bool) -> None:
    wiped = desk.forgetting.purge(purging.number)
    if as_json:
        give_json(
            {
                "id": purging.number,
                "versions": purging.versions,
                "clearances_kept": purging.clearances,
                "ledger_lines_kept": purging.shared,
                "weeks_left": [str(week) for week in purging.weeks],
                "wiped": wiped,
            }
        )
    tell(desk.words("purged" if wiped else "purged-traces", name=purging.number))
