"""Notes and what holds them as sentences, for who hears a screen: no columns, no signs, everything by its name."""

from collections.abc import Iterator, Sequence

from tui.commands.listing import where_from
from tui.occasion_told import occasion_told
from tui.views import NoteView
from tui.wording import Words


def spoken_notes(views: Sequence[NoteView], words: Words) -> Iterator[str]:
    """How many notes there are, then each: its number, time and words, what is known of it, its flags."""
    yield words.count("lines-notes", len(views))
    for view in views:
        note = view.note
        yield words("lines-note", number=note.id, at=f"{note.at:%H:%M}", text=note.text.strip())
        if view.tags:
            yield words("lines-tags", tags=", ".join(view.tags))
        if note.private:
            yield words("lines-private")
        if view.occasion:
            yield occasion_told(view.occasion, words)
        yield from spoken_flags(view, words)


def spoken_flags(view: NoteView, words: Words) -> Iterator[str]:
    """A line for each finding in a note, with its place among them, then what can be done."""
    total = len(view.findings)
    for place, finding in enumerate(view.findings, 1):
        yield words(
            "lines-flag",
            n=place,
            total=total,
            level=words(f"level-{finding.level.word}"),
            match=" ".join(finding.match.split()),
            message=finding.message,
            advice=finding.advice,
            source=where_from(finding),
        )
    if total:
        yield words("lines-flagged", number=view.note.id)
