"""The tags of a note: what lists show beside it and a search for a tag finds."""

from rules.hashtags import hashtags, unique
from storage.records import Note


def tags_of(note: Note) -> tuple[str, ...]:
    """Tags given beside the text and hashtags in it, each once whatever its case."""
    return unique((*note.tags, *hashtags(note.text)))
