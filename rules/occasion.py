"""What a note that passes something on, or calls for expertise, owes its readers; and the note with it.

A person's words stay as they are. What is known beside them, such as a credit, stands behind them when they go
out, unless they say it already.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final, Literal

from rules.pairs import MARK, Language
from rules.people import people

Lack = Literal["credit", "link", "until", "where"]
"""Whose it is; where it is; by when to answer; where to answer."""

_LINK: Final = re.compile(
    r"https?://\S|(?<![\w.])www\.\w|(?<![\w@./-])\w[\w-]*(?:\.[\w-]+)*\.[a-z]{2,}/\S", re.I
)
_MAIL: Final = re.compile(r"[\w.+-]+@\w[\w-]*\.\w")
_VIA: Final = re.compile(r"(?<!\w)(?:via|by|from|par|de la part|d’après|d'après|h/t|credit)(?!\w)", re.I)
_WHEN: Final = re.compile(
    r"(?<!\w)(?:by|before|until|till|deadline|d['’]ici|avant|jusqu['’]\w+|échéance)(?!\w)", re.I
)
_REPLY_TAGS: Final = frozenset(("reply", "réponse", "reponse"))
_REPLY_HEAD: Final = re.compile(r"\s*(?:>|@[\w\[])")
_HELD_LINE: Final = re.compile(r"[ \t]*(?:[-*+>|#`~]|\d+[.)]\s)|\t| {4}")
"""A line that would take the next one into its list, table, quotation or block of code."""


def lacking(kind: str, text: str, *, who: str = "", until: str = "") -> tuple[Lack, ...]:
    """What readers of `text` are not told, though a note of this kind owes it to them.

    `who` and `until` are what is known beside the text; they count where they stand in it.
    """
    if kind == "passing-on":
        named = says(text, who) or bool(people(text)) or bool(_VIA.search(text))
        return _missing(credit=named, link=bool(_LINK.search(text)))
    if kind == "call":
        where = bool(_LINK.search(text) or _MAIL.search(text) or people(text))
        return _missing(until=says(text, until) or bool(_WHEN.search(text)), where=where)
    return ()


def called_a_reply(text: str, tags: Iterable[str]) -> bool:
    """Whether a tag alone says that `text` answers, and it has what a reply has beside it or free of charge.

    That is the question in a quoted first line, or names at its head. `tags` are without `#`.
    """
    return bool(_REPLY_TAGS & {tag.casefold() for tag in tags}) and bool(_REPLY_HEAD.match(text))


def _missing(**there: bool) -> tuple[Lack, ...]:
    known: tuple[Lack, ...] = ("credit", "link", "until", "where")
    return tuple(lack for lack in known if there.get(lack) is False)


def says(text: str, words: str) -> bool:
    """Whether `text` holds `words`, whatever their case; no words are said nowhere."""
    return bool(words) and words.casefold() in text.casefold()


def with_line(text: str, line: Callable[[str, Language | None], str]) -> str:
    """`text` with a line behind it, or behind its passage in each language.

    `line` makes it for a passage and its language, None where the text is not marked; empty for none.
    """
    last = {mark[1].lower(): mark for mark in MARK.finditer(text)}
    marks = sorted(last.values(), key=lambda mark: mark.start())
    if not marks:
        return _ended(text, line(text, None))
    begins = [mark.start() for mark in MARK.finditer(text)]
    told = text[: marks[0].start()]
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        stop = following.start() if following else len(text)
        end = next((begin for begin in begins if mark.start() < begin < stop), stop)
        spoken: Language = "fr" if mark[1].lower() == "fr" else "en"
        body = text[mark.end() : end]
        told += mark[0] + _ended(body, line(body, spoken)) + "\n" * (end < len(text)) + text[end:stop]
    return told


def _ended(text: str, line: str) -> str:
    if not line:
        return text
    body = text.rstrip()
    held = _HELD_LINE.match(body.rpartition("\n")[2])
    return f"{body}{chr(10) * (2 if held else 1) if body else ''}{line}"
