"""`clearday demo`: the app on an example journal in a temporary place, or its main job without a terminal."""

import argparse
import os
import tempfile

from rules.week import Week
from tui import demo, exits
from tui.commands.holding import cleared, standing_lines, why_held
from tui.commands.share import show
from tui.console import at_terminal, say, tell
from tui.context import Context
from tui.desk import Desk
from tui.gate import Held, Standing
from tui.subject import Subject
from tui.week_view import WeekView
from tui.wording import Words

_NOW = "2026-11-20T16:30:00-05:00"
"""The Friday on which the example journal ends."""
_PLATFORMS = ("x", "mastodon", "gccollab-wire")

_EXAMPLE = os.path.join(os.path.dirname(demo.__file__), "journal.jsonl")


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `demo` takes."""
    parser.add_argument("--headless", action="store_true", help=words("option-headless"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Open the app on the example, or print its main job when there is no terminal."""
    with tempfile.TemporaryDirectory(prefix="clearday-demo-") as folder:
        environ = {"CLEARDAY_NOW": _NOW, **context.environ}
        journal = os.path.join(folder, "journal.db")
        example = Context(environ, context.words, journal, os.path.join(folder, "config.toml"))
        desk = example.desk()
        added = desk.exchange.bring_in(_EXAMPLE).comparison.count("new")
        try:
            _show(desk, added, headless=arguments.headless)
        finally:
            desk.close()
    return exits.DONE


def _show(desk: Desk, added: int, *, headless: bool) -> None:
    if not headless and at_terminal():
        from tui.app import run_app

        run_app(desk, banner=desk.words("demo-banner", day=desk.words.long_date(desk.clock.today())))
        return
    if not headless:
        tell(desk.words("demo-no-terminal"))
    say(desk.words("demo-start", added=added))
    _main_job(desk)


def _main_job(desk: Desk) -> None:
    view = desk.week(Week.of(desk.clock.today()))
    subject = desk.subject(str(view.week))
    _head(desk.words("demo-week"))
    say(view.text.rstrip("\n"))
    _head(desk.words("demo-check"))
    _say_all(standing_lines(desk.inspect(subject), desk.words))
    _head(desk.words("demo-refused"))
    say(_refusal(desk, subject))
    _clear_and_share(desk, view)
    say(desk.words("demo-end"))


def _refusal(desk: Desk, subject: Subject) -> str:
    try:
        desk.release(subject, desk.platforms[_PLATFORMS[0]])
    except Held as held:
        return why_held(held, desk.words)
    return ""


def _clear_and_share(desk: Desk, view: WeekView) -> None:
    subject, standing = _answerable(desk, view)
    answers = dict.fromkeys(standing.owed, desk.words("demo-answer"))
    _head(desk.words("demo-clear", number=subject.name))
    _say_all(standing_lines(standing, desk.words))
    desk.clear(subject, answers)
    _say_all([desk.words("demo-reason", rule=rule, reason=reason) for rule, reason in answers.items()])
    say(cleared(subject, desk.words))
    _head(desk.words("demo-share"))
    for name in _PLATFORMS:
        release = desk.release(subject, desk.platforms[name])
        show(release, [part.n for part in release.parts], desk)
        say()


def _answerable(desk: Desk, view: WeekView) -> tuple[Subject, Standing]:
    # The first note of the week that a reason can clear: held, and not stopped.
    numbers = dict.fromkeys(
        note for section in view.sections for line in section.lines for note in line.notes
    )
    standings = (desk.inspect(desk.subject(str(number))) for number in numbers)
    standing = next(standing for standing in standings if standing.owed and standing.verdict == "held")
    return standing.subject, standing


def _head(title: str) -> None:
    say(f"\n{title}\n{'─' * len(title)}")


def _say_all(lines: list[str]) -> None:
    for line in lines:
        say(line)
