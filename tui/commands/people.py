"""`clearday people`: whom the week names, and what was said of naming them."""

import argparse

from rules.private_spans import public
from storage.records import Person, PersonStanding
from tui import exits
from tui.commands.days import the_week
from tui.console import give_json, say, tell
from tui.context import Context
from tui.desk import Desk
from tui.people import STANDINGS, Mention
from tui.sayings import UsageError
from tui.visible import visible
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `people` takes."""
    parser.add_argument("week", nargs="?", metavar="WEEK", default="this", help=words("option-week"))
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help=words("option-people-all"))
    which.add_argument("--say", metavar="NAME", help=words("option-people-say"))
    which.add_argument("--forget", metavar="NAME", help=words("option-people-forget"))
    parser.add_argument("--is", dest="standing", choices=STANDINGS, help=words("option-people-is"))
    parser.add_argument("--role", metavar="WORDS", default="", help=words("option-people-role"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List whom a week names, or keep what was said of somebody."""
    words = context.words
    if arguments.say is None and (arguments.standing or arguments.role):
        raise UsageError(words("people-of-whom"))
    desk = context.desk()
    if arguments.forget is not None:
        desk.people.forget(arguments.forget)
        tell(words("people-forgotten", name=visible(arguments.forget)))
    elif arguments.say is not None:
        standing: PersonStanding = arguments.standing or "colleague"
        desk.people.say(arguments.say, standing, arguments.role)
        tell(words("people-kept", name=visible(arguments.say), standing=_standing(words, standing)))
    else:
        _list(_mentions(arguments, desk), arguments, words)
    return exits.DONE


def _mentions(arguments: argparse.Namespace, desk: Desk) -> list[Mention]:
    if arguments.all:
        return [Mention(one.name, 0, one) for one in desk.people.known()]
    week = the_week(arguments.week, desk.clock.today(), desk.words)
    return desk.people.mentioned(public(desk.weeks.made(week).text))


def _list(mentions: list[Mention], arguments: argparse.Namespace, words: Words) -> None:
    if arguments.json:
        give_json([_json(one) for one in mentions])
        return
    for one in mentions:
        standing = _standing(words, one.person.standing) if one.person else words("people-open")
        role = f" · {visible(one.person.role)}" if one.person and one.person.role else ""
        say(f"{visible(one.name)}: {standing}{role}")
    if not mentions:
        tell(words("people-none"))


def _standing(words: Words, standing: str) -> str:
    return words("people-refused-standing" if standing == "refused" else f"people-{standing}")


def _json(one: Mention) -> dict[str, object]:
    person: Person | None = one.person
    return {
        "name": one.name,
        "times": one.times,
        "standing": person.standing if person else None,
        "role": person.role if person else "",
        "at": person.at.isoformat(timespec="seconds") if person else None,
    }
