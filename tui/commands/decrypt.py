"""`clearday decrypt`: the journal and its backups as plain files again."""

import argparse

from tui import exits
from tui.clock import Clock
from tui.commands.converted import report
from tui.console import tell
from tui.context import Context
from tui.remembered import forget
from tui.safekeeping import Safekeeping
from tui.unlocking import unlock
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `decrypt` takes."""
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Decrypt, and have the keyring forget. Raises JournalError and UsageError; then nothing changed."""
    unlock(context.journal)
    done = Safekeeping(context.journal, Clock(context.environ)).decrypt()
    code = report(done, context, encrypted=False, as_json=arguments.json)
    # While a backup keeps the old passphrase, so does the keyring.
    if code == exits.DONE and forget(context.journal):
        tell(context.words("forgotten"))
    return code
