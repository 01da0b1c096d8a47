"""Which parts of a text are not its author's prose: link addresses, code, quotations.

A rule says which of them it skips. A link also counts as evidence when it is public: anyone on
the internet could open it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, get_args

Region = Literal["link-address", "code", "quote"]
REGIONS: tuple[Region, ...] = get_args(Region)
"""The names a pack may write in `skip`."""
Span = tuple[int, int]
"""Start and end in code points of the text as given, end exclusive."""

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"«»“”]+", re.IGNORECASE)
_AFTER_LINK = ".,;:!?)]}'’*_"
_FENCE = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})", re.MULTILINE)
_INLINE_CODE = re.compile(r"`[^`\n]+`")
_QUOTED_LINE = re.compile(r"^[ ]{0,3}>[^\r\n]*", re.MULTILINE)
_QUOTED = re.compile("«[^«»]{1,2000}»|“[^“”]{1,2000}”")
_HOST = re.compile(r"https?://([^/?#]+)", re.IGNORECASE)
_NUMBERS = re.compile(r"[\d.]+|\[.*")
# Names that only resolve inside a network: RFC 6762 (local; appendix G for the rest), RFC 8375
# (home.arpa), ICANN board resolution 2024.07.29.06 (internal), RFC 2606 (localhost, invalid, test).
_INSIDE = (
    "local",
    "localhost",
    "internal",
    "intranet",
    "intra",
    "private",
    "corp",
    "home",
    "lan",
    "prv",
    "test",
    "invalid",
    "home.arpa",
)


def region_spans(text: str, region: Region) -> list[Span]:
    """The spans of one kind of region, in order and apart, in time linear in the text."""
    if region == "link-address":
        return link_spans(text)
    return _apart(code_spans(text) if region == "code" else quote_spans(text))


def link_spans(text: str) -> list[Span]:
    """Every address that begins with http://, https:// or www., without the punctuation after it."""
    if "://" not in text and "www." not in text.lower():
        return []
    return [
        (found.start(), found.start() + len(found.group().rstrip(_AFTER_LINK)))
        for found in _LINK.finditer(text)
    ]


def public_links(text: str) -> list[int]:
    """Where each http(s) link starts that anyone could open: a named host, outside private networks."""
    return [start for start, end in link_spans(text) if _public(text[start:end])]


def public_paths(text: str) -> list[Span]:
    """What stands behind the host of each such link: its path, its question, its fragment."""
    hosts = ((found, end) for start, end in link_spans(text) if (found := _HOST.match(text, start, end)))
    return [
        (found.end(), end) for found, end in hosts if found.end() < end and _public(text[found.start() : end])
    ]


def code_spans(text: str) -> list[Span]:
    """Fenced blocks (an unclosed one runs to the end) and `inline` code."""
    inline = (found.span() for found in _INLINE_CODE.finditer(text)) if "`" in text else ()
    return [*fenced_spans(text), *inline]


def fenced_spans(text: str) -> list[Span]:
    """Fenced blocks of code; an unclosed one runs to the end."""
    fenced: list[Span] = []
    if "```" not in text and "~~~" not in text:
        return fenced
    opened, mark = -1, ""
    for fence in _FENCE.finditer(text):
        if opened < 0:
            opened, mark = fence.start(), fence[1]
        elif fence[1].startswith(mark):
            fenced.append((opened, fence.end()))
            opened = -1
    if opened >= 0:
        fenced.append((opened, len(text)))
    return fenced


def quote_spans(text: str) -> list[Span]:
    """Lines that begin with > and passages in « » or “ ”."""
    lines = (found.span() for found in _QUOTED_LINE.finditer(text)) if ">" in text else ()
    marked = (found.span() for found in _QUOTED.finditer(text)) if "«" in text or "“" in text else ()
    return [*lines, *marked]


def long_quotes(text: str) -> list[Span]:
    """Passages in « » or “ ” that run over a line end."""
    if "«" not in text and "“" not in text:
        return []
    return [found.span() for found in _QUOTED.finditer(text) if not found[0].isprintable()]


def inside(place: int, spans: Sequence[Span]) -> bool:
    """Whether the code point at `place` lies in one of `spans`, which are in order and apart."""
    before = bisect_right(spans, (place, 1 << 62)) - 1
    return before >= 0 and place < spans[before][1]


def _apart(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _public(link: str) -> bool:
    found = _HOST.match(link)
    if not found or "@" in found[1]:
        return False
    host = found[1].split(":")[0].rstrip(".").casefold()
    named = "." in host and not _NUMBERS.fullmatch(found[1].split(":")[0]) and not found[1].startswith("[")
    return (
        named
        and not any(host.endswith("." + name) for name in _INSIDE)
        and "intranet" not in host.split(".")[0]
    )
