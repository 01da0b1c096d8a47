"""Where a line may break on a screen: never before a sign that French sets apart from its word, nor within a figure,
nor between a key and what it does, where several stand apart by points (`r give a reason · c clear`).

Rich and Textual break at every blank, a no-break one too, so that a line could begin with a colon or end with «.
What they take for a word is replaced here, once, for whatever is drawn or written in; no text is changed.
"""

import re
from typing import Final

from rich import _wrap as lines
from textual import _wrap as editors

_BLANK: Final = "[ \u00a0\u202f]"
_SIGNS: Final = r"[:;!?%»]+[.,…)]*(?:\s|$)"
_LISTED: Final = r"(?:(?<=· )\S{1,9} (?=\S))?"
_WORD: Final = rf"{_LISTED}\S+(?:(?:{_BLANK}(?={_SIGNS})|(?<=«){_BLANK}|[\u00a0\u202f])\S+)*"


def keep_signs_with_their_words() -> None:
    """From now on no line begins with a sign that stands behind a blank, or ends with a key."""
    lines.re_word = re.compile(rf"\s*{_WORD}\s*")
    editors.re_chunk = re.compile(rf"{_WORD}\s*|\s+")
