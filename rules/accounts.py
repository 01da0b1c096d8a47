"""Accounts, hashtags and sites named in a text, whole: @NDP is not @ndpartners, and my-ndp.ca is not ndp.ca.

An account counts as named by its handle, with or without a server, and by a link to its page; a site by its address,
whatever stands before and behind it, and by the handle that an account takes from it: @ndp.ca on Bluesky, @ndpca.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

Span = tuple[int, int]
"""Start and end in code points, end exclusive."""

_HANDLE: Final = re.compile(
    r"[@＠](?<![\w@/.].)(?P<name>\w{2,30})(?:@[\w.-]{3,100}|(?:\.[\w-]{1,63}){1,4})?(?!\w)"
)
# A match begins with the point behind the host, so that a text is searched at the pace of its points.
_PAGE: Final = re.compile(
    r"\.(?=com/|net/|app/|me/)(?:(?:(?<=(?<![\w-])x\.)|(?<=(?<![\w-])(?:twitter|threads)\.)|(?<=(?<![\w-])tiktok\.)"
    r"|(?<=(?<![\w-])instagram\.))(?:com|net)/@?(?P<name>\w{2,30})(?![\w-])"
    r"|(?<=(?<![\w-])facebook\.)com/(?P<face>\w[\w.]{0,48}\w)(?![\w-])"
    r"|(?:(?<=(?<![\w-])youtube\.)com/(?:@|c/|user/)|(?<=(?<![\w-])linkedin\.)com/(?:company|in|showcase)/)"
    r"(?P<path>[\w-]{2,60})"
    r"|(?<=(?<![\w-])t\.)me/(?P<told>\w{4,32})(?![\w-])"
    r"|(?<=(?<![\w-])bsky\.)app/profile/(?P<sky>[\w-]{2,30})(?:\.bsky\.social)?(?![\w.-]*\w))",
    re.IGNORECASE,
)
_SIGNS_OF_PAGES: Final = (".com/", ".net/", "t.me/", ".app/profile/")
_TO_PAGE: Final = re.compile(
    r"(?:^|(?<=[^\w./-]))(?:https?://)?(?:[a-z-]{1,10}\.)?[a-z]{1,9}$", re.IGNORECASE
)
_BEFORE_PAGE: Final = 33
"""Code points: more than what can stand in front of that point."""
_ON_A_SERVER: Final = re.compile(r"://[\w.-]{3,100}/@(?P<name>\w{2,30})(?![\w-]|/[^\d\s])")
"""The page of an account on a server of its own, as Mastodon has it, or of a post by it."""
_LAST_LABEL: Final = re.compile(r"\.(?<=[^\W_]\.)[a-z]{2,24}(?![\w-]|\.\w)", re.IGNORECASE)
_HOST_BACKWARDS: Final = re.compile(r"[\w.-]{1,80}")
_SITE_BEGINS: Final = re.compile(
    r"(?<![\w/@.=-])|(?<=//)|(?<=[^\w.-]@)|(?<=\A@)|(?<=bsky\.app/profile/)", re.IGNORECASE
)
_TAG: Final = re.compile(r"[#＃](?<![\w#&/].)(?P<name>\w{2,60})(?!\w)")
_TAG_BEGUN: Final = re.compile(r"#\w")


@lru_cache(maxsize=2)
def may_hold_handles(text: str) -> bool:
    """Whether there is a sign in `text` without which it names no account. Several rules ask in a row."""
    return "@" in text or "＠" in text or ("/" in text and _may_link_to_page(text.lower()))


def may_hold_hashtags(text: str) -> bool:
    """Whether there is a sign in `text` without which it holds no hashtag."""
    return "＃" in text or ("#" in text and bool(_TAG_BEGUN.search(text)))


def may_hold_sites(text: str) -> bool:
    """Whether there is a sign in `text` without which it names no site."""
    return bool(_LAST_LABEL.search(text))


@lru_cache(maxsize=2)
def accounts(text: str) -> tuple[tuple[str, Span], ...]:
    """Each account named, as it is written there without @, and where. Several rules ask in a row."""
    named = _HANDLE.finditer(text) if "@" in text or "＠" in text else ()
    served = _ON_A_SERVER.finditer(text) if "/@" in text else ()
    pages = _pages(text) if "/" in text and _may_link_to_page(text.lower()) else ()
    return (
        *((found["name"], found.span()) for found in named),
        *pages,
        *((found["name"], found.span()) for found in served),
    )


def _pages(text: str) -> Iterator[tuple[str, Span]]:
    for found in _PAGE.finditer(text):
        before = _TO_PAGE.search(text[max(found.start() - _BEFORE_PAGE, 0) : found.start()])
        if before:
            # Only Facebook's names have points, and it reads them as if they had none.
            name = found[found.lastgroup or 0].replace(".", "")
            yield name, (found.start() - len(before[0]), found.end())


def handles(text: str) -> Iterator[tuple[str, Span]]:
    """Each account named, casefolded and without @, and where."""
    return ((name.casefold(), span) for name, span in accounts(text))


def sites(text: str) -> Iterator[tuple[str, Span]]:
    """The host of each web address, casefolded, and where; that of a mailbox is none."""
    for found in _LAST_LABEL.finditer(text):
        host = _HOST_BACKWARDS.match(text[max(found.start() - 80, 0) : found.start()][::-1])
        start = found.start() - len(host[0]) if host else found.start()
        if host and _SITE_BEGINS.match(text, start):
            yield text[start : found.end()].casefold(), (start, found.end())


def of_site(host: str, known: Collection[str]) -> bool:
    """Whether `host` is one of the sites `known` (casefolded), or a part of one: join.ndp.ca is of ndp.ca."""
    labels = host.split(".")
    return any(".".join(labels[first:]) in known for first in range(len(labels)))


def bears_site(handle: str, known: frozenset[str]) -> bool:
    """Whether an account (casefolded) is named like one of the sites `known`, without its points: @ndpca, @pcnb_ca."""
    return handle.replace("_", "") in _without_points(known)


@lru_cache(maxsize=16)
def _without_points(known: frozenset[str]) -> frozenset[str]:
    return frozenset(site.replace(".", "").replace("-", "") for site in known)


@lru_cache(maxsize=2)
def hashtags_written(text: str) -> tuple[tuple[str, Span], ...]:
    """Each hashtag, as it is written there without #, and where. Several rules ask in a row."""
    return tuple((found["name"], found.span()) for found in _TAG.finditer(text))


def hashtags(text: str) -> Iterator[tuple[str, Span]]:
    """Each hashtag, casefolded and without #, and where."""
    return ((name.casefold(), span) for name, span in hashtags_written(text))


def _may_link_to_page(lowered: str) -> bool:
    return any(map(lowered.__contains__, _SIGNS_OF_PAGES))
