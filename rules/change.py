"""The change that a finding suggests, where there is one that can be made without knowing more than the text.

Nothing is lost by it: it takes the place of a passage, or puts its sentence between bars. Offsets are code points.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from rules.finding import Finding, Level
from rules.graphemes import grapheme_ends
from rules.language import language_of
from rules.private_spans import private_spans
from rules.reading import read

Kind = Literal["apart", "calm", "plain", "words"]
"""`apart`: its sentence between bars. `calm`: fewer signs. `plain`, `words`: other words in its place."""
_KINDS: Final[Mapping[str, Kind]] = {"apart": "apart", "calm": "calm", "plain": "plain"}
_RUN: Final = re.compile(r"\S*")


@dataclass(frozen=True, slots=True)
class Change:
    """`words` in the place of the code points `start` to `end`."""

    start: int
    end: int
    words: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Changes:
    """What can be changed, by rule and by category, and plain words by language."""

    rules: Mapping[str, str | Mapping[str, str]]
    categories: Mapping[str, str]
    plain: Mapping[str, Mapping[str, str]]

    def kind(self, text: str, finding: Finding) -> Kind | None:
        """How `finding`, made of `text`, can be changed; None where it cannot."""
        found = self.rules.get(finding.rule)
        if found is None and finding.holds and finding.level > Level.NOTE:
            found = self.categories.get(finding.category)
        if found is None or finding.end <= finding.start:
            return None
        if not isinstance(found, str):
            return "words"
        kind = _KINDS[found]
        return None if kind == "plain" and self._plain(text[finding.start : finding.end]) is None else kind

    def of(self, text: str, finding: Finding) -> Change | None:
        """The change that `finding`, made of `text`, suggests; None where there is none."""
        kind, start, end = self.kind(text, finding), finding.start, finding.end
        passage = text[start:end]
        if kind is None or any(first < end and start < last for first, last in private_spans(text)):
            return None
        if kind == "apart":
            return _apart(text, start, end)
        if kind == "words":
            said = self.rules[finding.rule]
            assert not isinstance(said, str)
            return Change(start, end, said[language_of(text)], kind)
        words = _calm(passage) if kind == "calm" else self._plain(passage)
        return Change(start, end, words, kind) if words and words != passage else None

    def of_all(self, text: str, findings: Iterable[Finding]) -> tuple[Change, ...]:
        """The changes that `findings` suggest, in order; of two that touch only the first."""
        suggested = (self.of(text, finding) for finding in findings)
        ordered = sorted({one for one in suggested if one}, key=lambda one: (one.start, -one.end))
        apart: list[Change] = []
        for one in ordered:
            if not apart or one.start >= apart[-1].end:
                apart.append(one)
        return tuple(apart)

    def _plain(self, passage: str) -> str | None:
        for words in self.plain.values():
            if (plain := words.get(" ".join(passage.casefold().split()))) is not None:
                return plain[0].upper() + plain[1:] if passage[:1].isupper() else plain
        return None


def changed(text: str, changes: Iterable[Change]) -> str:
    """`text` with `changes` made; they are in order and apart."""
    for one in reversed(tuple(changes)):
        text = text[: one.start] + one.words + text[one.end :]
    return text


def parse_changes(text: str) -> Changes:
    """What a TOML text says can be changed. Raises KeyError where it names no kind of change."""
    table = tomllib.loads(text)
    for said in (*table["rule"].values(), *table["category"].values()):
        if isinstance(said, str):
            _KINDS[said]
    plain = {
        language: {known.casefold(): to for known, to in words.items()}
        for language, words in table["plain"].items()
    }
    return Changes(table["rule"], table["category"], plain)


def _apart(text: str, start: int, end: int) -> Change:
    first, last = _sentence(text, start, end)
    if any(first < after and before < last for before, after in private_spans(text)):
        first, last = start, end  # bars around bars would let out what is between them
    return Change(first, last, f"||{text[first:last]}||", "apart")


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    # As far as blanks, so that signs before its first word and behind its last one come along.
    reading = read(text)
    _, window = reading.place(start, end)
    first, last = start, end
    if window is not None:
        first = min(start, reading.tokens.starts[window[0]])
        last = max(end, reading.tokens.ends[window[1] - 1])
    while first and not text[first - 1].isspace():
        first -= 1
    found = _RUN.match(text, last)
    return first, found.end() if found else last


def _calm(passage: str) -> str:
    if any(sign.isalpha() for sign in passage):
        return passage[:1] + passage[1:].lower()
    return passage[: grapheme_ends(passage)[0]]
