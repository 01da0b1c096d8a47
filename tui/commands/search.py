"""`clearday search`: full-text search. Light: the desk, with its rules, is opened only when a state is asked for."""

import argparse
import sys
from typing import TYPE_CHECKING

from rules.query import Query, kind_of, parse_query
from storage.birth import open_journal
from storage.schema import FORMAT
from storage.texts import is_utf8
from tui import exits
from tui.clock import Clock
from tui.console import say, tell
from tui.context import Context
from tui.early_settings import day_ends
from tui.sayings import UsageError
from tui.searching import notes_found, tags_of
from tui.visible import visible
from tui.wording import Words

if TYPE_CHECKING:
    from storage.records import Note


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `search` takes."""
    parser.add_argument("query", nargs="+", metavar="QUERY", help=words("option-query"))
    parser.add_argument("--limit", type=int, default=50, metavar="N", help=words("option-limit"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List what was found, best match first, and say how much."""
    if arguments.limit < 1:
        raise UsageError(context.words("limit-wrong", limit=arguments.limit))
    typed = " ".join(arguments.query)
    if not is_utf8(typed):
        raise UsageError(context.words("query-not-utf8"))
    query = parse_query(typed, Clock(context.environ, day_ends(context.config)).today())
    if query.unknown:
        raise UsageError(" ".join(_refused(context.words, piece) for piece in query.unknown))
    if arguments.json:
        return _give_json(typed, query, arguments.limit, context)
    notes, more = _look(typed, query, arguments.limit, context)
    for note in notes:
        _show(note, query)
    tell(context.words.count("found", len(notes)) + (context.words("found-more") if more else ""))
    return exits.DONE


def _refused(words: Words, piece: str) -> str:
    return words("filter-refused", filter=visible(piece), takes=words(f"filter-takes-{kind_of(piece)}"))


def _look(typed: str, query: Query, limit: int, context: Context) -> tuple[list["Note"], bool]:
    connection, schema = open_journal(context.journal)
    try:
        if query.states or schema < FORMAT:
            found = context.desk().search(typed, limit)
            return [view.note for view in found.notes], found.more
        return notes_found(connection, query, limit)
    finally:
        connection.close()


def _give_json(typed: str, query: Query, limit: int, context: Context) -> int:
    from rules.found import places
    from tui.console import give_json
    from tui.shapes import note_json

    found = context.desk().search(typed, limit)
    give_json(
        [
            {**note_json(view), "matches": [list(span) for span in places(view.note.text, query.sought)]}
            for view in found.notes
        ]
    )
    return exits.DONE


def _show(note: "Note", query: Query) -> None:
    first, *others = note.text.rstrip("\r\n").split("\n")
    beside = "".join(f"  #{tag}" for tag in tags_of(note) if tag in note.tags)
    start = f"{note.id:>4}  {note.day.isoformat()} {note.at:%H:%M}  "
    say(start + first + beside, marks=_marks(first, query, len(start)))
    for line in others:
        say(" " * len(start) + line, marks=_marks(line, query, len(start)))


def _marks(line: str, query: Query, before: int) -> list[tuple[int, int]]:
    if not sys.stdout.isatty():
        return []
    from rules.found import places

    return [(start + before, end + before) for start, end in places(line, query.sought)]
