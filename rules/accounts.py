"""Accounts and hashtags named in a text, whole: @NDP is not @ndpartners.

An account counts as named by its handle, with or without a server, and by a link to its page.
"""

import re
from collections.abc import Iterator
from typing import Final

Span = tuple[int, int]
"""Start and end in code points, end exclusive."""

_HANDLE: Final = re.compile(
    r"(?<![\w@/.])[@＠](?P<name>\w{2,30})(?:@[\w.-]{3,100}|(?:\.[\w-]{1,63}){1,4})?(?!\w)"
)
_PAGE: Final = re.compile(
    r"(?:https?://)?(?:www\.|mobile\.)?(?:x|twitter|threads|instagram|facebook|tiktok)\.(?:com|net)/@?(?P<name>\w{2,30})(?![\w-])"
    r"|(?:https?://)?bsky\.app/profile/(?P<sky>[\w-]{2,30})(?:\.[\w.-]{2,60})?",
    re.IGNORECASE,
)
_TAG: Final = re.compile(r"(?<![\w#&/])[#＃](?P<name>\w{2,60})(?!\w)")


def handles(text: str) -> Iterator[tuple[str, Span]]:
    """Each account named, casefolded and without @, and where."""
    for pattern in (_HANDLE, _PAGE):
        for found in pattern.finditer(text):
            name = found["name"] or found["sky"]
            yield name.casefold(), found.span()


def hashtags(text: str) -> Iterator[tuple[str, Span]]:
    """Each hashtag, casefolded and without #, and where."""
    return ((found["name"].casefold(), found.span()) for found in _TAG.finditer(text))
