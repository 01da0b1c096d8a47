"""Headings under which nothing but pictures stands: where those go beside the text, a heading alone would be left."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_HEADING = 3
"""Tokens of one: its opening, its words, its closing."""


def without_picture_headings(tokens: Sequence["Token"], says: Callable[["Token"], bool]) -> list["Token"]:
    """`tokens` less those headings. `says`: whether anything is left to read of a token that has words."""
    sections = list(_sections(tokens))
    kept: list[Token] = []
    for section, below in zip(sections, [*sections[1:], []], strict=True):
        bare = _only_pictures(section, says) and not _deeper(section, below)
        kept += section[_HEADING:] if bare else section
    return kept


def _sections(tokens: Sequence["Token"]) -> Iterator[list["Token"]]:
    # The first is what stands before any heading; each other one begins with its own.
    section: list[Token] = []
    for token in tokens:
        if _opens(token):
            yield section
            section = []
        section.append(token)
    yield section


def _opens(token: "Token") -> bool:
    return token.type == "heading_open" and token.level == 0


def _only_pictures(section: Sequence["Token"], says: Callable[["Token"], bool]) -> bool:
    if not section or not _opens(section[0]):
        return False
    below = [token for token in section[_HEADING:] if token.type in ("inline", "fence", "code_block", "hr")]
    return bool(below) and not any(token.type != "inline" or says(token) for token in below)


def _deeper(section: Sequence["Token"], below: Sequence["Token"]) -> bool:
    return bool(below) and below[0].tag > section[0].tag
