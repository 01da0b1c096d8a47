"""The people and accounts a note names with `@`: what `@name` finds.

A mention is `@` and a name of letters, digits, `_`, `.` and `-`, perhaps with `@server`, after nothing
that would make it an e-mail address.
"""

import re

_MENTION = re.compile(r"(?<![\w@./+-])[@＠](\w(?:[\w.-]*\w)?)(?:@\w[\w.-]*\w)?")


def people(text: str) -> tuple[str, ...]:
    """The names mentioned in `text`, without `@` and server, in the order they stand, each once whatever its case."""
    first: dict[str, str] = {}
    for found in _MENTION.finditer(text):
        first.setdefault(found[1].casefold(), found[1])
    return tuple(first.values())
