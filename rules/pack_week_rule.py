"""Reading one [[week-rule]] of a pack: a rule over a whole week."""

from rules.finding import Level
from rules.pack_rule import Shared, list_phrases, lists_named, phrases, spoken
from rules.pack_table import Fault, Table
from rules.week_rule import WeekFind, WeekRule

_KEYS = (
    "id", "title", "category", "level", "clause", "sources", "languages", "message", "advice", "answers", "sentences",
    "remarks", "at-least", "beside", "find", "flags", "passes",
)  # fmt: skip
_FIND_KEYS = ("phrases", "exact", "lists", "at-least", "same", "absent")
MOST = 50
"""Most sentences that a rule can ask for."""


def week_rule_from(table: Table, shared: Shared) -> WeekRule:
    """The rule in `table`; raises Fault at the first thing that cannot be read."""
    table.only(_KEYS)
    rule = WeekRule(
        **spoken(table, shared),
        sentences=_count(table, "sentences"),
        remarks=tuple(table.texts("remarks")),
        at_least=_count(table, "at-least"),
        beside=phrases(table, "beside"),
        find=tuple(_find(row, shared) for row in table.tables("find")),
    )
    if rule.level is Level.STOP:
        raise table.fault("level", "may be note, question or warning: what a week adds up to stops nobody")
    if not rule.remarks and all(find.absent for find in rule.find):
        raise Fault(table.path, "this rule looks for nothing; give it “remarks” or a [[week-rule.find]]")
    return rule


def _find(table: Table, shared: Shared) -> WeekFind:
    table.only(_FIND_KEYS)
    listed = list_phrases(table, "lists", shared)
    sought = (*phrases(table, "phrases"), *phrases(table, "exact", cased=True), *listed)
    if not sought and not any(one.resting for one in lists_named(table, "lists", shared)):
        raise Fault(table.path, "the key “phrases” is missing or empty")
    return WeekFind(sought, _count(table, "at-least"), table.flag("same"), table.flag("absent"))


def _count(table: Table, key: str) -> int:
    return table.number(key, 1, MOST) if key in table.data else 1
