"""How a marking is told from a word: by the signs around it.

`SECRET` in capitals inside a sentence is emphasis. Alone on its line, before `//`, or before a hyphen
and more capitals, it is a banner; `S//NF` is the mark of a portion, and so is `(CUI)` where a line begins.
"""

import re

from rules.regions import Span
from rules.rule import Shape
from rules.tokens import Tokens

_AROUND = 40
"""Most signs a line may hold beside a banner, in code points."""
_ORNAMENT = frozenset(" \t[](){}<>*_#=~-–—/|:.\"'“”«»\u00a0\u202f\ufeff\u200b\u2060\u200c\u200d\u200e\u200f")
_THEN_SLASHES = re.compile(r"[ \t\u00a0]{0,4}//")
_THEN_CAPITALS = re.compile(r"[ \t\u00a0]{0,4}[-–—‑][ \t\u00a0]{0,4}[^\W\d_]{3}")
_THEN_WORDS = re.compile(r"\)[ \t\u00a0]{1,4}\S")
_THEN_A_PORTION = re.compile(r"//(?=[^\W\d_])")


def shaped(shape: Shape, text: str, tokens: Tokens, words: Span) -> bool:
    """Whether the matched `words` (word numbers) stand in `text` the way `shape` asks."""
    if shape == "words":
        return True
    end = tokens.ends[words[1] - 1]
    if shape == "portion":
        apart = bool(_THEN_A_PORTION.match(text, end)) and _capitals(tokens, words[1])
        return apart or _opens_line(text, tokens.starts[words[0]], end)
    if _THEN_SLASHES.match(text, end):
        return True
    if _THEN_CAPITALS.match(text, end) and _capitals(tokens, words[1]):
        return True
    return _alone(text, tokens.starts[words[0]], end)


def _capitals(tokens: Tokens, word: int) -> bool:
    return word < len(tokens.cased) and tokens.cased[word].isupper()


def _opens_line(text: str, start: int, end: int) -> bool:
    # In brackets at the head of what it marks. Of one letter or two it could be anything: (C), (S).
    if end - start < 3 or text[start - 1 : start] != "(" or not _THEN_WORDS.match(text, end):
        return False
    left = re.split(r"[\r\n]", text[max(0, start - _AROUND) : start])[-1]
    return len(left) < _AROUND and _ORNAMENT.issuperset(left)


def _alone(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    left = before.replace("\r", "\n").rpartition("\n")[2]
    right = after.replace("\r", "\n").partition("\n")[0]
    whole = len(left) < _AROUND and len(right) < _AROUND
    return whole and _ORNAMENT.issuperset(left) and _ORNAMENT.issuperset(right)
