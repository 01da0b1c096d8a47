"""A note as MediaWiki's markup, for GCpedia and GCwiki, in which nothing that was typed is markup.

GCpedia takes raw HTML as live (`$wgRawHtml`, gctools-outilsgc/gcpedia, site configuration), so every sign
that could open a template, a link, a tag, a table or a signature is written as a character reference.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

_LIVE: Final = re.compile(r"[<>&\[\]{}|]|~~~+|''+|__|^'|'$")
# At the head of a line these are a heading, a list, a rule, a table row or preformatted text.
_LINE_HEAD: Final = re.compile(r"^[ \t=*#:;!-]", re.M)
_UNSAFE: Final = re.compile(r"[\s\[\]<>\"'{}|]")
_LINKED: Final = re.compile(r"https?://|mailto:", re.I)


def wikitext(tokens: Sequence[Token]) -> str:
    """The tokens of a note as wikitext, LF line ends. Level 1 headings become `==`: the title is the page's."""
    root = SyntaxTreeNode(tokens)
    return "\n\n".join(filter(None, (_block(node, "") for node in root.children)))


def inert(words: str) -> str:
    """`words` with every sign that could be wikitext or HTML as a character reference."""
    return _LIVE.sub(_reference, words)


def inert_lines(lines: str) -> str:
    """Whole lines as `inert` words, their first signs too."""
    return _LINE_HEAD.sub(_reference, inert(lines))


def _reference(found: re.Match[str]) -> str:
    return _references(found[0])


@lru_cache(maxsize=256)
def _references(signs: str) -> str:
    return "".join(f"&#{ord(sign)};" for sign in signs)


def _block(node: SyntaxTreeNode, bullets: str) -> str:
    write = _BLOCKS.get(node.type)
    return write(node, bullets) if write else "\n\n".join(_block(child, bullets) for child in node.children)


def _heading(node: SyntaxTreeNode, _bullets: str) -> str:
    marks = "=" * min(6, int(node.tag[1]) + 1)
    return f"{marks} {_words(node).replace(_BREAK, ' ')} {marks}"


def _paragraph(node: SyntaxTreeNode, bullets: str) -> str:
    return _words(node) if bullets else _LINE_HEAD.sub(_reference, _words(node))


def _list(node: SyntaxTreeNode, bullets: str) -> str:
    mark = bullets + ("#" if node.type == "ordered_list" else "*")
    return "\n".join(line for item in node.children for line in _item(item, mark))


def _item(item: SyntaxTreeNode, mark: str) -> Iterator[str]:
    said: list[str] = []
    nested: list[str] = []
    for child in item.children:
        (nested if child.type in {"bullet_list", "ordered_list"} else said).append(_block(child, mark))
    # A list item is one line in wikitext: what follows in it is set off by a break.
    yield f"{mark} {_BREAK.join(said)}".replace(f"{_BREAK}\n", _BREAK).rstrip()
    yield from nested


def _code_block(node: SyntaxTreeNode, _bullets: str) -> str:
    return f"<pre>\n{inert(node.content.removesuffix(chr(10)))}\n</pre>"


def _quote(node: SyntaxTreeNode, _bullets: str) -> str:
    inside = "\n\n".join(_block(child, "") for child in node.children)
    return f"<blockquote>\n{inside}\n</blockquote>"


def _table(node: SyntaxTreeNode, bullets: str) -> str:
    rows = [row for part in node.children for row in part.children]
    if bullets:
        # A list item is one line, which a table of the wiki's cannot be.
        return f"{_BREAK}\n".join(inert("| ") + inert(" | ").join(map(_words, row.children)) for row in rows)
    lines = ['{| class="wikitable"']
    for place, row in enumerate(rows):
        lines += ["|-"] * bool(place) + [_cell(cell) for cell in row.children]
    return "\n".join([*lines, "|}"])


def _cell(node: SyntaxTreeNode) -> str:
    if node.type == "th":
        return f'! scope="col" | {_words(node).replace("!!", "&#33;&#33;")}'.rstrip()
    return f"| {_words(node)}".rstrip()


def _words(node: SyntaxTreeNode) -> str:
    return "".join(_inline(child) for child in node.children)


def _inline(node: SyntaxTreeNode) -> str:
    write = _INLINES.get(node.type)
    return write(node) if write else _words(node)


def _link(node: SyntaxTreeNode) -> str:
    address, label = str(node.attrs.get("href") or ""), _words(node)
    if not _LINKED.match(address):
        return f"{label}: {inert(address)}" if address and inert(address) != label else label
    bare = _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address)
    return f"[{bare} {label}]" if label.strip() else f"[{bare}]"


_BREAK: Final = "<br />"
_BLOCKS: Final[dict[str, Callable[[SyntaxTreeNode, str], str]]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullet_list": _list,
    "ordered_list": _list,
    "fence": _code_block,
    "code_block": _code_block,
    "blockquote": _quote,
    "table": _table,
    "hr": lambda _node, _bullets: "----",
}
_INLINES: Final[dict[str, Callable[[SyntaxTreeNode], str]]] = {
    "text": lambda node: inert(node.content),
    "text_special": lambda node: inert(node.content),
    "softbreak": lambda _node: f"{_BREAK}\n",
    "hardbreak": lambda _node: f"{_BREAK}\n",
    "code_inline": lambda node: f"<code>{inert(node.content)}</code>",
    "strong": lambda node: f"'''{_words(node)}'''",
    "em": lambda node: f"''{_words(node)}''",
    "s": lambda node: f"<s>{_words(node)}</s>",
    "link": _link,
    "image": lambda node: inert("".join(child.content for child in node.children)),
}
