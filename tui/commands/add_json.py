"""The note that was just added, as JSON, read back from the journal without the weight of the desk."""

import json
from datetime import date, datetime

from rules.finding import verdict_of
from rules.hashtags import hashtags, unique
from rules.review import review_public
from storage.birth import connect
from storage.locations import kept_folder
from storage.occasions import standing_in
from storage.records import Note, Occasion
from storage.settings import read_settings
from tui.clock import Clock
from tui.context import Context
from tui.early_settings import day_ends
from tui.packs import Packs, load_packs
from tui.shapes import note_json
from tui.views import NoteView


def note_as_added(number: int, context: Context) -> dict[str, object]:
    """The public JSON of note `number`."""
    note, occasion = _read(number, context.journal)
    findings = review_public(note.text, _packs(context).packs, context.words.language).findings
    state = "draft" if verdict_of(findings) == "clear" else "held"
    tags = unique((*note.tags, *hashtags(note.text)))
    return note_json(NoteView(note, tags, state, findings, occasion))  # type: ignore[arg-type]


def _read(number: int, journal: str) -> tuple[Note, Occasion | None]:
    connection = connect(journal)
    try:
        ask = "SELECT day, at, text, tags, private FROM note WHERE id = ?"
        day, at, text, tags, private = connection.execute(ask, [number]).fetchone()
        occasion = standing_in(connection, [number]).get(number)
    finally:
        connection.close()
    given = tuple(json.loads(tags))
    moment = datetime.fromisoformat(at)
    return Note(number, date.fromisoformat(day), moment, text, given, bool(private)), occasion


def _packs(context: Context) -> Packs:
    settings = read_settings(context.config)
    return load_packs(
        settings.packs,
        settings.jurisdiction,
        settings.quiet,
        keep_in=kept_folder(context.environ),
        today=Clock(context.environ, day_ends(context.config)).today(),
    )
