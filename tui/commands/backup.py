"""`clearday backup`: a verified copy of the journal, encrypted or not; or the list of those that are there."""

import argparse

from storage.copies import Copy
from storage.errors import InputError
from storage.sealed import can_seal
from tui import exits
from tui.clock import Clock
from tui.console import give_json, say, tell
from tui.context import Context
from tui.passphrase import passphrase
from tui.safekeeping import Safekeeping
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `backup` takes."""
    parser.add_argument("--to", metavar="PATH", help=words("option-backup-to"))
    parser.add_argument("--encrypt", action="store_true", help=words("option-encrypt"))
    parser.add_argument("--list", action="store_true", help=words("option-list"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Back up, and say where to and how much. Raises BackupError, JournalError, InputError, UsageError."""
    safe = Safekeeping(context.journal, Clock(context.environ))
    if arguments.list:
        return _list(safe.copies(), context.words, as_json=arguments.json)
    if arguments.to == "":
        raise InputError("file-unwritable", path="")
    if arguments.encrypt and not can_seal():
        raise InputError("no-pyrage")
    secret = passphrase(context.environ, context.words, twice=True) if arguments.encrypt else None
    written = safe.back_up(to=arguments.to, passphrase=secret)
    if arguments.json:
        notes = written.holds.notes
        give_json({"path": written.path, "notes": notes, "verified": True, "encrypted": written.sealed})
    else:
        key = "backed-up-sealed" if written.sealed else "backed-up"
        say(context.words.count(key, written.holds.notes, path=written.path))
    return exits.DONE


def _list(copies: list[Copy], words: Words, *, as_json: bool) -> int:
    if as_json:
        give_json([_shape(copy) for copy in copies])
        return exits.DONE
    width = max((len(words(f"kind-{copy.kind}")) for copy in copies), default=0)
    for copy in copies:
        kind = words(f"kind-{copy.kind}")
        say(
            f"{copy.at:%Y-%m-%d %H:%M}  {kind:<{width}}  {-(-copy.size // 1024):>7} {words('kb')}  {copy.path}"
        )
    if not copies:
        tell(words("no-copies"))
    return exits.DONE


def _shape(copy: Copy) -> dict[str, object]:
    return {
        "path": copy.path,
        "kind": copy.kind,
        "at": copy.at.isoformat(),
        "bytes": copy.size,
        "encrypted": copy.sealed,
    }
