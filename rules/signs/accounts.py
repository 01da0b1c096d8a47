"""Accounts whose very name says that a politician, or somebody who wants to be one, keeps it.

The forms are those that members of parliaments and candidates use: `JaneDoeMP`, `SenDoe`, `VoteDoe`, `Doe4Mayor`,
`Roy_deputee`. A form, unlike a list of people, does not go out of date. Editorial, 2026-11-27.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]
"""Start and end in code points, end exclusive."""

_HANDLE = re.compile(r"(?<![\w@/.])@(?P<name>\w{4,30})(?![\w.@-]*\w)")
_POLITICIAN = re.compile(
    r"(?:Vote|Votez|Elect|ReElect|Reelect|Senator|Senateur|Senatrice|Sen|Rep|Cllr|Councillor"
    r"|Deputee?|MP|MPP|MLA|MNA)_?[A-Z][a-z]\w*"
    r"|\w*[a-z]_?(?:MP|MPP|MLA|MNA|MHA|MSP|TD|QC_?Depute)(?:_?\d{0,4})?"
    r"|\w*[a-z](?:Deputee?|Senateur|Senatrice)|\w+_(?:mp|mpp|mla|mna|mha|msp|deputee?|senateur|senatrice|candidate?)"
    r"|\w+(?:4|[Ff]or|_for_|[Pp]our)_?(?:Mayor|Council|Congress|Senate|Parliament|Ward\d{1,3}|MP|MPP|MLA|Maire|Mairie|mayor|maire)"
)


def politician_account(text: str) -> Iterator[Span]:
    """Handles that name a member of a parliament, a councillor or a candidate."""
    return (found.span() for found in _HANDLE.finditer(text) if _POLITICIAN.fullmatch(found["name"]))
