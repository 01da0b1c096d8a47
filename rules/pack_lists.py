"""What one list of a pack holds: words to look for, accounts and sites."""

import re
from dataclasses import dataclass

from rules.folding import fold
from rules.phrase import Phrase

_ACCOUNT = re.compile(r"\w{2,60}")
_SITE = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}[a-z]{2,24}")


@dataclass(frozen=True, slots=True)
class Listed:
    """What one list of a pack names today: phrases, and accounts, hashtags and hosts of those it is about."""

    phrases: tuple[Phrase, ...] = ()
    handles: frozenset[str] = frozenset()
    """Accounts, folded and casefolded, without @."""
    hashtags: frozenset[str] = frozenset()
    """Hashtags, folded and casefolded, without #."""
    sites: frozenset[str] = frozenset()
    """Hosts, in small letters."""
    resting: str = ""
    """Why it holds nothing today: when its rows counted, or will; empty while one of them counts."""


def account(written: str, sign: str) -> str | None:
    """The name that `written` gives, with or without `sign`, folded and casefolded; None when it is none."""
    bare = written.removeprefix(sign)
    return fold(bare).text.casefold() if _ACCOUNT.fullmatch(bare) else None


def site(written: str) -> str | None:
    """The host that `written` gives, in small letters; None when it is none, such as a whole address or one letter."""
    host = written.lower().removeprefix("www.")
    return host if _SITE.fullmatch(host) else None
