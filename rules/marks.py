"""Which Markdown counts as Markdown in a note: only what nobody types by accident.

A note is plain text first. So quotes, indented code, HTML, entities and reference definitions stay as
typed; a star or underscore inside a link, a handle, a hashtag or a word is a letter; a backslash
before a backslash or a letter is a backslash.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, strikethrough
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from rules.tables import table

_AS_TYPED: Final = ("blockquote", "code", "html_block", "lheading", "reference", "entity", "html_inline")
MOST_BRACKETS: Final = 5_000
_ADDRESS: Final = re.compile(r"(?!javascript:|vbscript:|data:|file:)(?:[a-z][a-z0-9+.\-]*:\S|\S*[./#])", re.I)
_SCHEME: Final = re.compile(r"\s*[a-z][a-z0-9+.\-\s]*:", re.I)
_UNESCAPED: Final = frozenset("*_#[]()<>`~-+.!")
_TAIL: Final = r"(?:[^\s<>()\[\]*]|\([^\s<>()\[\]*]*+\))"
WEB_ADDRESS: Final = rf"https?://{_TAIL}++"
"""A web address in running text; what CLOSERS hold at its end belongs to the sentence."""
_LITERAL: Final = re.compile(
    rf"{WEB_ADDRESS}|www\.{_TAIL}++"
    rf"|(?<![\w@#.\-])(?:\w[\w\-]*+\.)++\w{{2,}}/{_TAIL}*+"
    r"|(?<![\w@#])[@#]\w[\w]*+(?:[.\-]\w++)*+(?:@\w++(?:[.\-]\w++)*+)?"
    r"|(?<!\w)__\w++(?=\.\w)",
    re.I,
)
CLOSERS: Final = "_.,;:!?\"'»”’"


class NoteReader(MarkdownIt):
    """A Markdown parser whose links keep their address as typed."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 (the library's name)
        """Whether `url` looks like an address at all, and not like a script.

        A name with blanks is one: it stands between angle brackets, which nobody types by accident.
        """
        return not url or bool(_ADDRESS.match(url)) or (" " in url and not _SCHEME.match(url))

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """`url` as typed: readers should see é, not %C3%A9."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """`link` as typed."""
        return link


def note_tokens(source: str, *, quotes: bool = False) -> list[Token]:
    """The block tokens of a note; source lines are counted from 0 in `source`.

    `quotes`: lines that begin with > are read as a quotation, for a target that can show one.
    """
    return _reader(source.count("[") <= MOST_BRACKETS, quotes).parse(source)


@lru_cache(maxsize=4)
def _reader(with_links: bool, quotes: bool) -> NoteReader:
    reader = NoteReader("commonmark", {"html": False})
    reader.disable(list(_AS_TYPED))
    if quotes:
        reader.enable("blockquote")
    if not with_links:
        # Thousands of brackets are no note, and each is looked up to the end of its paragraph.
        reader.disable(["link", "image"])
    reader.enable(["table", "strikethrough"])
    reader.block.ruler.at("table", table, {"alt": ["paragraph", "reference"]})
    reader.inline.ruler.at("emphasis", _emphasis)
    reader.inline.ruler.at("strikethrough", _strike)
    reader.inline.ruler.at("escape", _escape)
    return reader


def _emphasis(state: StateInline, silent: bool) -> bool:
    marker = state.src[state.pos]
    if silent or marker not in "_*":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    if _is_letter(state, scanned.length):
        state.pending += marker * scanned.length
        state.pos += scanned.length
        return True
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        last = len(state.tokens) - 1
        state.delimiters.append(
            Delimiter(ord(marker), scanned.length, last, -1, scanned.can_open, scanned.can_close)
        )
    state.pos += scanned.length
    return True


def _strike(state: StateInline, silent: bool) -> bool:
    if not silent and state.src[state.pos] == "~":
        length = state.scanDelims(state.pos, True).length
        if _is_letter(state, length):
            state.pending += "~" * length
            state.pos += length
            return True
    return bool(strikethrough.tokenize(state, silent))


def _is_letter(state: StateInline, length: int) -> bool:
    start, stop = state.pos, state.pos + length
    before, after = state.src[start - 1 : start], state.src[stop : stop + 1]
    if before.isalnum() and after.isalnum() and (length == 1 or (before.isdigit() and after.isdigit())):
        return True
    kept: dict[str, list[int]] = state.env.setdefault("literal", {})
    if state.src not in kept:
        kept[state.src] = _literal_edges(state.src)
    # Edges come in pairs, so an odd count before a place means it lies inside one.
    return bisect_right(kept[state.src], start) % 2 == 1


def _literal_edges(text: str) -> list[int]:
    edges: list[int] = []
    for found in _LITERAL.finditer(text):
        end = found.end()
        if text[found.start() - 1 : found.start()] in ("_", "*") or text[found.start()] not in "@#_":
            end = found.start() + len(found[0].rstrip(CLOSERS))
        edges += [found.start(), max(end, found.start())]
    return edges


def _escape(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "\\" or state.pos + 1 >= state.posMax:
        return False
    escaped = state.src[state.pos + 1]
    if escaped not in _UNESCAPED:
        return False
    if not silent:
        state.push("text_special", "", 0).content = escaped
    state.pos += 2
    return True
