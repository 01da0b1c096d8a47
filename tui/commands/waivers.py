"""`clearday waivers`: the register of reasons that stand for a passage; one given, one taken back."""

import argparse
from datetime import date

from rules.dates import parse_day
from tui import exits
from tui.commands.naming import the_subject
from tui.commands.reasons import reasons_in
from tui.console import give_json, say, tell
from tui.context import Context
from tui.desk import Desk
from tui.sayings import UsageError
from tui.waiving import Registered
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `waivers` takes."""
    parser.add_argument(
        "action", nargs="?", choices=("list", "give", "end"), default="list", help=words("option-waivers")
    )
    parser.add_argument("id", nargs="?", metavar="ID", help=words("option-waivers-id"))
    parser.add_argument(
        "--reason", metavar="RULE=TEXT", action="append", default=[], help=words("option-waive-reason")
    )
    parser.add_argument("--until", metavar="DAY", help=words("option-until"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List the waivers, give one or take one back."""
    desk = context.desk()
    if arguments.action == "give":
        return _give(arguments, desk)
    if arguments.action == "end":
        return _end(arguments.id, desk)
    return _list(desk, as_json=arguments.json)


def _give(arguments: argparse.Namespace, desk: Desk) -> int:
    words = desk.words
    reasons = reasons_in(arguments.reason, desk)
    if not arguments.id or not reasons:
        raise UsageError(words("waive-what"))
    until = _last_day(arguments.until, desk)
    subject = the_subject(arguments.id, desk)
    given = [
        waiver
        for rule, reason in reasons.items()
        for waiver in desk.register.give(subject, rule, reason, until)
    ]
    numbers = ", ".join(str(waiver.id) for waiver in given)
    tell(words("waive-given", numbers=numbers, name=subject.name))
    if arguments.json:
        give_json([waiver_json(Registered(waiver, "standing")) for waiver in given])
    return exits.DONE


def _last_day(named: str | None, desk: Desk) -> date | None:
    until = parse_day(named, desk.clock.today()) if named else None
    if named and until is None:
        raise UsageError(desk.words("no-such-day", words=named))
    return until


def _end(number: str | None, desk: Desk) -> int:
    if number is None or not (number.isascii() and number.isdigit()):
        raise UsageError(desk.words("waive-which"))
    desk.waivers.end(int(number[:18]))
    tell(desk.words("waive-ended", number=number))
    return exits.DONE


def _list(desk: Desk, *, as_json: bool) -> int:
    waivers = desk.register.all()
    if as_json:
        give_json([waiver_json(registered) for registered in waivers])
        return exits.DONE
    for registered in waivers:
        for line in _lines(registered, desk.words):
            say(line)
    if not waivers:
        tell(desk.words("waivers-none"))
    return exits.DONE


def _lines(registered: Registered, words: Words) -> list[str]:
    waiver = registered.waiver
    name = waiver.source.partition(":")[2] or "-"
    worth = words(f"waiver-{registered.worth}", day=waiver.until.isoformat() if waiver.until else "")
    given = words("waiver-given", day=waiver.given.date().isoformat(), author=waiver.author or "?")
    return [
        f"{waiver.id:>4}  {waiver.rule} · {name} · {worth}",
        f"      {' '.join(waiver.reason.split())} ({given})",
    ]


def waiver_json(registered: Registered) -> dict[str, object]:
    """A waiver; never the words it was given for."""
    waiver = registered.waiver
    return {
        "id": waiver.id,
        "rule": waiver.rule,
        "source": waiver.source.partition(":")[2] or "-",
        "reason": waiver.reason,
        "author": waiver.author,
        "given": waiver.given.isoformat(timespec="seconds"),
        "until": waiver.until.isoformat() if waiver.until else None,
        "ended": waiver.ended.isoformat(timespec="seconds") if waiver.ended else None,
        "state": registered.worth,
    }
