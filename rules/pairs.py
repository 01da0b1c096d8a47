"""Texts in two languages: a line that holds only `[en]` or `[fr]` begins a passage in that language.

What stands before the first such line belongs to both. Each platform gets the two as its readers expect them:
one after the other, in posts of their own, in two fields, on two pages, or as a wiki's language switch.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["en", "fr"]

MARK: Final = re.compile(r"^[ \t]*\[(en|fr)\][ \t]*(?:\n|\Z)", re.M | re.I)
"""A line that begins a passage in one language, its line end included."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text in one language."""

    language: Language | None
    """None: for readers of both."""
    text: str
    """Without white space at its ends."""


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of `text` (LF line ends) in the order they stand, each language once; empty ones are left out."""
    found: dict[Language | None, list[str]] = {}
    language: Language | None = None
    at = 0
    for mark in MARK.finditer(text):
        found.setdefault(language, []).append(text[at : mark.start()].strip())
        language, at = "fr" if mark[1].lower() == "fr" else "en", mark.end()
    found.setdefault(language, []).append(text[at:].strip() if at else text)
    joined = ((spoken, "\n\n".join(filter(None, texts))) for spoken, texts in found.items())
    return tuple(Passage(spoken, words) for spoken, words in joined if words)


def is_paired(text: str) -> bool:
    """Whether any passage of `text` is marked as being in one language."""
    return bool(MARK.search(text))


def in_language(text: str, language: Language) -> str:
    """What a reader of `language` gets: what is for both and what is in it; the other language where it has none."""
    if not is_paired(text):
        return text
    parts = passages(text)
    spoken = {part.language for part in parts}
    wanted = language if language in spoken else next((one for one in spoken if one), None)
    return "\n\n".join(part.text for part in parts if part.language in (None, wanted))


def each_language(text: str) -> tuple[Passage, ...]:
    """One text for each language of `text`, what is for both at the head of each; a text without marks is one."""
    spoken = [part.language for part in passages(text) if part.language]
    if not spoken:
        return passages(text)
    return tuple(Passage(language, in_language(text, language)) for language in spoken)


def around(blocks: Sequence[str], language: Language) -> tuple[list[str], list[str], list[str]]:
    """The blocks before the passage in `language` with its mark, those of the passage, and those behind it.

    All of them are the passage where no block is the mark of that language alone.
    """
    marks = [place for place, block in enumerate(blocks) if MARK.fullmatch(block)]
    own = next((place for place in marks if f"[{language}]" == blocks[place].strip().lower()), None)
    if own is None:
        return [], list(blocks), []
    end = next((place for place in marks if place > own), len(blocks))
    return list(blocks[: own + 1]), list(blocks[own + 1 : end]), list(blocks[end:])
