"""`clearday rules heard`: what became of each rule's remarks in this journal, and which rule could be quieter."""

from tui import exits
from tui.calibration import Fare, fares
from tui.console import give_json, say, tell
from tui.context import Context
from tui.wording import Words


def heard(context: Context, *, as_json: bool) -> int:
    """List the rules that spoke."""
    desk, words = context.desk(), context.words
    rows = fares(desk.waivers.heard(), desk.packs.packs)
    if as_json:
        give_json([_json(row) for row in rows])
        return exits.DONE
    for row in rows:
        for line in _lines(row, words):
            say(line)
    tell(words("heard-local" if rows else "heard-nothing"))
    return exits.DONE


def _lines(fare: Fare, words: Words) -> list[str]:
    row = fare.heard
    figures = words(
        "heard-row", made=row.made, reworded=row.reworded, answered=row.answered, waived=row.waived
    )
    lines = [f"{row.rule:<26} {figures}"]
    if fare.quietable:
        lines.append(f"{'':<26} {words('heard-quiet', rule=row.rule)}")
    return lines


def _json(fare: Fare) -> dict[str, object]:
    row = fare.heard
    return {
        "rule": row.rule,
        "level": fare.rule.level.word if fare.rule else None,
        "made": row.made,
        "reworded": row.reworded,
        "answered": row.answered,
        "waived": row.waived,
        "quietable": fare.quietable,
    }
