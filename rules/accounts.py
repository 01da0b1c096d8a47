"""Accounts and hashtags named in a text, whole: @NDP is not @ndpartners.

An account counts as named by its handle, with or without a server, and by a link to its page.
"""

import re
from collections.abc import Iterator
from typing import Final

Span = tuple[int, int]
"""Start and end in code points, end exclusive."""

_HANDLE: Final = re.compile(
    r"[@＠](?<![\w@/.].)(?P<name>\w{2,30})(?:@[\w.-]{3,100}|(?:\.[\w-]{1,63}){1,4})?(?!\w)"
)
# A sign that can begin a match comes first, so that the text is searched at the pace of that sign.
_PAGE: Final = re.compile(
    r"[xtif](?<![\w-].)(?:(?<=x)|(?<=t)(?:witter|hreads|iktok)|nstagram|acebook)\.(?:com|net)/@?(?P<name>\w{2,30})(?![\w-])"
    r"|[b](?<![\w-].)sky\.app/profile/(?P<sky>[\w-]{2,30})(?:\.[\w.-]{2,60})?",
    re.IGNORECASE,
)
_SIGNS_OF_PAGES: Final = (".com/", ".net/", ".app/profile/")
_BEFORE_PAGE: Final = re.compile(r"(?:^|(?<=[^\w./-]))(?:https?://)?(?:[a-z-]{1,10}\.)?$", re.IGNORECASE)
_TAG: Final = re.compile(r"[#＃](?<![\w#&/].)(?P<name>\w{2,60})(?!\w)")
_TAG_BEGUN: Final = re.compile(r"[#＃]\w")


def may_hold_handles(text: str) -> bool:
    """Whether there is a sign in `text` without which it names no account."""
    return "@" in text or "＠" in text or ("/" in text and _may_link_to_page(text.lower()))


def may_hold_hashtags(text: str) -> bool:
    """Whether there is a sign in `text` without which it holds no hashtag."""
    return ("#" in text or "＃" in text) and bool(_TAG_BEGUN.search(text))


def handles(text: str) -> Iterator[tuple[str, Span]]:
    """Each account named, casefolded and without @, and where."""
    for found in _HANDLE.finditer(text):
        yield found["name"].casefold(), found.span()
    if not _may_link_to_page(text.lower()):
        return
    for found in _PAGE.finditer(text):
        before = _BEFORE_PAGE.search(text[max(found.start() - 24, 0) : found.start()])
        if before:
            name = found["name"] or found["sky"]
            yield name.casefold(), (found.start() - len(before[0]), found.end())


def hashtags(text: str) -> Iterator[tuple[str, Span]]:
    """Each hashtag, casefolded and without #, and where."""
    return ((found["name"].casefold(), found.span()) for found in _TAG.finditer(text))


def _may_link_to_page(lowered: str) -> bool:
    return any(sign in lowered for sign in _SIGNS_OF_PAGES)
