"""`clearday rules heard`: what became of each rule's remarks in this journal, and which rule could be quieter."""

from storage.records import Heard
from tui import exits
from tui.console import give_json, say, tell
from tui.context import Context
from tui.wording import Words

OFTEN = 3
"""Reasons in a row, with nothing reworded, after which a rule is worth quieting."""


def heard(context: Context, *, as_json: bool) -> int:
    """List the rules that spoke."""
    desk, words = context.desk(), context.words
    rows = desk.waivers.heard()
    if as_json:
        give_json([_json(row) for row in rows])
        return exits.DONE
    levels = {rule.id: rule.level.word for pack in desk.packs.packs for rule in pack.rules}
    for row in rows:
        for line in _lines(row, levels.get(row.rule, ""), words):
            say(line)
    tell(words("heard-local" if rows else "heard-nothing"))
    return exits.DONE


def _lines(row: Heard, level: str, words: Words) -> list[str]:
    figures = words(
        "heard-row", made=row.made, reworded=row.reworded, answered=row.answered, waived=row.waived
    )
    lines = [f"{row.rule:<26} {figures}"]
    excused = row.answered + row.waived
    if level in ("warning", "question") and excused >= OFTEN and not row.reworded:
        lines.append(f"{'':<26} {words('heard-quiet', rule=row.rule)}")
    return lines


def _json(row: Heard) -> dict[str, object]:
    return {
        "rule": row.rule,
        "made": row.made,
        "reworded": row.reworded,
        "answered": row.answered,
        "waived": row.waived,
    }
