"""`clearday doctor`: what is wrong, and how to mend it. Speaks whatever state the journal is in."""

import argparse

from tui import exits
from tui.checkup import check_up
from tui.checkup.line import Line
from tui.checkup.patient import Patient
from tui.clock import Clock
from tui.console import give_json, say
from tui.context import Context
from tui.wording import Words


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `doctor` takes beside where things live."""
    parser.add_argument(
        "what", nargs="?", choices=("all", "clipboard"), default="all", help=words("option-doctor")
    )
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Look at everything; exit 1 when something wants mending, 4 when the journal cannot be used."""
    if arguments.what == "clipboard":
        from tui.commands.doctor_clipboard import try_clipboard

        return try_clipboard(context, as_json=arguments.json)
    lines = check_up(Patient(context, Clock(context.environ)))
    if arguments.json:
        checks = [{"check": line.check, "ok": line.ok, "message": line.message} for line in lines]
        give_json({"ok": all(line.ok for line in lines), "checks": checks})
    else:
        _say(lines, context.words)
    return _code(lines)


def _say(lines: list[Line], words: Words) -> None:
    marks = {ok: words("doctor-ok" if ok else "doctor-mend") for ok in (True, False)}
    width = max(len(mark) for mark in marks.values())
    for line in lines:
        say(f"{marks[line.ok]:<{width}}  {line.message}")


def _code(lines: list[Line]) -> int:
    if any(line.check == "journal" and not line.ok for line in lines):
        return exits.JOURNAL
    return exits.DONE if all(line.ok for line in lines) else exits.HELD
