"""What a platform's readers see of a note written in Markdown.

Blank lines and line breaks stay where the writer put them; only marks go. Rendering a rendered plain
text again changes nothing.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from rules.language import clear_language_of
from rules.naming import named
from rules.pairs import Language, Passage, each_language, is_paired, passages
from rules.platforms import Platform
from rules.private_spans import public
from rules.visible import visible_text

if TYPE_CHECKING:
    from markdown_it.token import Token

FIELD_BREAK: Final = "\f"
"""Stands between the texts for two fields; no text can hold one, since hidden characters are dropped."""
_INDENT: Final = re.compile(r"[ \t]*")
_MOST_MARKED: Final = 250_000
"""Code points of a source still read as Markdown; a paste beyond that is shown as typed, to stay quick."""
_MOST_MARKS: Final = 10_000
"""Signs that may be a mark, likewise: each costs the parser up to a tenth of a millisecond, words next to nothing."""
_MARK: Final = re.compile(r"[\[\]*_`~<>|\\]|^[ \t]*(?:[-+#]|\d{1,9}[.)])", re.M)
_COLON_FR: Final = "\N{NO-BREAK SPACE}:"
_OPENING: Final = re.compile(r"<(?!\s|$)")
"""What PHP's strip_tags takes for a tag; with a blank behind it the sign stays (https://www.php.net/strip_tags)."""
_BLANK_EDGES: Final = re.compile(r"\A(?:[ \t]*\n)+")


def render(markdown: str, platform: Platform) -> str:
    """`markdown` as `platform` takes it: plain text, HTML, wikitext, or the source with LF line ends.

    Private passages (rules/private_spans.py) are not in it.
    Characters that hide text or turn it round are dropped (rules/visible.py); the text is not normalised.
    Linear in the length of the source.
    """
    source = _source(markdown)
    if not is_paired(source):
        return _rendered(named(source, platform), platform)
    spoken = passages(source) if platform.pairs == "together" else each_language(source)
    texts = [(one.language, _passage(one, platform)) for one in spoken]
    return _JOINED[platform.pairs](texts)


@lru_cache(maxsize=1)
def _source(markdown: str) -> str:
    # Remembered: a text is rendered for one platform after the other.
    return visible_text(public(markdown))


def _passage(passage: Passage, platform: Platform) -> str:
    text = _rendered(named(passage.text, platform, passage.language), platform)
    if passage.language is None or platform.markup not in ("html", "page"):
        return text
    # A page may be in another language than what is around it: who reads it aloud has to know.
    if platform.markup == "page":
        return text.replace("<main ", f'<main lang="{passage.language}" ', 1)
    return f'<div lang="{passage.language}">\n{text}\n</div>'


def _rendered(source: str, platform: Platform) -> str:
    if platform.markup == "markdown":
        return _BLANK_EDGES.sub("", source).rstrip()
    if len(source) > _MOST_MARKED or next(islice(_MARK.finditer(source), _MOST_MARKS, None), None):
        return _unmarked(source, platform)
    # Imported here: the parser takes 40 ms, and counting alone never needs it.
    from rules.inline_text import PLAIN_MARKS, SLACK_MARKS
    from rules.marks import note_tokens

    if platform.markup in _PAGES:
        return _PAGES[platform.markup](source)
    marks = SLACK_MARKS if platform.markup == "slack" else PLAIN_MARKS
    lines, tokens = source.split("\n"), note_tokens(source)
    attached = platform.pictures == "beside" and "![" in source
    beside = _beside_pictures(tokens, marks) if attached else tokens
    # Where nothing but pictures is left, their descriptions are the text.
    words = _Page(lines, marks, attached).text(beside).strip() or _Page(lines, marks).text(tokens).strip()
    return _OPENING.sub("< ", words) if platform.strips_tags else words


def _beside_pictures(tokens: Sequence["Token"], marks: Mapping[str, str]) -> Sequence["Token"]:
    from rules.picture_headings import without_picture_headings

    return without_picture_headings(tokens, lambda token: bool(_words(token, marks, attached=True).strip()))


_Spoken = list[tuple[Language | None, str]]


def _switch(texts: _Spoken) -> str:
    # The Multilang extension of the GC wikis (gctools-outilsgc/gcpedia), read 2026-11-22.
    lines = [f"@{language or 'en'}|{text}" for language, text in texts]
    return "\n".join(["<multilang>", *lines, "</multilang>"])


_JOINED: Final[Mapping[str, Callable[[_Spoken], str]]] = {
    "together": lambda texts: "\n\n".join(text for _, text in texts),
    "apart": lambda texts: "\n\n---\n\n".join(text for _, text in texts),
    "fields": lambda texts: FIELD_BREAK.join(text for _, text in texts),
    "switch": _switch,
}


def _as_fragment(source: str) -> str:
    from rules.html import fragment
    from rules.marks import note_tokens

    return fragment(note_tokens(source, quotes=True))


def _as_page(source: str) -> str:
    from rules.html import page
    from rules.marks import note_tokens

    return page(note_tokens(source, quotes=True))


def _as_wikitext(source: str) -> str:
    from rules.marks import note_tokens
    from rules.wikitext import wikitext

    return wikitext(note_tokens(source, quotes=True))


_PAGES: Final[Mapping[str, Callable[[str], str]]] = {
    "html": _as_fragment,
    "page": _as_page,
    "wikitext": _as_wikitext,
}


def _unmarked(source: str, platform: Platform) -> str:
    from rules.wikitext import inert_lines

    if platform.markup == "wikitext":
        return inert_lines(source.strip())
    words = source.strip()
    if platform.markup in _PAGES:
        from html import escape

        words = escape(words)
    return _OPENING.sub("< ", words) if platform.strips_tags else words


@dataclass(slots=True)
class _Item:
    """An open list item: its marker until the first line takes it, then the same width of space."""

    marker: str
    line: int
    end: int
    """Source lines it stands on, from 0, end exclusive."""
    used: bool = False

    def prefix(self) -> str:
        marker = " " * len(self.marker) if self.used else self.marker
        self.used = True
        return marker


@dataclass(slots=True)
class _Page:
    """The lines written so far, the open list items, and where in the source the last block ended."""

    source: list[str]
    marks: Mapping[str, str]
    attached: bool = False
    """Whether pictures go beside the text."""
    lines: list[str] = field(default_factory=list)
    row: list[str] | None = None
    """The cells of the table's row that is open."""
    row_at: tuple[int, int] = (0, 0)
    """The source lines it stands on."""
    items: list[_Item] = field(default_factory=list)
    ended: int = -1

    def text(self, tokens: Sequence["Token"]) -> str:
        markers = _markers(tokens)
        for index, token in enumerate(tokens):
            start, end = token.map or (0, 0)
            if token.type == "list_item_open":
                self.items.append(_Item(markers[index], start, end))
            elif token.type == "list_item_close":
                self._close_item()
            elif token.type in {"tr_open", "tr_close"}:
                self._turn_row(token, tokens[index - 1])
            elif self.row is not None and token.type == "inline":
                self.row.append(_words(token, self.marks, attached=self.attached).strip())
            elif token.type in {"inline", "fence", "hr"}:
                words = _block_lines(token, self.source[start:end], self.marks, attached=self.attached)
                if any(words) or self.items or not self.attached:
                    self._write(words, start, end)
        return "\n".join(self.lines)

    def _turn_row(self, token: "Token", before: "Token") -> None:
        """Open a row of a table, or write it: its cells between bars."""
        if token.map is not None:
            # The row of dashes below the heads goes with them.
            self.row, self.row_at = [], (token.map[0], token.map[1] + (before.type == "thead_open"))
        elif self.row is not None:
            self._write([f"| {' | '.join(self.row)} |"], *self.row_at)
            self.row = None

    def _close_item(self) -> None:
        item = self.items[-1]
        if not item.used:
            self._write_as_typed(item)
        self.items.pop()

    def _write_as_typed(self, item: _Item) -> None:
        """An item the parser found nothing in: it is empty, or nested deeper than the parser goes."""
        typed = [line.rstrip() for line in self.source[item.line : item.end]]
        while len(typed) > 1 and not typed[-1]:
            typed.pop()
        if 0 <= self.ended < item.line:
            self.lines.append("")
        self.ended = item.line + len(typed)
        self.lines += typed
        for outer in self.items:
            outer.used = True

    def _write(self, words: Sequence[str], start: int, end: int) -> None:
        if 0 <= self.ended < start:
            self.lines.append("")
        self.ended = end
        prefix = "".join(item.prefix() for item in self.items)
        for offset, line in enumerate(words):
            typed = self.source[start + offset] if start + offset < end else ""
            self.lines.append(self._indent(prefix, typed, first=offset == 0) + line)

    def _indent(self, prefix: str, typed: str, *, first: bool) -> str:
        indent = _INDENT.match(typed)
        if first and self.items:
            return prefix
        if self.items:
            return " " * len(prefix) if indent and indent[0] else ""
        return indent[0] if indent else ""


def _words(token: "Token", marks: Mapping[str, str], *, attached: bool) -> str:
    from rules.inline_text import inline_text

    children = token.children or ()
    # Its addresses are in no language.
    said = " ".join(child.content for child in children) if "](" in token.content else ""
    colon = _COLON_FR if clear_language_of(said) == "fr" else ":"
    return inline_text(children, marks, attached=attached, colon=colon)


def _block_lines(
    token: "Token", typed: Sequence[str], marks: Mapping[str, str], *, attached: bool
) -> list[str]:
    if token.type == "fence" and "code" in marks:
        return ["```", *token.content.removesuffix("\n").split("\n"), "```"]
    if token.type == "fence":
        return token.content.removesuffix("\n").split("\n")
    if token.type == "hr" or not token.content:
        return ["".join(typed).strip()]
    return _words(token, marks, attached=attached).split("\n")


def _markers(tokens: Sequence["Token"]) -> dict[int, str]:
    """The marker of each list item, by the place of its opening token."""
    found: dict[int, str] = {}
    lists: list[list[int]] = []
    for index, token in enumerate(tokens):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            lists.append([])
        elif token.type == "list_item_open":
            lists[-1].append(index)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            places = lists.pop()
            found |= zip(places, _list_markers([tokens[place] for place in places]), strict=True)
    return found


def _list_markers(items: Sequence["Token"]) -> list[str]:
    numbers = [item.info for item in items]
    if not numbers[0]:
        # A plus is kept: in a note it may well mean plus.
        return ["+ " if item.markup == "+" else "- " for item in items]
    if len(numbers) > 1 and len(set(numbers)) == 1:
        # Every item typed with the same number is Markdown's way of asking for them to be counted.
        numbers = [str(int(numbers[0]) + place) for place in range(len(numbers))]
    return [f"{number}{item.markup} " for number, item in zip(numbers, items, strict=True)]
