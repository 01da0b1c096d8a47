"""What is left of a line of Markdown when its marks are read away."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from markdown_it.token import Token

_SCHEME: Final = re.compile(r"(?:https?://|mailto:|tel:)", re.I)


PLAIN_MARKS: Final = {"s_open": "~~", "s_close": "~~"}
"""Struck words would read as if they stood: where nothing can strike them, their marks stay."""
SLACK_MARKS: Final = {
    "strong_open": "*",
    "strong_close": "*",
    "em_open": "_",
    "em_close": "_",
    "s_open": "~",
    "s_close": "~",
    "code": "`",
}
"""Slack's own marks. Source: https://api.slack.com/reference/surfaces/formatting, read 2026-11-22."""


_GONE: Final = "\0"
"""Stands for a picture that is attached; no text can hold one, since hidden characters are dropped."""
_LEFT_BY_PICTURE: Final = re.compile(r"(?m)^\0[ \t]*|[ \t]*\0")


def inline_text(
    tokens: Sequence[Token],
    marks: Mapping[str, str] = PLAIN_MARKS,
    *,
    attached: bool = False,
    colon: str = ":",
) -> str:
    """The words of inline tokens: `[t](u)` as `t: u`, an image as its alternative text, code as its text.

    `colon` stands between label and address (French has a no-break space before it).

    `marks` says what opens and closes strong, emphasised and struck words and code. `attached`: images
    go beside the text, with their alternative texts; one that is a link's label stays.
    """
    words: list[str] = []
    links: list[tuple[str, int]] = []
    for token in tokens:
        if token.type == "link_open":
            links.append((str(token.attrGet("href") or ""), len(words)))
        elif token.type == "link_close":
            address, first = links.pop()
            words[first:] = [_linked("".join(words[first:]), address, colon)]
        elif token.type == "image":
            beside = attached and not links
            words.append(_GONE if beside else inline_text(token.children or ()))
        else:
            words.append(_marked(token, marks))
    said = "".join(words)
    return _LEFT_BY_PICTURE.sub("", said) if attached else said


def _marked(token: Token, marks: Mapping[str, str]) -> str:
    """Words, a line's end, code between its marks, or a mark that opens or closes."""
    if token.type == "code_inline":
        return f"{marks.get('code', '')}{token.content}{marks.get('code', '')}"
    if token.type in marks:
        return marks[token.type]
    return "\n" if token.type in {"softbreak", "hardbreak"} else token.content


def _linked(label: str, address: str, colon: str) -> str:
    if not address or not label.strip():
        return label if label.strip() else address
    if not _same(label, address):
        return f"{label}{colon} {address}"
    # A link is only sure to be one with its scheme; a mail address reads better without.
    return label if address.lower().startswith(("mailto:", "tel:")) else address


def _same(label: str, address: str) -> bool:
    return _bare(label) == _bare(address)


def _bare(address: str) -> str:
    return _SCHEME.sub("", address.strip(), count=1).rstrip("/").casefold()
