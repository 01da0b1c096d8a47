"""Where a search stands in a text it found, so that the match can be marked."""

import re
from collections.abc import Sequence

from rules.folding import fold
from rules.query import Sought

_WORDS = re.compile(r"[^\W_]+")


def places(text: str, sought: Sequence[Sought]) -> list[tuple[int, int]]:
    """Where each sought text stands in `text` as whole words, accents and case aside: code points, in order.

    The last word of a prefix may go on; it is marked as far as it was typed.
    """
    folded = fold(text)
    lowered = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in folded.text)
    found: list[tuple[int, int]] = []
    for one in sought:
        words = [re.escape(word) for word in _WORDS.findall(fold(one.text).text.lower())]
        if words:
            pattern = r"\b" + r"[\W_]+".join(words) + ("" if one.prefix else r"\b")
            found += [
                (folded.origin(match.start()), folded.origin(match.end() - 1) + 1)
                for match in re.finditer(pattern, lowered)
            ]
    return sorted(found)
