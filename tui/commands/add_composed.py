"""`day` alone: a note written in five lines under the prompt. Apart, since it needs the screen library."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from rules.dates import parse_day
from storage.keys import RING
from tui import exits
from tui.clock import Clock
from tui.console import tell
from tui.context import Context
from tui.early_settings import day_ends

if TYPE_CHECKING:
    from tui.composer import Composer
    from tui.composer_draft import ComposerDraft


def add_composed(
    arguments: argparse.Namespace,
    context: Context,
    log: Callable[[str, argparse.Namespace, Context], int],
) -> int:
    """Let the person write, then log what they kept."""
    from tui.composer_draft import ComposerDraft

    RING.ask_with(None)  # the composer has the screen
    clock = Clock(context.environ, day_ends(context.config))
    meant = parse_day(arguments.on, clock.today()) if arguments.on else None
    draft = ComposerDraft(context.journal, clock, meant)
    composer = _composer(arguments, context, draft)
    composer.run(inline=sys.platform != "win32")
    if composer.fault:
        return exits.JOURNAL
    if composer.return_value is None:
        draft.forget()
        tell(context.words("composer-given-up"))
        return exits.INTERRUPTED
    code = log(_taken(composer.return_value, composer.day, arguments), arguments, context)
    draft.forget()  # when it cannot be logged, the draft stays for the next time
    return code


def _taken(given: tuple[str, bool], day: date | None, arguments: argparse.Namespace) -> str:
    """The words, with what else was chosen while writing put among the arguments; a day that was typed stands."""
    text, arguments.private = given
    arguments.on = arguments.on or (day and day.isoformat())
    return text


def _composer(arguments: argparse.Namespace, context: Context, draft: "ComposerDraft") -> "Composer":
    from tui.composer import Composer
    from tui.opening import open_desk

    opened = partial(
        open_desk, context.environ, journal=context.journal, config=context.config, words=context.words
    )
    text = " ".join(arguments.text)
    return Composer(context.words, opened, draft, config=context.config, private=arguments.private, text=text)
