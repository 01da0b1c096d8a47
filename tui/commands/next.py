"""`clearday next`: what was meant to be done next, and what became of it."""

import argparse

from rules.private_spans import public
from tui import exits
from tui.carrying import Carried
from tui.commands.numbers import the_note
from tui.console import give_json, say, tell
from tui.context import Context
from tui.shapes import carried_json
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `next` takes."""
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--done", metavar="ID", help=words("option-next-done"))
    chosen.add_argument("--dropped", metavar="ID", help=words("option-next-dropped"))
    chosen.add_argument("--open", metavar="ID", help=words("option-next-open"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List what is open, or record what became of one."""
    intentions, words = context.desk().weeks.intentions, context.words
    if arguments.done:
        tell(words("intention-done", note=intentions.settle(the_note(arguments.done), "done").id))
    elif arguments.dropped:
        tell(words("intention-dropped", note=intentions.settle(the_note(arguments.dropped), "dropped").id))
    elif arguments.open:
        tell(words("intention-reopened", note=intentions.reopen(the_note(arguments.open)).id))
    else:
        _list(intentions.still_open(), words, as_json=arguments.json)
    return exits.DONE


def _list(found: tuple[Carried, ...], words: Words, *, as_json: bool) -> None:
    if as_json:
        give_json([carried_json(one) for one in found])
        return
    for one in found:
        carried = words.count("carried", one.weeks) if one.weeks else words("carried-none")
        say(f"{one.note.id}  {_opening(one.note.text)}  · {carried}")
    if not found:
        tell(words("intentions-none"))


def _opening(text: str) -> str:
    return next(line for line in public(text).splitlines() if line.strip()).strip()
