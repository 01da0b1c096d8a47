"""The people and accounts a note names with `@`: what `@name` finds.

A mention is `@` and a name of letters, digits, `_`, `.` and `-`, perhaps with `@server`, after nothing
that would make it an e-mail address; or a whole name in brackets, `@[Ana Diaz]`, as the address book has it.
"""

import re

_MENTION = re.compile(r"(?<![\w@./+-])[@＠](\w(?:[\w.-]*\w)?)(?:@\w[\w.-]*\w)?|@\[([^\[\]\n|]{1,80})\]")

BRACKETED = re.compile(r"@\[([^\[\]\n|]{1,80})\]")
"""A whole name in brackets; its group is the name."""


def unmarked(text: str) -> str:
    """`text` with each whole name in brackets as the name alone."""
    return BRACKETED.sub(lambda found: found[1].strip(), text)


def people(text: str) -> tuple[str, ...]:
    """The names mentioned in `text`, without `@` and server, in the order they stand, each once whatever its case."""
    first: dict[str, str] = {}
    for found in _MENTION.finditer(text):
        name = found[1] or found[2].strip()
        first.setdefault(name.casefold(), name)
    return tuple(first.values())
