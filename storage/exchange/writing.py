"""The one text that a journal, or part of it, is in a format of one file."""

from collections.abc import Sequence
from dataclasses import replace

from storage.exchange.beside import standing
from storage.exchange.contents import Contents, Format, JournalNote


def in_order(contents: Contents) -> list[JournalNote]:
    """The notes that were not deleted, in the order they happened, day by day, each with what is said of its kind."""
    said = standing(contents.occasions)
    shown = [replace(note, said=said.get(note.number, ())) for note in contents.notes if not note.now.deleted]
    return sorted(shown, key=lambda note: (note.now.day, note.now.moment.timestamp(), note.number))


def written(form: Format, notes: Sequence[JournalNote]) -> str:
    """The notes as one text of `form`, which is a format that knows one state of each."""
    if form == "jrnl":
        from storage.exchange.jrnl_text import write_jrnl

        return write_jrnl(notes)
    if form == "jrnl-json":
        from storage.exchange.jrnl_json import write_jrnl_json

        return write_jrnl_json(notes)
    if form == "dayone":
        from storage.exchange.dayone import write_dayone

        return write_dayone(notes)
    from storage.exchange.lines import write_lines

    return write_lines(notes)
