"""What a person may want to know about the hashtags of a text before it goes to a platform. Advice, never more.

Capitals at the head of each word: Canadian Digital Service, "Learning to make Twitter content more accessible",
2021 (cds-snc/digital-canada-ca, content/en/blog), read 2026-11-22.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from rules.links import link_spans
from rules.platforms import Platform
from rules.tag_rules import Span, linked_tags

Kind = Literal["dead", "cut", "many", "spelling", "capitals", "unknown"]
"""Not linked there; linked in part; more than work in one post; a tag of a set in other capitals; several words
without a capital; a set that is not in the address book."""

_TYPED: Final = re.compile(r"(?<![\w#＃/&])[#＃](?=[^\W\d]|\d+[^\W\d])[^\s#＃()\[\]<>«»“”\"',;:!?…]+")
_UNKNOWN: Final = re.compile(r"[@#]\[[^\[\]\n|]{1,80}\]")
_TAIL: Final = "."
_SEVERAL_WORDS: Final = 12
"""Letters; a tag this long without a capital is read out as one endless word."""


@dataclass(frozen=True, slots=True)
class TagRemark:
    """One remark about one hashtag: it works but not as it could. It holds nothing."""

    kind: Kind
    tag: str
    """As it stands in the text."""
    better: str = ""
    """What is linked, or how it is spelled in its set."""


def tag_remarks(text: str, platform: Platform) -> tuple[TagRemark, ...]:
    """The remarks on the hashtags of `text` (rendered for `platform`), each once, in the order they stand."""
    return tuple(dict.fromkeys(_remarks(text, platform)))


def _remarks(text: str, platform: Platform) -> Iterator[TagRemark]:
    for found in _UNKNOWN.finditer(text):
        yield TagRemark("unknown", found[0])
    if platform.markup not in ("plain", "slack"):
        return
    links = link_spans(text, "x", platform.domain_endings) if platform.domain_endings else []
    linked = {start: (start, end) for start, end in linked_tags(text, platform.tag_rule, links)}
    spelled = {tag.casefold(): tag for _, _, tags in platform.tags for tag in tags.split()}
    typed = list(_typed(text, links))
    for start, tag in typed:
        yield from _about(tag, linked.get(start), text, platform, spelled)
    if platform.tag_limit is not None and len(linked) > platform.tag_limit:
        yield from (
            TagRemark("many", text[slice(*span)]) for span in list(linked.values())[platform.tag_limit :]
        )


def _typed(text: str, links: list[Span]) -> Iterator[tuple[int, str]]:
    starts = [start for start, _ in links]
    for found in _TYPED.finditer(text):
        before = bisect_right(starts, found.start())
        if not before or links[before - 1][1] <= found.start():
            yield found.start(), found[0].rstrip(_TAIL)


def _about(
    tag: str, linked: Span | None, text: str, platform: Platform, spelled: dict[str, str]
) -> Iterator[TagRemark]:
    if platform.tag_rule != "none" and linked is None:
        yield TagRemark("dead", tag)
    elif linked is not None and linked[1] - linked[0] < len(tag):
        yield TagRemark("cut", tag, text[slice(*linked)])
    known = spelled.get(tag.casefold(), tag)
    if known != tag:
        yield TagRemark("spelling", tag, known)
    elif tag.islower() and len(tag) > _SEVERAL_WORDS:
        yield TagRemark("capitals", tag)
