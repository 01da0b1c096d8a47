"""Which stretches of a text a platform counts as links: its own reading, not ours.

X links bare host names (`canada.ca`, and so `notes.md`); Mastodon only what has a scheme. Linear in
the length of the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

import regex

from rules.domains import INNER_DOT, Chain, ascii_hosts, ascii_length, chains
from rules.link_grammar import Grammar, grammar

Span = tuple[int, int]
"""Start and end in code points, end exclusive."""

_MOST_URL: Final = 4096
_MOST_SLUG: Final = 40
_MOST_KNOWN: Final = 200
"""Code points of a word whose links are remembered: a text says the same addresses again."""
_PORT: Final = regex.compile(r":[0-9]++")
_SCHEME_ROOM: Final = 16
_DEFAULT_SCHEME: Final = len("https://")


@dataclass(frozen=True, slots=True)
class _Written:
    """A link as it stands in the text, before it is known to count."""

    start: int
    host: int
    host_end: int
    end: int
    path: bool


def link_spans(text: str, rule: Literal["x", "mastodon"], endings: frozenset[str]) -> list[Span]:
    """The links that `rule` charges its fixed price for, in order, never overlapping."""
    found: list[Span] = []
    stop = 0
    while dot := INNER_DOT.search(text, stop):
        start, stop = _word(text, stop, dot.start())
        found += _word_links(text, start, stop, rule, endings)
    return found


def _word(text: str, low: int, dot: int) -> Span:
    """The stretch without a space or a line end around `dot`: no link goes beyond it."""
    start = max(text.rfind(" ", low, dot), text.rfind("\n", low, dot)) + 1 or low
    space = text.find(" ", dot)
    line = text.find("\n", dot, space if space >= 0 else len(text))
    return start, line if line >= 0 else space if space >= 0 else len(text)


def _word_links(
    text: str, start: int, stop: int, rule: Literal["x", "mastodon"], endings: frozenset[str]
) -> Iterator[Span]:
    # What stands before a link matters, so a word is read with the space before it.
    begin = max(0, start - 1)
    read = _known_links if stop - begin <= _MOST_KNOWN else _known_links.__wrapped__
    return ((begin + first, begin + last) for first, last in read(text[begin:stop], rule, endings))


@lru_cache(maxsize=4096)
def _known_links(text: str, rule: Literal["x", "mastodon"], endings: frozenset[str]) -> tuple[Span, ...]:
    return tuple(_links(text, grammar(rule), endings))


def _links(text: str, rule: Grammar, endings: frozenset[str]) -> Iterator[Span]:
    cursor = 0
    for chain in chains(text, endings):
        while cursor < chain.stop:
            opening = _scheme_start(text, chain, rule, cursor)
            host_end = chain.host_end(text, chain.start, 0) if opening >= 0 else 0
            if host_end:
                written = _Written(opening, chain.start, host_end, *_tail_end(text, host_end, rule))
                cursor = written.end
                yield from _with_scheme(text, written, rule)
                continue
            # The character before a link is part of what was read for it, so links never touch.
            begin, host_end = chain.next_host(text, cursor and cursor + 1)
            if not host_end:
                break
            written = _Written(begin, begin, host_end, *_tail_end(text, host_end, rule))
            cursor = written.end
            if rule.bare and (begin == 0 or text[begin - 1] not in "-_./"):
                yield from _without_scheme(text, written, chain)


def _scheme_start(text: str, chain: Chain, rule: Grammar, cursor: int) -> int:
    if not text.startswith("://", max(0, chain.start - 3)):
        return -1
    low = max(0, chain.start - _SCHEME_ROOM)
    found = rule.scheme.search(text, low, chain.start)
    if not found or (cursor and found.start("s") <= cursor):
        return -1
    return found.start("s")


def _tail_end(text: str, host_end: int, rule: Grammar) -> tuple[int, bool]:
    """Where port, path and query end, and whether there is a path."""
    port = _PORT.match(text, host_end)
    end = port.end() if port else host_end
    path = rule.path.match(text, end)
    if path:
        end = _trimmed(text, end + 1, path.end(), rule)
    query = rule.query.match(text, end)
    if query:
        last = query.end()
        while last > end + 1 and not rule.query_last.match(text, last - 1):
            last -= 1
        end = last if last > end + 1 else end
    return end, bool(path)


def _trimmed(text: str, start: int, end: int, rule: Grammar) -> int:
    while end > start:
        if text[end - 1] == ")":
            opening = _opening(text, end)
            if rule.group.fullmatch(text, opening, end):
                return end
            end = opening
        elif rule.path_last.match(text, end - 1):
            return end
        else:
            end -= 1
    return start


def _opening(text: str, end: int) -> int:
    depth = 0
    for at in range(end - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[at], 0)
        if depth == 0:
            return at
    return 0


def _with_scheme(text: str, link: _Written, rule: Grammar) -> Iterator[Span]:
    host, end = text[link.host : link.host_end], link.end
    encoded = ascii_length(host)
    short = rule.short.match(text, link.start, end)
    if short and len(short[1]) > _MOST_SLUG:
        return
    if short:
        end = short.end()
    # X adds the scheme a second time, Mastodon what punycode adds; both stop at 4,096.
    more = link.host - link.start if rule.bare else max(0, encoded - len(host))
    if encoded and _size(text[link.start : end], rule) + more <= _MOST_URL:
        yield link.start, end


def _without_scheme(text: str, link: _Written, chain: Chain) -> Iterator[Span]:
    size = len(text[link.start : link.end].encode("utf-16-le")) // 2
    if size + _DEFAULT_SCHEME > _MOST_URL or not ascii_length(text[link.start : link.host_end]):
        return
    hosts = ascii_hosts(text, link.start, link.host_end, chain)
    yield from hosts[:-1]
    if hosts:
        yield hosts[-1][0], link.end if link.path else hosts[-1][1]


def _size(url: str, rule: Grammar) -> int:
    return len(url.encode("utf-16-le")) // 2 if rule.bare else len(url)
