"""`clearday ledger`: what was shared, where, when and under which clearance; and what was said where."""

import argparse

from storage.records import Shared
from tui import exits
from tui.commands.days import the_week
from tui.console import give_json, say, tell
from tui.context import Context
from tui.desk import Desk
from tui.one_line import in_one_line
from tui.outbox import went
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `ledger` takes."""
    parser.add_argument("id", nargs="?", metavar="ID", help=words("option-ledger-id"))
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--said", metavar="TEXT", help=words("option-said"))
    which.add_argument("--at", metavar="URL", help=words("option-at-link"))
    which.add_argument("--week", metavar="WEEK", help=words("option-ledger-week"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List the lines that were asked for, oldest first."""
    desk = context.desk()
    lines = _asked_for(arguments, desk)
    if arguments.json:
        give_json([ledger_json(line) for line in lines])
        return exits.DONE
    for line in lines:
        say(_line(line, desk))
    if not lines:
        tell(desk.words("ledger-none"))
    return exits.DONE


def _asked_for(arguments: argparse.Namespace, desk: Desk) -> list[Shared]:
    if arguments.said is not None:
        return desk.outbox.said(arguments.said)
    if arguments.at is not None:
        return desk.outbox.at(arguments.at)
    if arguments.week is not None:
        return desk.outbox.in_week(the_week(arguments.week, desk.clock.today(), desk.words))
    if arguments.id == "-":
        return [line for line in desk.outbox.lines() if line.source == "text"]
    return desk.outbox.lines(desk.subject(arguments.id) if arguments.id else None)


def _line(line: Shared, desk: Desk) -> str:
    platform = desk.platforms.get(line.platform)
    place = platform.name if platform else line.platform
    first = in_one_line(line.text, 60)
    parts = [
        f"{line.at:%Y-%m-%d %H:%M}  {source_name(line)} → {place} {line.part}/{line.parts}",
        went(line, desk.words),
        line.link,
        first and desk.words("quotation", words=first),
    ]
    return " · ".join(filter(None, parts))


def source_name(line: Shared) -> str:
    """The public id of what left."""
    return line.source.partition(":")[2] or "-"


def ledger_json(line: Shared) -> dict[str, object]:
    """One line of the ledger."""
    return {
        "source": source_name(line),
        "platform": line.platform,
        "part": line.part,
        "parts": line.parts,
        "route": line.route,
        "at": line.at.isoformat(timespec="seconds"),
        "text": line.text,
        "link": line.link or None,
        "clearance": line.clearance,
    }
