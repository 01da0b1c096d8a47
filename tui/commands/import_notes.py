"""`clearday import`: brings notes in from a file or folder, each once however often it is run."""

import argparse
import sys

from storage.exchange.contents import FORMATS, WITH_HISTORY, JournalNote
from storage.exchange.joining import Fate
from tui import exits
from tui.console import give_json, redraws, say, tell
from tui.context import Context
from tui.exchange import Arrived
from tui.one_line import in_one_line
from tui.visible import visible
from tui.wording import Words

_SIGNS = {"new": "+", "known": "=", "changed": "~", "conflict": "!"}
_WIDTH = 60
"""Code points of a note's words in a list of changes."""
_MANY = 2000
"""From this many notes on, a terminal is told how far it is."""


def configure(parser: argparse.ArgumentParser, words: Words) -> None:
    """What `import` takes."""
    parser.add_argument("file", metavar="FILE", help=words("option-import"))
    parser.add_argument("--format", choices=("journal", *FORMATS), help=words("option-import-format"))
    parser.add_argument("--dry-run", action="store_true", help=words("option-dry-run"))
    parser.add_argument("--json", action="store_true", help=words("option-json"))


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Bring the notes in; say how they were understood, what was new, and what stayed behind."""
    desk = context.desk()
    arrived = desk.exchange.bring_in(
        arguments.file, arguments.format, dry_run=arguments.dry_run, progress=_Progress(context.words).of
    )
    if arguments.json:
        give_json(_shape(arrived, dry_run=arguments.dry_run))
        return exits.DONE
    for line in _changes(arrived, all_of_them=arguments.dry_run):
        say(line)
    for sentence in _report(arrived, context.words, dry_run=arguments.dry_run):
        tell(sentence)
    return exits.DONE


def _changes(arrived: Arrived, *, all_of_them: bool) -> list[str]:
    notes = [
        f"{_SIGNS[fate]} {note.now.day} {note.now.moment:%H:%M}  {_first_words(note)}{_where(fate, number)}"
        for note, fate, number in arrived.comparison.notes
        if all_of_them or fate == "conflict"
    ]
    weeks = [
        f"{_SIGNS[fate]} {week.id}"
        for week, fate in arrived.comparison.weeks
        if all_of_them or fate == "conflict"
    ]
    return notes + weeks


def _where(fate: Fate, number: int) -> str:
    return f"  (clearday history {number})" if fate == "conflict" else ""


def _first_words(note: JournalNote) -> str:
    return in_one_line(note.now.text[: _WIDTH * 4], _WIDTH)


def _report(arrived: Arrived, words: Words, *, dry_run: bool) -> list[str]:
    found, understood = arrived.comparison, arrived.understood
    said = [words("import-understood", format=words(f"format-{understood.format}"))]
    said += [words(f"import-left-{kind}", number=number) for kind, number in understood.left_out if number]
    if arrived.clearances_left_out:
        said.append(words("import-left-clearances", number=arrived.clearances_left_out))
    conflicts = found.count("conflict") + sum(fate == "conflict" for _, fate in found.weeks)
    if conflicts:
        kept = "import-both-kept" if understood.format in WITH_HISTORY else "import-conflicts"
        said.append(words(kept, number=conflicts))
    changed = found.count("changed") + sum(fate == "changed" for _, fate in found.weeks)
    if changed:
        said.append(words("import-would-change" if dry_run else "import-changed", number=changed))
    beside = ((found.kinds, "occasions"), (len(found.people), "people"))
    said += [words.count(f"import-{what}", number) for number, what in beside if number]
    counts = {"read": len(found.notes), "added": found.count("new"), "known": found.count("known")}
    return [*said, words("import-would" if dry_run else "imported", **counts)]


def _shape(arrived: Arrived, *, dry_run: bool) -> dict[str, object]:
    found = arrived.comparison
    return {
        "format": arrived.understood.format,
        "dry_run": dry_run,
        "read": len(found.notes),
        "added": found.count("new"),
        "known": found.count("known"),
        "changed": found.count("changed"),
        "conflicts": found.count("conflict"),
        "left_out": {
            **{kind: number for kind, number in arrived.understood.left_out if number},
            **({"clearances": arrived.clearances_left_out} if arrived.clearances_left_out else {}),
        },
        "notes": [
            {"uid": note.uid, "id": number or None, "day": note.now.day, "at": note.now.at, "change": fate}
            for note, fate, number in found.notes
        ],
        "occasions": found.kinds,
        "people": len(found.people),
        "weeks": [{"week": week.id, "change": fate} for week, fate in found.weeks],
    }


class _Progress:
    """Says how far a long import is, on a terminal only, on one line."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def of(self, notes: int) -> "_Progress | None":
        """Who is to be told about this many notes; nobody when they are few or nobody looks."""
        return self if notes > _MANY and redraws() else None

    def __call__(self, done: int, total: int) -> None:
        if done % 500 == 0 or done == total:
            end = "\n" if done == total else ""
            figures = {"done": self._words.figure(done), "total": self._words.figure(total)}
            sys.stderr.write("\r" + visible(self._words("import-progress", **figures)) + end)
            sys.stderr.flush()
