"""`day` alone: a note written in five lines under the prompt. Apart, since it needs the screen library."""

import argparse
import sys
from collections.abc import Callable
from functools import partial

from storage.keys import RING
from tui import exits
from tui.console import tell
from tui.context import Context


def add_composed(
    arguments: argparse.Namespace,
    context: Context,
    log: Callable[[str, argparse.Namespace, Context], int],
) -> int:
    """Let the person write, then log what they kept."""
    from tui.composer import Composer
    from tui.opening import open_desk

    RING.ask_with(None)  # the composer has the screen

    opened = partial(
        open_desk, context.environ, journal=context.journal, config=context.config, words=context.words
    )
    composer = Composer(context.words, opened, private=arguments.private)
    composer.run(inline=sys.platform != "win32")
    if composer.fault:
        return exits.JOURNAL
    if composer.return_value is None:
        tell(context.words("composer-given-up"))
        return exits.INTERRUPTED
    text, arguments.private = composer.return_value
    return log(text, arguments, context)
