"""What one list of a pack holds: words to look for, and accounts."""

import re
from dataclasses import dataclass

from rules.folding import fold
from rules.phrase import Phrase

_ACCOUNT = re.compile(r"\w{2,60}")


@dataclass(frozen=True, slots=True)
class Listed:
    """One list."""

    phrases: tuple[Phrase, ...] = ()
    handles: frozenset[str] = frozenset()
    """Accounts, folded and casefolded, without @."""
    hashtags: frozenset[str] = frozenset()
    """Hashtags, folded and casefolded, without #."""


def account(written: str, sign: str) -> str | None:
    """The name that `written` gives, with or without `sign`, folded and casefolded; None when it is none."""
    bare = written.removeprefix(sign)
    return fold(bare).text.casefold() if _ACCOUNT.fullmatch(bare) else None
