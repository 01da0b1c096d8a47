"""How Bluesky's own app shows a text before it counts it: links without their scheme, long ones shortened.

Facts: toShortUrl and shortenLinks of bluesky-social/social-app and the link pattern of @atproto/api, read
2026-11-22. The record that is kept counts what the app made of it; a bare host name stays as typed.
"""

import re
from typing import Final
from urllib.parse import quote, urlsplit

import regex

from rules.graphemes import grapheme_count

_LINK: Final = regex.compile(r"(?<![^\s(])https?://\S++", regex.I)
_PLAIN: Final = re.compile(
    r"https?://([A-Za-z0-9-][A-Za-z0-9.-]*+)((?:[/?#][A-Za-z0-9_.~!#$%&'()*+,/:;=?@\[\]|-]*+)?+)",
    re.ASCII | re.I,
)
"""A link of nothing that has to be read closely: most of them. What follows its host stays as it is typed."""
_AFTER_LINK: Final = frozenset(".,;:!?")
_MOST_TAIL: Final = 15
_KEPT_TAIL: Final = 13
_UNQUOTED: Final = "!#$%&'()*+,/:;=?@[]~|"


def app_length(text: str) -> int:
    """Grapheme clusters of `text` as the app counts it."""
    return grapheme_count(shown_in_app(text))


def shown_in_app(text: str) -> str:
    """`text` with each link as the app shows and posts it."""
    return _LINK.sub(lambda found: _short(found[0]), text)


def _short(written: str) -> str:
    url = _without_end(written)
    plain = _PLAIN.fullmatch(url)
    if plain:
        return f"{plain[1].lower()}{_shortened(plain[2])}{written[len(url) :]}"
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return written
    if not host:
        return written
    tail = _shortened(quote(url[_tail_at(url) :], safe=_UNQUOTED))
    return f"{host}{port}{tail}{written[len(url) :]}"


def _shortened(tail: str) -> str:
    if tail == "/":
        return ""
    return f"{tail[:_KEPT_TAIL]}..." if len(tail) > _MOST_TAIL else tail


def _tail_at(url: str) -> int:
    start = url.index("://") + 3
    ends = [place for sign in "/?#" if (place := url.find(sign, start)) >= 0]
    return min(ends, default=len(url))


def _without_end(url: str) -> str:
    if url[-1] in _AFTER_LINK:
        url = url[:-1]
    return url[:-1] if url.endswith(")") and "(" not in url else url
