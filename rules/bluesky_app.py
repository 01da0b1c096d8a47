"""How Bluesky's own app shows a text before it counts it: links without their scheme, long ones shortened.

Facts: toShortUrl and shortenLinks of bluesky-social/social-app and the link pattern of @atproto/api, read
2026-11-22. The record that is kept counts what the app made of it; a bare host name stays as typed.
"""

from typing import Final
from urllib.parse import quote, urlsplit

import regex

from rules.graphemes import grapheme_count

_LINK: Final = regex.compile(r"(?<![^\s(])https?://\S++", regex.I)
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
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return written
    if not host:
        return written
    tail = quote(url[_tail_at(url) :], safe=_UNQUOTED)
    tail = "" if tail == "/" else tail
    if len(tail) > _MOST_TAIL:
        tail = f"{tail[:_KEPT_TAIL]}..."
    return f"{host}{port}{tail}{written[len(url) :]}"


def _tail_at(url: str) -> int:
    start = url.index("://") + 3
    ends = [place for sign in "/?#" if (place := url.find(sign, start)) >= 0]
    return min(ends, default=len(url))


def _without_end(url: str) -> str:
    if url[-1] in _AFTER_LINK:
        url = url[:-1]
    return url[:-1] if url.endswith(")") and "(" not in url else url
