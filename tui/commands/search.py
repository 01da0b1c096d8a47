"""`clearday search`: full-text search. Light: the desk, with its rules, is opened only when a state is asked for.

Notes are listed as they are found. Where they have to be looked into one by one, it is said how far that came.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Any

from rules.query import Query, kind_of, parse_query
from storage.birth import open_journal
from storage.schema import FORMAT
from storage.texts import is_utf8
from tui import exits
from tui.clock import Clock
from tui.console import say, tell
from tui.context import Context
from tui.early_settings import day_ends
from tui.note_tags import tags_of
from tui.sayings import UsageError
from tui.seeking import EVERYWHERE, FAR, Far, Looked, Seeking
from tui.visible import visible
from tui.wording import Words

if TYPE_CHECKING:
    from storage.records import Note


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `search` takes."""
    parser.add_argument("query", nargs="+", metavar="QUERY", help=words("option-query"))
    parser.add_argument("--limit", type=int, default=50, metavar="N", help=words("option-limit"))
    parser.add_argument("--all", action="store_true", help=words("option-look-all"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List what was found and say how much: the best match first, the newest where notes are looked into."""
    if arguments.limit < 1:
        raise UsageError(context.words("limit-wrong", limit=arguments.limit))
    typed = " ".join(arguments.query)
    if not is_utf8(typed):
        raise UsageError(context.words("query-not-utf8"))
    query = parse_query(typed, Clock(context.environ, day_ends(context.config)).today())
    if query.unknown:
        raise UsageError(" ".join(_refused(context.words, piece) for piece in query.unknown))
    far = EVERYWHERE if arguments.all else FAR
    if arguments.json:
        _give_json(typed, query, (arguments.limit, far), context)
    else:
        _say_found(query, arguments.limit, far, context)
    return exits.DONE


def _refused(words: Words, piece: str) -> str:
    return words("filter-refused", filter=visible(piece), takes=words(f"filter-takes-{kind_of(piece)}"))


def _say_found(query: Query, limit: int, far: Far, context: Context) -> None:
    connection, schema = open_journal(context.journal)
    with closing(connection):
        seeking: Seeking[Any]
        notes: Iterator[Note]
        if query.states or schema < FORMAT:
            seeking = context.desk().seek(query)
            notes = (view.note for view in seeking.go_on(far))
        else:
            seeking = Seeking(connection, query, lambda note: note)
            notes = seeking.go_on(far)
        found = 0
        for found, note in enumerate(islice(notes, limit), 1):  # noqa: B007 - counted
            _show(note, query)
        more = next(notes, None) is not None
    end = [context.words("found-more")] if more else _how_far(context.words, seeking.looked)
    tell(" ".join([context.words.count("found", found), *end]))


def _how_far(words: Words, looked: Looked | None) -> list[str]:
    if looked is None:
        return []
    told = {"total": words.figure(looked.total), "day": looked.day.isoformat()}
    further = words("look-further-all" if looked.one_day else "look-further", day=looked.day.isoformat())
    return [words.count("looked", looked.notes, **told), further]


def _give_json(typed: str, query: Query, how_far: tuple[int, Far], context: Context) -> None:
    from rules.found import places
    from tui.console import give_json
    from tui.shapes import note_json

    found = context.desk().search(typed, *how_far)
    give_json(
        [
            {**note_json(view), "matches": [list(span) for span in places(view.note.text, query.sought)]}
            for view in found.notes
        ]
    )
    for sentence in _how_far(context.words, found.looked if not found.more else None):
        tell(sentence)


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
