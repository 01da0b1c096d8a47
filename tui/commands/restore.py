"""`clearday restore FILE`: back to a copy, after showing what changes and keeping what is replaced."""

import argparse

from storage.restore import Restored
from storage.sealed import is_sealed
from storage.soundness import Holdings
from tui import exits
from tui.clock import Clock
from tui.commands.agreement import is_sure
from tui.console import give_json, say, tell
from tui.context import Context
from tui.passphrase import passphrase
from tui.safekeeping import Safekeeping
from tui.unlocking import unlock
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `restore` takes."""
    parser.add_argument("file", metavar="FILE", help=words("option-restore-file"))
    parser.add_argument("--yes", action="store_true", help=words("option-yes"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Verify, show, ask, restore. Raises InputError for a file that cannot be restored, and JournalError."""
    words = context.words
    unlock(context.journal)
    safe = Safekeeping(context.journal, Clock(context.environ))
    secret = passphrase(context.environ, words, twice=False) if is_sealed(arguments.file) else None
    with safe.staged(arguments.file, passphrase=secret) as staged:
        tell(words("restore-now", holds=_said(safe.holds(), words)))
        tell(words("restore-then", holds=_said(staged.holds, words)))
        if not (arguments.yes or is_sure("ask-restore", words, unasked="restore-needs-yes")):
            tell(words("restore-not"))
            return exits.HELD
        done = safe.restore(staged)
    _report(done, context, as_json=arguments.json)
    return exits.DONE


def _report(done: Restored, context: Context, *, as_json: bool) -> None:
    words = context.words
    if as_json:
        give_json({"journal": context.journal, "notes": done.holds.notes, "before": done.before})
        return
    say(words.count("restored", done.holds.notes, path=context.journal))
    if done.before:
        say(words("restored-before", path=done.before))


def _said(held: Holdings | None, words: Words) -> str:
    if held is None:
        return words("holds-unknown")
    if held.newest is None:
        return words("holds-nothing")
    return words.count("holds", held.notes, newest=held.newest)
