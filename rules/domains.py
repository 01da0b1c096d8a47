"""Where a host name stands in running text: dotted labels, and the last an ending that is really in use.

The rule is the one X and Mastodon share (twitter-text, read at commit 30e2430): the longest chain of
labels that ends in a known ending wins. Each run of text is walked once from the right, so a long run
of dots costs no more than any other text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

import regex

LATIN: Final = (
    r"\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263"
    r"\u0268\u026F\u0272\u0289\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF"
)
"""Accented Latin letters and combining marks, as the inside of a pattern's brackets."""

# A label may hold anything but ASCII punctuation, spaces, direction marks and three invalid characters.
_IN_CHAIN: Final = (
    r"[^!'#%&()*+,\\/:;<=>?@\[\]^{|}~$\x09-\x0D\x20\x85\xA0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F"
    r"\u205F\u3000\uFFFE\uFEFF\uFFFF\u202A-\u202E\u061C\u200E\u200F\u2066-\u2069]"
)
_CHAIN: Final = re.compile(f"{_IN_CHAIN}++")
_CHAIN_BEFORE: Final = regex.compile(f"(?r){_IN_CHAIN}*+")
INNER_DOT: Final = re.compile(r"\.(?=[A-Za-z\x80-\U0010FFFF])")
"""Most dots of a text end a sentence: only one with a letter behind it can stand before an ending."""
_FIRST: Final = re.compile(r"(?<![A-Za-z0-9@＠$#＃\uFFFE\uFEFF\uFFFF])[^_.\-]")
_ASCII_RUN: Final = re.compile(rf"[A-Za-z0-9{LATIN}\-][A-Za-z0-9{LATIN}.\-]*+")
_MOST_LABEL: Final = 63
_STOPS: Final = re.compile("[.\u3002\uff0e\uff61]")


def _end(label: tuple[int, int]) -> int:
    return label[1]


@dataclass(frozen=True, slots=True)
class Chain:
    """One run of text that could hold host names, with what is known about its labels."""

    start: int
    stop: int
    labels: tuple[tuple[int, int], ...]
    """Start and end of each label, code points."""
    reach: tuple[int, ...]
    """For each label, where the longest host name that begins with it ends; 0 for none."""
    hits: dict[int, int]
    """From the dot before a known ending to the ending's end."""
    dots: tuple[int, ...]
    """The dots of `hits`, in order."""

    def host_end(self, text: str, start: int, index: int) -> int:
        """Where the host name ends that begins at `start`, inside label `index`; 0 for none."""
        end = self.labels[index][1]
        if start >= end or text[start] in "_-" or text[end - 1] in "_-":
            return 0
        further = self.reach[index + 1] if index + 1 < len(self.labels) else 0
        if further:
            return further
        return 0 if "_" in text[start:end] else self.hits.get(end, 0)

    def next_host(self, text: str, cursor: int) -> tuple[int, int]:
        """Start and end of the first host name that may begin at `cursor` or later; (0, 0) for none."""
        first = bisect_right(self.labels, cursor, key=_end)
        for index in range(first, len(self.labels) - 1):
            begin, end = self.labels[index]
            if not (self.reach[index + 1] or end in self.hits):
                continue
            low = max(begin, cursor)
            if not self.reach[index + 1]:
                low = max(low, text.rfind("_", low, end) + 1)
            found = _FIRST.search(text, low, end)
            host_end = found and self.host_end(text, found.start(), index)
            if found and host_end:
                return self._begun(text, found.start(), index, host_end)
        return 0, 0

    def _begun(self, text: str, start: int, index: int, host_end: int) -> tuple[int, int]:
        # X would rather read a first letter beyond ASCII as what stands before the link than as part of it.
        if start == 0 and not text[0].isascii():
            later = self.host_end(text, 1, index)
            if later:
                return 1, later
        return start, host_end


def chains(text: str, endings: frozenset[str]) -> Iterator[Chain]:
    """The runs of `text` that hold at least one known ending, in order."""
    stop = 0
    while inner := INNER_DOT.search(text, stop):
        dot = inner.start()
        before, run = _CHAIN_BEFORE.match(text, stop, dot), _CHAIN.match(text, dot)
        start, stop = before.start() if before else dot, run.end() if run else dot
        hits = _hits(text, start, stop, endings)
        if hits:
            labels = _labels(text, start, stop)
            yield Chain(start, stop, labels, _reach(text, labels, hits), hits, tuple(hits))


def ascii_hosts(text: str, start: int, end: int, chain: Chain) -> list[tuple[int, int]]:
    """The Latin host names inside a host name written without a scheme: the only ones X links."""
    found: list[tuple[int, int]] = []
    dots = list(islice(chain.dots, bisect_right(chain.dots, start), bisect_right(chain.dots, end)))
    for run in _ASCII_RUN.finditer(text, start, end):
        begin = max(run.start(), found[-1][1]) if found else run.start()
        last = bisect_right(dots, run.end() - 1) - 1
        if last >= 0 and dots[last] > begin:
            found.append((begin, chain.hits[dots[last]]))
    return found


@lru_cache(maxsize=1024)
def ascii_length(host: str) -> int:
    """Length of a host name once its labels are in ASCII (punycode); 0 where a label passes 63."""
    if host[:4] == "xn--" and not host.isascii():
        return 0
    total = host.count(".")
    for label in host.split("."):
        size = _label_length(label)
        if not 0 < size <= _MOST_LABEL:
            return 0
        total += size
    return total


def _label_length(label: str) -> int:
    if label.isascii() or len(label) > _MOST_LABEL:
        return len(label)
    pieces = _STOPS.split(label)
    return len(pieces) - 1 + sum(_punycode_length(piece) for piece in pieces)


def _punycode_length(piece: str) -> int:
    return len(piece) if piece.isascii() else len(piece.encode("punycode")) + 4


@lru_cache(maxsize=8)
def _foreign(endings: frozenset[str]) -> re.Pattern[str]:
    names = sorted((name for name in endings if not name.isascii()), key=len, reverse=True)
    return re.compile(rf"\.(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?![0-9A-Za-z@+\-])", re.I)


_ASCII_ENDING: Final = re.compile(r"\.(?:(xn--[0-9A-Za-z\-]+)|([A-Za-z]{2,}+)(?![0-9@+\-]))", re.I)
"""No ending has one letter (https://data.iana.org/TLD/tlds-alpha-by-domain.txt)."""


def _hits(text: str, start: int, stop: int, endings: frozenset[str]) -> dict[int, int]:
    beyond = stop + 1  # what comes right after the run says whether an ending ends there
    found = {
        plain.start(): plain.end()
        for plain in _ASCII_ENDING.finditer(text, start, beyond)
        if plain[1] or plain[2].lower() in endings
    }
    if text.isascii():
        return found
    for other in _foreign(endings).finditer(text, start, beyond):
        found.setdefault(other.start(), other.end())
    return dict(sorted(found.items()))


def _labels(text: str, start: int, stop: int) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for label in text[start:stop].split("."):
        found.append((start, start + len(label)))
        start += len(label) + 1
    return tuple(found)


def _reach(text: str, labels: tuple[tuple[int, int], ...], hits: dict[int, int]) -> tuple[int, ...]:
    reach = [0] * len(labels)
    for index in range(len(labels) - 2, -1, -1):
        start, end = labels[index]
        if start == end or text[start] in "_-" or text[end - 1] in "_-":
            continue
        reach[index] = reach[index + 1] or (0 if "_" in text[start:end] else hits.get(end, 0))
    return tuple(reach)
