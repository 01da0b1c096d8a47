"""`clearday week`: the weekly note, or any other stretch of days."""

import argparse

from rules.closing_tags import TAGS
from rules.page import to_html
from rules.period import Period
from rules.private_spans import public
from rules.render import render
from rules.site import SitePage, summary_of, tagless
from rules.week import Week
from rules.week_shape import LAYOUTS, Form
from storage.errors import InputError
from tui import exits
from tui.arguments import take_format
from tui.commands.days import the_day, the_week
from tui.commands.holding import tell_held
from tui.console import give_json, say, tell
from tui.context import Context
from tui.desk import Desk
from tui.gate import Held
from tui.sayings import UsageError, did_you_mean
from tui.shapes import week_json
from tui.week_view import WeekView
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `week` takes."""
    parser.add_argument("week", nargs="?", metavar="WEEK", default="this", help=words("option-week"))
    parser.add_argument("--from", metavar="DAY", dest="first", help=words("option-week-from"))
    parser.add_argument("--to-day", metavar="DAY", dest="last", help=words("option-week-to"))
    take_format(parser, words, "markdown", "json", "html", "text", "blog", "wikitext")
    parser.add_argument("--shape", metavar="NAME", help=words("option-shape"))
    parser.add_argument("--layout", choices=LAYOUTS, help=words("option-layout"))
    parser.add_argument("--tags", choices=TAGS, help=words("option-week-tags"))
    parser.add_argument("--save", action="store_true", help=words("option-save"))
    parser.add_argument("--pair", action="store_true", help=words("option-week-pair"))
    parser.add_argument("--site", metavar="DIR", help=words("option-site"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write the weekly note; with `--save`, keep it as its next version too."""
    desk = context.desk()
    if arguments.first or arguments.last:
        return _over(arguments, desk)
    week = the_week(arguments.week, desk.clock.today(), context.words)
    if arguments.pair:
        return _pair(week, arguments, desk)
    if arguments.site is not None:
        return _publish(week, arguments, desk)
    view = desk.week(week, _form(arguments, desk))
    if arguments.save:
        view = desk.save_week(view, view.text)
        tell(context.words("week-saved", week=view.week, version=view.version))
    _write(view, arguments.format, desk)
    _tell_what_waits(view, context.words)
    return exits.DONE


def _tell_what_waits(view: WeekView, words: Words) -> None:
    """Say what its notes offer beyond the saved text, and which of its days have none."""
    if offers := sum(one.kind != "heading" for one in view.waiting):
        tell(words.count("week-new", offers, week=view.week, version=view.version))
    for gap in view.gaps:
        tell(words("week-gap", day=words.long_date(gap), iso=gap.isoformat()))


def _form(arguments: argparse.Namespace, desk: Desk) -> Form | None:
    if not (arguments.shape or arguments.layout or arguments.tags):
        return None
    if arguments.shape and arguments.shape not in desk.weeks.shapes:
        near = did_you_mean(desk.words, arguments.shape, desk.weeks.shapes)
        known = ", ".join(desk.weeks.shapes)
        raise UsageError(desk.words("no-such-shape", name=arguments.shape, near=near, known=known))
    usual = desk.weeks.form
    return Form(arguments.shape or usual.shape, arguments.layout, arguments.tags or usual.tags)


def _formed(arguments: argparse.Namespace) -> bool:
    shaped = arguments.shape or arguments.layout or arguments.tags
    return bool(shaped) or arguments.format != "markdown"


def _over(arguments: argparse.Namespace, desk: Desk) -> int:
    words, today = desk.words, desk.clock.today()
    if arguments.save or arguments.site or arguments.format not in ("markdown", "html", "text", "wikitext"):
        raise UsageError(words("period-only-read"))
    first = the_day(arguments.first or arguments.last, today, words)
    period = Period(first, the_day(arguments.last, today, words) if arguments.last else today)
    if period.last < first:
        raise UsageError(words("period-backwards", first=first, last=period.last))
    made = desk.weeks.over(period, _form(arguments, desk))
    _write_text(made.text, made.title, arguments.format, desk)
    return exits.DONE


def _pair(week: Week, arguments: argparse.Namespace, desk: Desk) -> int:
    if arguments.site or _formed(arguments):
        raise UsageError(desk.words("pair-only-read"))
    text = desk.weeks.paired(week)
    if arguments.save:
        view = desk.save_week(desk.week(week), text)
        tell(desk.words("week-saved", week=view.week, version=view.version))
    say(public(text).rstrip("\n"))
    return exits.DONE


def _publish(week: Week, arguments: argparse.Namespace, desk: Desk) -> int:
    from tui.site import publish

    folder = arguments.site
    if arguments.save or _formed(arguments):
        raise UsageError(desk.words("site-only-cleared"))
    if not folder:
        raise InputError("file-unwritable", path=folder)
    try:
        release = desk.release(desk.subject(str(week)), desk.platforms["markdown"])
    except Held as held:
        return tell_held(held, desk.words)
    done = publish(release, week, folder, desk)
    tell(desk.words.count("site-written", done.pages, path=done.page))
    return exits.DONE


def _write(view: WeekView, form: str, desk: Desk) -> None:
    if form == "json":
        give_json(week_json(view))
    elif form == "blog":
        body = tagless(render(view.text, desk.platforms["markdown"]))
        summary = summary_of(view.sections, desk.platforms["text"])
        page = SitePage(view.week, view.title, view.week.sunday, desk.words.language, summary, body)
        say(page.written().rstrip("\n"))
    else:
        _write_text(view.text, view.title, form, desk)


def _write_text(text: str, title: str, form: str, desk: Desk) -> None:
    if form == "html":
        say(to_html(text, title, desk.words.language))
    elif form == "text":
        say(render(text, desk.platforms["text"]))
    elif form == "wikitext":
        say(render(text, desk.platforms["gcpedia"]))
    else:
        say(public(text).rstrip("\n"))
