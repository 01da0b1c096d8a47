"""`day` alone: a note written in five lines under the prompt. Apart, since it needs the screen library."""

import argparse
import sys
from collections.abc import Callable
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
    text, arguments.private = composer.return_value
    arguments.on = arguments.on or (composer.day and composer.day.isoformat())
    code = log(text, arguments, context)  # when it cannot be logged, the draft stays for the next time
    draft.forget()
    return code


def _composer(arguments: argparse.Namespace, context: Context, draft: "ComposerDraft") -> "Composer":
    from tui.composer import Composer
    from tui.opening import open_desk

    opened = partial(
        open_desk, context.environ, journal=context.journal, config=context.config, words=context.words
    )
    text = " ".join(arguments.text)
    return Composer(context.words, opened, draft, config=context.config, private=arguments.private, text=text)
