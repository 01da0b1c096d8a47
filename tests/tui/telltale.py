"""A journal full of words that must not get about, for tests that look at all that leaves Clearday."""

import os
import shlex
from collections.abc import Callable
from pathlib import Path

from storage.records import Draft
from tests.conftest import FRIDAY
from tests.warm import Warm
from tui.opening import open_desk

CLEARED = {"Leftword"}
"""What was cleared and shared."""
PUBLIC = CLEARED | {"Plainword", "Heldword", "Stopword", "Showword", "Editedword", "Dayword", "Loginword"}
"""What nobody marked as private: a draft, what a rule asks about or stops, a picture, a text for X, a password."""
HERS = PUBLIC | {
    *("Privateword", "privatetag", "Personword", "Quoteword", "Whoword", "Hiddenpicture"),  # in private notes
    *("Spanword", "spantag", "Spanperson", "Openword", "Weekspan"),  # between bars, or behind one
    *("Reasonword", "Purposeword", "Roleword"),  # what she said of a passage, a picture, a person
    "Unsavedword",
}
"""What stands in the journal for herself."""
ALL = HERS | {"Removedword", "Olderword"}
"""What she took out, or wrote once and changed, as well."""

NOTES = (
    'add "Five people finished the form, Leftword. ||Spanword @[Spanperson] #spantag|| #forms"',
    'add "Plainword stands at the counter. ||Openword and all that follows"',
    'add "Privateword ![Hiddenpicture](desk.jpg) @[Personword Roy] #next" --private --tag privatetag'
    ' --reply-to "Quoteword?" --who Whoword',
    'add "Heldword: a vendor, Acme Inc., gave us gift cards."',
    'add "Stopword is SECRET//CEO."',
    'add "![Showword](room.jpg) The room is ready."',
    'add "Removedword, and away."',
    'add "Olderword, for now."',
    'add --on 2026-11-11 "Next comes Plainword. ||Spanword|| #next"',
    'add --on 2026-11-11 --private "Privateword comes next. #next"',
    'add --on 2026-10-15 "Six people tried the form, Leftword. ||Spanword||"',
    'add "The kiosk has the password Loginword-42."',
)
"""The notes, by their numbers; 7 is deleted."""
DONE = (
    "waivers give 4 --reason gift-or-hospitality=Reasonword",
    "photos consent room.jpg --state given --by Ana --for Purposeword",
    'people --say "Ana Roy" --is agreed --role Roleword',
    "clear 1",
    "share 1 --to x --json",
    "variant 1 --to x --edit | s/Leftword/Leftword Editedword/",
    "edit 8 | s/Olderword/Dayword/",
    "clear 11",
    "share 11 --to x --copy",
    "week 2026-W42 --save",
    "clear 2026-W42",
    "week --save",
    "edit 2026-W47 | s/Dayword/Dayword ||Weekspan||/",
    "export --to ~/whole.json",
)
"""What was done with them; behind a bar is what the editor does."""

TOOLS = {
    "editor": 'echo "$@" >> ~/tools-saw; cat "$2" >> ~/tools-saw; sed -i -e "$1" "$2"',
    "browser": 'echo "$@" >> ~/tools-saw',
    "xclip": 'case "$*" in *-o*) cat ~/tools-hold ;; *) echo "$@"; tee ~/tools-hold ;; esac | tee -a ~/tools-saw',
}
"""The programs that Clearday starts: each writes down what it was given, and with which arguments."""


def put_tools(folder: Path) -> Path:
    """Write the programs into `folder`, and give it back."""
    for name, does in TOOLS.items():
        (folder / name).write_text(f"#!/bin/sh\n{does}\n")
        (folder / name).chmod(0o755)
    return folder


def around(home: Path, tools: Path, kept: Path, does: str = "") -> dict[str, str]:
    """The environment of somebody at a desktop, whose editor does what `does` asks of `sed`."""
    return {
        "PATH": f"{tools}:{os.environ['PATH']}",
        "HOME": str(home),
        "TMPDIR": str(home),
        "XDG_CACHE_HOME": str(kept),
        "CLEARDAY_NOW": FRIDAY,
        "CLEARDAY_READER": "none",
        "LANG": "en_CA.UTF-8",
        "TZ": "America/Toronto",
        "EDITOR": f"{tools}/editor '{does or 'q'}'",
        "BROWSER": f"{tools}/browser %s",
        "DISPLAY": ":0",
    }


def type_line(home: Path, line: str, warm: Warm, tools: Path, kept: Path) -> str:
    """What is said to a line that is typed; `~` is the home folder, `| s/a/b/` behind it what the editor does."""
    command, _, does = line.partition(" | ")
    given = [word.replace("~", str(home)) for word in shlex.split(command)]
    _, out, err = warm.run(given, around(home, tools, kept, does), b"A line from elsewhere.\n")
    return (out + err).decode("utf-8")


def fill(home: Path, type_: Callable[[Path, str], object]) -> None:
    """Make the journal in a home folder; `type_` types a line there."""
    for line in NOTES:
        type_(home, line)
    desk = open_desk({"HOME": str(home)})
    desk.delete(desk.note(7).note)
    desk.drafts.keep(Draft("line", "Unsavedword", 0, None, desk.clock.now()))
    desk.close()
    for line in DONE:
        type_(home, line)
    (home / "text.md").write_text("Plainword. A vendor, Acme Inc., gave us gift cards. ||Spanword||")
    for left in home.glob("tools-*"):
        left.unlink()


Table = dict[str, tuple[set[str], str]]
"""Kinds of ways out by name: what each may show of the journal, and the ways, one a line; from the tightest on."""


def ways_in(table: Table) -> list[tuple[str, str]]:
    """Every way, behind its kind."""
    return [(kind, line.strip()) for kind, (_, lines) in table.items() for line in lines.strip().splitlines()]


def kind_of(table: Table, seen: set[str]) -> str:
    """The first kind that may show what was seen. Raises StopIteration where none may."""
    return next(kind for kind, (may, _) in table.items() if seen <= may)


def come(home: Path, before: set[Path]) -> list[Path]:
    """The files that were not there before; the journal and its backups are hers."""
    new = [path for path in set(home.rglob("*")) - before if path.is_file()]
    return [path for path in new if "journal" not in path.name or "snippets" in path.parts]


def words_by_file(home: Path, before: set[Path]) -> dict[Path, set[str]]:
    """The words in the name and the bytes of each file that came."""
    return {path: words_in(f"{path.name}\n{path.read_bytes()!r}") for path in come(home, before)}


def words_in(text: str) -> set[str]:
    """The words of the journal that stand in it."""
    return {word for word in ALL if word in text}
