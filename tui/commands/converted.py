"""What became of a journal that was encrypted or decrypted, as a person or a script reads it."""

from typing import TYPE_CHECKING

from tui import exits
from tui.console import give_json, say, tell
from tui.context import Context

if TYPE_CHECKING:
    from storage.conversion import Converted


def report(done: "Converted", context: Context, *, encrypted: bool, as_json: bool) -> int:
    """Say what was done and what was left; 1 when backups could not be converted."""
    words = context.words
    if as_json:
        give_json(_shape(done, context.journal, encrypted=encrypted))
    else:
        _say(done, context, "encrypted" if encrypted else "decrypted")
    for path in done.left:
        tell(words("copy-left-plain" if encrypted else "copy-left-encrypted", path=path))
    for path in done.plain:
        tell(words("beside-plain", path=path))
    return exits.HELD if done.left else exits.DONE


def _shape(done: "Converted", journal: str, *, encrypted: bool) -> dict[str, object]:
    return {
        "journal": journal,
        "encrypted": encrypted,
        "changed": done.changed,
        "notes": done.holds.notes,
        "backups": done.copies,
        "backups_left": list(done.left),
        "plain": list(done.plain),
    }


def _say(done: "Converted", context: Context, kind: str) -> None:
    key = f"journal-{kind}" if done.changed else f"journal-{kind}-already"
    say(context.words.count(key, done.holds.notes, path=context.journal))
    if done.copies:
        say(context.words.count(f"copies-{kind}", done.copies))
