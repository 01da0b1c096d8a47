"""`clearday encrypt`: the journal and its backups encrypted at rest, from now on."""

import argparse

from storage.keys import RING
from tui import exits
from tui.clock import Clock
from tui.commands.converted import report
from tui.console import tell
from tui.context import Context
from tui.passphrase import passphrase
from tui.remembered import forget, must_have_keyring, remember
from tui.safekeeping import Safekeeping
from tui.unlocking import unlock
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `encrypt` takes."""
    parser.add_argument("--remember", action="store_true", help=words("option-remember"))
    parser.add_argument("--forget", action="store_true", help=words("option-forget"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Encrypt, or only remember or forget. Raises JournalError, InputError, UsageError; then nothing changed."""
    words = context.words
    if arguments.forget:
        tell(words("forgotten" if forget(context.journal) else "nothing-remembered"))
        return exits.DONE
    safe = Safekeeping(context.journal, Clock(context.environ))
    safe.must_be_encryptable()
    if arguments.remember:
        must_have_keyring()
    unlock(context.journal)
    secret = RING.passphrase_for(context.journal) or passphrase(context.environ, words, twice=True)
    done = safe.encrypt(secret)
    if arguments.remember:
        remember(context.journal, secret)
        tell(words("remembered"))
    return report(done, context, encrypted=True, as_json=arguments.json)
