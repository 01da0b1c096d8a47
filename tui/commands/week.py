"""`clearday week`: the weekly note."""

import argparse
import difflib

from rules.page import to_html
from rules.private_spans import public
from rules.render import render
from rules.week_shape import LAYOUTS, Form
from tui import exits
from tui.commands.days import the_week
from tui.console import give_json, say, tell
from tui.context import Context
from tui.desk import Desk
from tui.sayings import UsageError
from tui.shapes import week_json
from tui.views import WeekView
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `week` takes."""
    parser.add_argument("week", nargs="?", metavar="WEEK", default="this", help=words("option-week"))
    formats = ("markdown", "json", "html", "text")
    parser.add_argument("--format", choices=formats, default="markdown", help=words("option-format"))
    parser.add_argument("--shape", metavar="NAME", help=words("option-shape"))
    parser.add_argument("--layout", choices=LAYOUTS, help=words("option-layout"))
    parser.add_argument("--save", action="store_true", help=words("option-save"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write the weekly note; with `--save`, keep it as its next version too."""
    desk = context.desk()
    week = the_week(arguments.week, desk.clock.today(), context.words)
    view = desk.week(week, _form(arguments, desk))
    if arguments.save:
        view = desk.save_week(view, view.text)
        tell(context.words("week-saved", week=view.week, version=view.version))
    _write(view, arguments.format, desk)
    for gap in view.gaps:
        tell(context.words("week-gap", day=context.words.long_date(gap)))
    return exits.DONE


def _form(arguments: argparse.Namespace, desk: Desk) -> Form | None:
    if not arguments.shape and not arguments.layout:
        return None
    if arguments.shape and arguments.shape not in desk.week_shapes:
        near = difflib.get_close_matches(arguments.shape, desk.week_shapes, n=1)
        hint = desk.words("did-you-mean", near=near[0]) if near else ""
        known = ", ".join(desk.week_shapes)
        raise UsageError(desk.words("no-such-shape", name=arguments.shape, near=hint, known=known))
    return Form(arguments.shape or desk.chosen_form.shape, arguments.layout)


def _write(view: WeekView, form: str, desk: Desk) -> None:
    if form == "json":
        give_json(week_json(view))
    elif form == "html":
        say(to_html(view.text, view.title, desk.words.language))
    elif form == "text":
        say(render(view.text, desk.platforms["text"]))
    else:
        say(public(view.text).rstrip("\n"))
