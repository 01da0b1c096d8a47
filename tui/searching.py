"""Searching the journal: what the app's search page and `clearday search` both ask.

Light enough for the shell: it needs a connection, not the whole desk.
"""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from rules.hashtags import hashtags, unique
from rules.people import people
from storage.records import Note

if TYPE_CHECKING:
    from rules.query import Query


def tags_of(note: Note) -> tuple[str, ...]:
    """Tags given beside the text and hashtags in it, each once whatever its case."""
    return unique((*note.tags, *hashtags(note.text)))


def notes_found(
    connection: sqlite3.Connection,
    query: "Query",
    limit: int,
    *,
    keep: Callable[[Note], bool] = lambda _: True,
) -> tuple[list[Note], bool]:
    """At most `limit` notes that answer `query` and that `keep` lets through, best first; whether there are more."""
    from storage.search import NoteSearch, Term

    terms = [Term(sought.text, sought.prefix) for sought in query.sought]
    # The index knows words, not signs: it narrows the search, the note itself decides.
    terms += [Term(word) for word in (*query.tags, *query.people)]
    found: list[Note] = []
    for note in NoteSearch(connection).find(terms, query.first, query.last):
        if not (_has(query.tags, tags_of(note)) and _has(query.people, people(note.text)) and keep(note)):
            continue
        if len(found) == limit:
            return found, True
        found.append(note)
    return found, False


def _has(wanted: tuple[str, ...], there: tuple[str, ...]) -> bool:
    return set(wanted) <= {one.casefold() for one in there}
