"""Which words after `#` become links, by each platform's own rule.

Facts: twitter-text at commit 30e2430 for X; app/models/tag.rb of mastodon/mastodon; packages/api/src/rich-text of
bluesky-social/atproto; Meta's web-intents page for Threads; mod/thewire/start.php of gctools-outilsgc/gcconnex.
All read 2026-11-22.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import regex

from rules.graphemes import grapheme_count
from rules.platforms import TagRule

Span = tuple[int, int]
"""Start and end in code points, the sign included, end exclusive."""

_X_SPECIAL: Final = (
    r"_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
)
_X_LETTER: Final = r"\p{L}\p{M}"
_X: Final = regex.compile(
    rf"(?:(?<=[\ufe0e\ufe0f])|(?<![{_X_LETTER}{_X_SPECIAL}\p{{Nd}}&]))[#＃](?![\ufe0f\u20e3])"
    rf"(?P<tag>[\p{{Nd}}{_X_SPECIAL}]*+[{_X_LETTER}][{_X_LETTER}{_X_SPECIAL}\p{{Nd}}]*+)(?![#＃]|://)"
)
_BREAKS: Final = r"_\u00b7\u30fb\u200c"
_MASTODON: Final = regex.compile(rf"(?<!\S)[#＃](?P<tag>[\w{_BREAKS}]*+)")
_MASTODON_TAG: Final = regex.compile(
    rf"(?=[\w])(?:\w[\w{_BREAKS}]*[\p{{L}}\p{{M}}{_BREAKS}][\w{_BREAKS}]*\w|\w*[\p{{L}}\p{{M}}]\w*)"
)
_HIDDEN: Final = r"\u00ad\u2060\u200a\u200b\u200c\u200d\u20e2"
_BLUESKY: Final = regex.compile(rf"(?<!\S)[#＃](?!\ufe0f)(?P<tag>[^\s{_HIDDEN}]++)")
_BLUESKY_MOST: Final = 64
_THREADS: Final = regex.compile(r"(?<![\w#＃])[#＃](?P<tag>[^\s.&#＃]{1,50})")
_ELGG: Final = regex.compile(r"(?<!\w)#(?P<tag>\w*[^\s\d!-/:-@\[-`{-~]\w*)")
_PUNCTUATION: Final = regex.compile(r"[\p{P}\s]++\Z")


def linked_tags(text: str, rule: TagRule, links: Sequence[Span] = ()) -> list[Span]:
    """The hashtags of `text` outside `links` that a platform with this rule links, in order; none for `none`."""
    if rule not in _FOUND:
        return []
    starts = [start for start, _ in links]
    return [
        span
        for span in _FOUND[rule](text)
        if not (at := bisect_right(starts, span[0])) or links[at - 1][1] <= span[0]
    ]


def _spans(pattern: "regex.Pattern[str]", text: str) -> Iterator[Span]:
    return (found.span() for found in pattern.finditer(text))


def _mastodon(text: str) -> Iterator[Span]:
    for found in _MASTODON.finditer(text):
        # The word is read once and looked at from its end, so that a long one costs no more than any other text.
        tag = _MASTODON_TAG.match(found["tag"][:_MOST])
        if tag:
            yield found.start(), found.start() + 1 + tag.end()


def _bluesky(text: str) -> Iterator[Span]:
    for found in _BLUESKY.finditer(text):
        tag = _PUNCTUATION.sub("", found["tag"])
        if tag and not tag.isdigit() and _has_letter(tag) and grapheme_count(tag) <= _BLUESKY_MOST:
            yield found.start(), found.start() + 1 + len(tag)


def _has_letter(tag: str) -> bool:
    return bool(regex.search(r"[^\d\s\p{P}]", tag))


_MOST: Final = 200
"""Code points of a word that could be a tag; longer ones are noise."""
_FOUND: Final[Mapping[str, Callable[[str], Iterator[Span]]]] = {
    "x": lambda text: _spans(_X, text),
    "mastodon": _mastodon,
    "bluesky": _bluesky,
    "threads": lambda text: _spans(_THREADS, text),
    "elgg": lambda text: _spans(_ELGG, text),
}
