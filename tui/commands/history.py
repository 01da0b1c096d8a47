"""`clearday history`: every version of a note or a week, what each one changed, and the way back to any."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rules.week import Week
from tui import exits
from tui.commands.numbers import the_note
from tui.console import give_json, say, tell
from tui.context import Context
from tui.history import VersionView, with_signs
from tui.occasion_told import occasion_told
from tui.refusal import UnknownId
from tui.shapes import version_json, week_version_json
from tui.wording import Words

if TYPE_CHECKING:
    from tui.week_history import WeekVersionView


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `history` takes."""
    parser.add_argument("id", metavar="ID", help=words("option-edit-id"))
    parser.add_argument("--restore", type=int, metavar="N", help=words("option-restore"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List the versions, oldest first; or restore one, and list them then only as JSON."""
    week = Week.named(arguments.id)
    if week:
        return _of_week(week, arguments, context)
    desk = context.desk()
    number = the_note(arguments.id)
    if arguments.restore is not None:
        now = desk.restore(number, arguments.restore)
        tell(context.words("restored", name=number, version=arguments.restore, now=now.version))
    versions = desk.history(number)
    if arguments.json:
        give_json([version_json(view) for view in versions])
    elif arguments.restore is None:
        _write(versions, context.words)
    return exits.DONE


def _of_week(week: Week, arguments: argparse.Namespace, context: Context) -> int:
    weeks = context.desk().weeks
    if arguments.restore is not None:
        weeks.restore(week, arguments.restore)
        tell(context.words("did-restore-week", version=arguments.restore))
    versions = weeks.versions(week)
    if not versions:
        raise UnknownId("no-such-saved-week", week=week)
    if arguments.json:
        give_json([week_version_json(view) for view in versions])
    elif arguments.restore is None:
        _write_week(versions, context.words)
    return exits.DONE


def _write(versions: Sequence[VersionView], words: Words) -> None:
    for view in versions:
        changes = ", ".join(words(f"change-{change}") for change in view.changes) or words("change-none")
        say(f"{view.note.version}  {view.changed:%Y-%m-%d %H:%M}  {changes}")
        if view.occasion:
            say(f"    {occasion_told(view.occasion, words)}")
        elif not view.changes or view.changes == ("added",) or view.diff:
            _indented(with_signs(view.diff) or view.note.text)


def _write_week(versions: "Sequence[WeekVersionView]", words: Words) -> None:
    for view in versions:
        say(f"{view.version}  {view.changed:%Y-%m-%d %H:%M}  {view.told(words)}")
        if view.diff or view.version == 1:
            _indented(with_signs(view.diff) or view.text)


def _indented(text: str) -> None:
    for line in text.rstrip("\r\n").split("\n"):
        say(f"    {line}")
