"""How the notes of one section are laid out: joined into paragraphs, a paragraph each, or as a list.

No word is changed. Joining puts a space between two notes, and a full stop where a note ended in a word, also
where that stands in brackets or in quotation marks.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from rules.language import clear_language_of
from rules.private_spans import public
from rules.week_shape import Layout

Piece = tuple[str, int]
"""What a note gave, as it stands in the text, and the note's number."""

_LONGEST: Final = 320
"""Code points: a longer note is a paragraph of its own."""
_MOST: Final = 5
"""Most notes in a paragraph."""
_FULL: Final = 560
"""Code points: a paragraph that would be longer with the next note ends before it. About ninety words."""
_BLANK_LINE: Final = re.compile(r"\n[ \t\r]*\n")
_MARKUP: Final = re.compile(r"#{1,6}\s|[-*+>|]\s?|\d+[.)]\s|```|~~~|!\[|<|\$")
_OPEN_END: Final = re.compile(r"(?:https?://|www\.)\S*$|[#@]\S+$|\S+@\S+$|\S+\.\w{2,}/\S*$", re.I)
"""A link, a hashtag or a handle: a full stop behind it would become part of it for some reader."""

_CLOSERS: Final = " \u00a0\u202f)]}»”’\"'*_~`"
"""What may stand behind the last word of a sentence and in front of its full stop."""
_UNITS: Final = tuple("%‰°$€£¢+")
"""Signs that a sentence may end in, like a word."""


def laid_out(
    notes: Sequence[tuple[str, int, str]], layout: Layout
) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """The passages of `notes`, each with its pieces, in order.

    A note is its text, its number and a key; notes with different keys are never joined.
    """
    for _, same in groupby(notes, key=lambda note: note[2]):
        pieces = [(text, number) for text, number, _ in same]
        if layout == "prose":
            yield from _prose(pieces)
        elif layout == "lines":
            yield from ((text, ((text, number),)) for text, number in pieces)
        else:
            yield from _list(pieces)


def _list(pieces: Sequence[Piece]) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    items = [("- " + text.replace("\n", "\n  "), number) for text, number in pieces]
    # An item with a blank line in it is a passage of its own; those around it stay one list.
    for loose, same in groupby(items, key=lambda item: bool(_BLANK_LINE.search(item[0]))):
        together = tuple(same)
        if loose:
            yield from ((item[0], (item,)) for item in together)
        else:
            yield "\n".join(text for text, _ in together), together


def _prose(pieces: Sequence[Piece]) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    held: list[Piece] = []
    for text, number in pieces:
        joins = _joins(text)
        if held and (not joins or _ends(held, text)):
            yield _joined(held)
            held = []
        if joins:
            held.append((text.strip(), number))
        else:
            yield text, ((text, number),)
        if held and _OPEN_END.search(text.rstrip()):
            yield _joined(held)
            held = []
    if held:
        yield _joined(held)


def _ends(held: Sequence[Piece], text: str) -> bool:
    """Whether the paragraph ends before `text`: it is full, or the next note is in another language."""
    so_far = " ".join(one for one, _ in held)
    if len(held) == _MOST or len(so_far) + len(text) > _FULL:
        return True
    spoken, next_spoken = clear_language_of(so_far), clear_language_of(text)
    return None not in (spoken, next_spoken) and spoken != next_spoken


def _joins(text: str) -> bool:
    return (
        "\n" not in text and "\r" not in text and len(text) <= _LONGEST and not _MARKUP.match(text.lstrip())
    )


def _joined(pieces: Sequence[Piece]) -> tuple[str, tuple[Piece, ...]]:
    if len(pieces) == 1:
        return pieces[0][0], tuple(pieces)
    ended = [(_ended(text), number) for text, number in pieces[:-1]] + [pieces[-1]]
    return " ".join(text for text, _ in ended), tuple(ended)


def _ended(text: str) -> str:
    # What stands between bars is gone for readers: the words in front of it are what they see end.
    last = public(text).rstrip(_CLOSERS)[-1:]
    return text + "." if last.isalnum() or last in _UNITS else text
