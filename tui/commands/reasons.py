"""`--reason RULE=TEXT` on the command line, understood or refused."""

from collections.abc import Iterable

from tui.desk import Desk
from tui.sayings import UsageError
from tui.second_reader import remarks


def reasons_in(given: Iterable[str], desk: Desk, asked: Iterable[str] = ()) -> dict[str, str]:
    """Rule and reason of each `RULE=TEXT`. Raises UsageError for one without a reason, or without such a rule.

    `asked`: what a text owes an answer to besides, such as whether somebody may be named.
    """
    known = {rule.id for pack in desk.packs.packs for rule in pack.all_rules}
    known |= {remark.rule for remark in remarks().values()}
    known.update(asked)
    reasons = {}
    for written in given:
        rule, found, text = written.partition("=")
        if not found or not rule or not text.strip():
            raise UsageError(desk.words("reason-wrong", reason=written))
        if rule not in known:
            raise UsageError(desk.words("no-such-rule", rule=rule))
        reasons[rule] = text
    return reasons
