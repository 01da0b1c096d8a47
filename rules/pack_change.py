"""What a pack changes in a rule of the pack it extends, read from its table.

What is added needs its examples as a rule does: no test, no load.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rules.finding import Level
from rules.pack_lines import Path
from rules.pack_rule import Shared, clauses, examples, level, name, phrases, wording
from rules.pack_table import Table
from rules.phrase import Phrase
from rules.rule import Clause, Example, Wording

_KEYS = ("rule", "level", "message", "advice", "unless", "remove", "flags", "passes", "find")


@dataclass(frozen=True, slots=True)
class Change:
    """A rule of the base, and what becomes of it. None and empty: as it is there."""

    rule: str
    level: Level | None
    message: Wording | None
    advice: Wording | None
    unless: tuple[Phrase, ...]
    """More that lets a sentence pass."""
    remove: tuple[str, ...]
    """Phrases it no longer looks for, as the base writes them."""
    find: tuple[Clause, ...]
    """More that it looks for."""
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]
    path: Path


def changes(table: Table, shared: Shared) -> Iterator[Change]:
    """Every [[change]] of a pack. Raises Fault."""
    for row in table.tables("change"):
        yield _change(row, shared)


def _change(row: Table, shared: Shared) -> Change:
    row.only(_KEYS)
    change = Change(
        rule=name(row, "rule"),
        level=level(row) if "level" in row.data else None,
        message=wording(row, "message") if "message" in row.data else None,
        advice=wording(row, "advice") if "advice" in row.data else None,
        unless=phrases(row, "unless"),
        remove=tuple(row.texts("remove")),
        find=clauses(row, shared) if "find" in row.data else (),
        flags=examples(row, "flags"),
        passes=examples(row, "passes"),
        path=row.path,
    )
    _must_have_examples(change, row)
    return change


def _must_have_examples(change: Change, row: Table) -> None:
    if change.find and not change.flags:
        raise row.fault("flags", "is missing: give a sentence that the change has to find")
    if change.unless and not change.passes:
        raise row.fault("passes", "is missing: give a sentence that the change has to let pass")
