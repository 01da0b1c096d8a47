"""Where the structured things a rule looks for stand in a text: identifiers, accounts and hashtags."""

from collections.abc import Collection, Iterator
from itertools import tee

from rules.accounts import handles, hashtags, may_hold_handles, may_hold_hashtags
from rules.identifiers.catalogue import DETECTORS
from rules.identifiers.traits import worth_running
from rules.reading import Reading
from rules.regions import Span, inside
from rules.rule import Clause, Rule
from rules.signs.catalogue import SIGNS, signs_in

_ACCOUNTS, _TAGS = "@", "#"


def kinds_of(clause: Clause) -> frozenset[str]:
    """The kinds of structured things that `clause` looks for: names of detectors, `@` and `#`; none for mere words."""
    accounts = (_ACCOUNTS,) if clause.handles else ()
    return frozenset((*clause.identifiers, *accounts, *((_TAGS,) if clause.hashtags else ())))


class Structures:
    """What one text holds of each kind, looked for once however many rules ask."""

    def __init__(self, reading: Reading, asked: Collection[str]) -> None:
        """`asked`: the kinds that anybody will ask for."""
        self._reading = reading
        self._folded = reading.folded
        text = reading.folded.text
        able = worth_running(text, reading.tokens.words, DETECTORS) | signs_in(reading.text, asked)
        if may_hold_handles(text):
            able.add(_ACCOUNTS)
        if may_hold_hashtags(text):
            able.add(_TAGS)
        self.kinds = frozenset(able)
        """The kinds that it could hold: see `kinds_of`."""
        self._found: dict[str, Iterator[Span]] = {}
        self._accounts: list[tuple[str, Span]] | None = None
        self._tags: list[tuple[str, Span]] | None = None

    def spans(self, rule: Rule, clause: Clause) -> Iterator[Span]:
        """The spans of `clause`, in code points of the text as written, outside what `rule` skips."""
        for span in self._all(clause):
            if not any(inside(span[0], self._reading.regions(region)) for region in rule.skip):
                yield span

    def _all(self, clause: Clause) -> Iterator[Span]:
        for name in clause.identifiers:
            if name in self.kinds:
                # Looked for only as far as the rules that ask want to know.
                self._found[name], spans = tee(self._found.get(name) or self._detected(name))
                yield from spans
        if clause.handles and _ACCOUNTS in self.kinds:
            if self._accounts is None:
                self._accounts = list(self._named(handles(self._folded.text)))
            yield from (span for name, span in self._accounts if name in clause.handles)
        if clause.hashtags and _TAGS in self.kinds:
            if self._tags is None:
                self._tags = list(self._named(hashtags(self._folded.text)))
            yield from (span for name, span in self._tags if name in clause.hashtags)

    def _named(self, found: Iterator[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
        for name, (start, end) in found:
            yield name, (self._folded.origin(start), self._folded.origin(end - 1) + 1)

    def _detected(self, name: str) -> Iterator[Span]:
        # A sign is a matter of form, which folding changes: it is looked for in the text as written.
        if name in DETECTORS:
            for start, end in DETECTORS[name](self._folded.text):
                yield self._folded.origin(start), self._folded.origin(end - 1) + 1
        else:
            yield from SIGNS[name](self._reading.text)
