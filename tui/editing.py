"""Hands a text to the editor that the person's environment names, and takes back what was written.

Whatever the editor does, words are never lost: the file it wrote stays until they are in the journal.
"""

import shlex
import subprocess
from collections.abc import Mapping

from storage.sheets import Sheet
from tui.refusal import Refusal


def edited(sheet: Sheet, environ: Mapping[str, str]) -> str | None:
    """What the person wrote; None when it is empty or as it was, and then the sheet is put away.

    Raises Refusal when there is no editor or it failed, and InputError when it left no text; words
    that were written then stay in the sheet.
    """
    try:
        command = _editor(environ)
    except Refusal:
        if not sheet.left:
            sheet.put_away()
        raise
    code = _run([*command, sheet.path])
    text = sheet.read()
    changed = bool(text.strip()) and text != sheet.given
    if code != 0:
        if not changed:
            sheet.take_back()
        raise Refusal("editor-left" if changed else "editor-failed", name=command[0], path=sheet.path)
    if not changed:
        sheet.put_away()
    return text if changed else None


def _editor(environ: Mapping[str, str]) -> list[str]:
    named = environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        command = shlex.split(named)
    except ValueError:
        command = []
    if not command:
        raise Refusal("editor-none")
    return command


def _run(command: list[str]) -> int:
    try:
        return subprocess.run(command, check=False).returncode
    except OSError:
        return 127
