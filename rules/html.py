"""A note as HTML: clean, accessible, and inert whatever was typed.

The parser's own renderer writes it, from the tokens every rendering shares. Raw HTML in a note is text.
"""

import re
from collections.abc import Sequence
from html import escape
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from rules.marks import CLOSERS, WEB_ADDRESS

_ADDRESS: Final = re.compile(WEB_ADDRESS, re.I)
_PUBLIC: Final = re.compile(r"https?://", re.I)
# Line breaks stay where the writer set them.
_OPTIONS: Final = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True, "breaks": True}).options


class NoteHTML(RendererHTML):
    """The library's renderer, but a file of this computer is never named, and an address is a link."""

    def free_text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Words outside every link, in which each web address is one."""
        words, told, at = tokens[idx].content, "", 0
        for found in _ADDRESS.finditer(words):
            address = found[0].rstrip(CLOSERS)
            told += f'{escape(words[at : found.start()])}<a href="{escape(address)}">{escape(address)}</a>'
            at = found.start() + len(address)
        return told + escape(words[at:])

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The picture, with its description, where it is public; the description alone otherwise."""
        source = str(tokens[idx].attrGet("src") or "")
        if _PUBLIC.match(source):
            return super().image(tokens, idx, options, env)
        return escape(self.renderInlineAsText(tokens[idx].children, options, env))


def fragment(tokens: Sequence[Token]) -> str:
    """The tokens of a note as an HTML fragment, LF line ends, none after the last."""
    return _written(tokens).strip()


def page(tokens: Sequence[Token]) -> str:
    """The tokens of a note as the main part of a page by the Government of Canada's templates.

    Its first heading is the page's only h1; those below start at h2. Source: wet-boew/GCWeb and
    wet-boew/theme-gc-intranet, site layouts, read 2026-11-22.
    """
    titled = bool(tokens) and tokens[0].type == "heading_open"
    below = tokens[3:] if titled else tokens
    for token in tokens:
        if token.type == "table_open":
            token.attrSet("class", "table")
    levels = {int(token.tag[1]) for token in below if token.type == "heading_open"}
    for place, token in enumerate(tokens):
        if token.type in {"heading_open", "heading_close"} and not (titled and place < 3):
            token.tag = f"h{min(6, int(token.tag[1]) + (1 if 1 in levels else 0))}"
    if titled:
        tokens[0].tag = tokens[2].tag = "h1"
        tokens[0].attrs = {"property": "name", "id": "wb-cont"}
    words = _written(tokens)
    return f'<main property="mainContentOfPage" class="container">\n{words}</main>' if words else ""


def _written(tokens: Sequence[Token]) -> str:
    for token in tokens:
        if token.type == "th_open":
            token.attrSet("scope", "col")
        if token.children and "://" in token.content:
            _set_free(token.children)
    return NoteHTML().render(tokens, _OPTIONS, {})


def _set_free(tokens: Sequence[Token]) -> None:
    inside = 0
    for token in tokens:
        inside += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        if token.type == "text" and not inside:
            token.type = "free_text"
