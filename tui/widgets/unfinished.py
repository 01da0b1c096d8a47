"""The sentence that somebody is in the middle of: nothing is said of it before it ends, or they pause."""

import re
from typing import Final

_END: Final = r"[.!?…](?:\s?[\"'»”’)\]])*"
_ENDS: Final = re.compile(rf"{_END}\s+")
_ENDED: Final = re.compile(rf"{_END}\s*\Z")


def unfinished_from(text: str, place: int) -> int:
    """Where the sentence begins that is being written at `place`, both in code points; `text`'s length for none.

    One is being written while the cursor stands behind its last word, and it has no end.
    """
    begins = text.rfind("\n", 0, place) + 1
    ends = text.find("\n", place)
    written, behind = text[begins:place], text[place : len(text) if ends < 0 else ends]
    if behind.strip() or not written.strip() or _ENDED.search(written):
        return len(text)
    before = [end.end() for end in _ENDS.finditer(written)]
    return begins + (before[-1] if before else 0)
