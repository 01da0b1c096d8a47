"""`clearday edit`: a note or a week in the person's own editor; what is saved there is its next version.

With what it answers, passes on or asks for no editor is opened: that stands beside the words and is kept at once.
"""

import argparse
from typing import cast

from rules.week import Week
from storage.records import Note, Occasion, OccasionKind
from storage.sheets import Sheet, lay_out
from tui import exits
from tui.commands.numbers import the_note
from tui.commands.occasions import occasion_in, take_occasion
from tui.console import give_json, tell
from tui.context import Context
from tui.desk import Desk
from tui.editing import edited
from tui.shapes import note_json, week_json
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `edit` takes."""
    parser.add_argument("id", metavar="ID", help=words("option-edit-id"))
    take_occasion(parser, words, back=True)
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Open the editor, then keep what was written."""
    occasion = occasion_in(arguments, context.words)
    desk = context.desk()
    week = None if occasion else Week.named(arguments.id)
    if week:
        return _edit_week(week, desk, context, as_json=arguments.json)
    note = desk.note(the_note(arguments.id)).note
    if occasion:
        return _keep_occasion(note.id, occasion, desk, as_json=arguments.json)
    return _edit_note(note, desk, context, as_json=arguments.json)


def _edit_note(note: Note, desk: Desk, context: Context, *, as_json: bool) -> int:
    sheet = _laid_out(f"note-{note.id}", note.text, context)
    text = edited(sheet, context.environ)
    view = desk.note(note.id) if text is None else desk.rewrite(note, text)
    sheet.put_away()
    said = "edit-unchanged-note" if text is None else "edited"
    tell(context.words(said, name=note.id, version=view.note.version))
    if as_json:
        give_json(note_json(view))
    return exits.DONE


def _edit_week(week: Week, desk: Desk, context: Context, *, as_json: bool) -> int:
    """What its notes offer stands in the text, as `clearday week` writes it: what is left there is taken."""
    view = desk.week(week)
    sheet = _laid_out(f"week-{week}", view.text, context)
    text = edited(sheet, context.environ)
    if text is not None:
        view = desk.save_week(view, text)
    sheet.put_away()
    said = "edit-unchanged-week" if text is None else "week-saved"
    tell(context.words(said, week=week, version=view.version))
    if as_json:
        give_json(week_json(view))
    return exits.DONE


def _laid_out(name: str, text: str, context: Context) -> Sheet:
    sheet = lay_out(context.journal, name, text)
    if sheet.left:
        tell(context.words("sheet-back", path=sheet.path))
    return sheet


def _keep_occasion(number: int, occasion: tuple[str, ...], desk: Desk, *, as_json: bool) -> int:
    kind, quote, who, link, until = occasion
    desk.say_occasion(number, Occasion(cast("OccasionKind", kind), quote, who, link, until))
    tell(desk.words(f"occasion-kept-{kind}", name=number))
    if as_json:
        give_json(note_json(desk.note(number)))
    return exits.DONE
