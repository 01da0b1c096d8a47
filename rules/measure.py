"""The one answer to "how long is this there": preview, cut, copy and command line all ask here.

How each platform counts is imported when that is asked: a journal that is only written in never does.
"""

import re
from dataclasses import dataclass
from typing import Final

from rules.platforms import Platform

_SURROGATES: Final = re.compile("[\ud800-\udfff]")

_HEAD_NAMES: Final = re.compile(r"\A\s*(?:@[A-Za-z0-9_]{1,15}(?!\w)\s*)+")
_LINK: Final = re.compile(r"https?://[^\s<>]+", re.I)
_AFTER_LINK: Final = ".,;:!?)]»”’\"'"


@dataclass(frozen=True, slots=True)
class Length:
    """How long a text is on one platform."""

    value: int
    """In the platform's unit."""
    limit: int | None
    """Most that fits, in the same unit; None where there is no limit."""
    bytes: int | None = None
    """UTF-8 bytes, where the platform counts them as well."""
    byte_limit: int | None = None
    links: int | None = None
    """Different links in the text, where the platform limits those."""
    link_limit: int | None = None
    app: int | None = None
    """What the platform's own app shows, where it shortens links before counting; in the same unit."""
    sendable: bool = True
    """False where the platform refuses the text whatever its length (X: empty, or a forbidden character)."""

    @property
    def within(self) -> bool:
        """Not over any limit."""
        short = self.limit is None or self.value <= self.limit
        few = self.link_limit is None or (self.links or 0) <= self.link_limit
        return short and few and (self.byte_limit is None or (self.bytes or 0) <= self.byte_limit)

    @property
    def fits(self) -> bool:
        """Within every limit, and nothing else keeps it from being sent."""
        return self.within and self.sendable


def measure(text: str, platform: Platform, *, content_warning: str = "", reply: bool = False) -> Length:
    """The length of `text` by `platform`'s own rule, in linear time.

    `content_warning` is counted with the text, before it, as Mastodon does; in a `reply` the names at its
    head cost nothing where the platform adds them itself. A lone surrogate counts as the replacement
    character it is sent as.
    """
    whole = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
    if reply and platform.free_mentions:
        whole = _HEAD_NAMES.sub("", whole)
    warning = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", content_warning)
    value = _value(whole, warning, platform)
    return Length(
        value=value,
        limit=platform.limit,
        bytes=len((warning + whole).encode()) if platform.byte_limit is not None else None,
        byte_limit=platform.byte_limit,
        links=_links(whole) if platform.link_limit is not None else None,
        link_limit=platform.link_limit,
        app=_in_app(warning + whole, value) if platform.short_links else None,
        sendable=_sendable(warning + whole, platform),
    )


def _sendable(text: str, platform: Platform) -> bool:
    if not (platform.empty_fits or text):
        return False
    if platform.unit != "weighted":
        return True
    from rules.weighted import sendable

    return sendable(text)


def _in_app(text: str, value: int) -> int:
    if "://" not in text:
        return value
    from rules.bluesky_app import app_length

    return app_length(text)


def _links(text: str) -> int:
    return len({found.rstrip(_AFTER_LINK) for found in _LINK.findall(text)})


def _value(text: str, warning: str, platform: Platform) -> int:
    cost = platform.url_cost or 0
    if platform.unit == "weighted":
        from rules.weighted import weight

        return weight(warning + text, cost, platform.domain_endings)
    if platform.link_rule == "mastodon":
        from rules.toot_length import toot_length

        return toot_length(text, cost, platform.domain_endings, warning)
    whole = warning + text
    if platform.unit == "graphemes":
        from rules.graphemes import grapheme_count

        return grapheme_count(whole)
    if platform.unit == "emoji bytes":
        from rules.emoji_signs import emoji_apart

        rest, emoji = emoji_apart(whole)
        return len(rest) + sum(len(sign.encode()) for sign in emoji)
    return utf16_length(whole) if platform.unit == "utf16" else len(whole)


def utf16_length(text: str) -> int:
    """UTF-16 code units: two for each code point beyond U+FFFF."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
