"""Where the structured things a rule looks for stand in a text: identifiers, accounts, hashtags and sites."""

from collections.abc import Collection, Iterator
from itertools import tee

from rules.accounts import (
    bears_site,
    handles,
    hashtags,
    may_hold_handles,
    may_hold_hashtags,
    may_hold_sites,
    of_site,
    sites,
)
from rules.identifiers.catalogue import DETECTORS
from rules.identifiers.traits import worth_running
from rules.reading import Reading
from rules.regions import Span, inside
from rules.rule import Clause, Rule
from rules.signs.catalogue import SIGNS, signs_in

_ACCOUNTS, _TAGS, _SITES = "@", "#", "://"
_NAMES = {_ACCOUNTS: handles, _TAGS: hashtags, _SITES: sites}


def kinds_of(clause: Clause) -> frozenset[str]:
    """The kinds of structured things that `clause` looks for: names of detectors, `@`, `#`, `://`; none for words."""
    named = ((_ACCOUNTS, clause.handles or clause.sites), (_TAGS, clause.hashtags), (_SITES, clause.sites))
    return frozenset((*clause.identifiers, *(kind for kind, asked in named if asked)))


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
        if _SITES in asked and may_hold_sites(text):
            able.add(_SITES)
        self.kinds = frozenset(able)
        """The kinds that it could hold: see `kinds_of`."""
        self._found: dict[str, Iterator[Span]] = {}
        self._names: dict[str, list[tuple[str, Span]]] = {}

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
        if clause.handles:
            yield from (span for name, span in self._named(_ACCOUNTS) if name in clause.handles)
        if clause.hashtags:
            yield from (span for name, span in self._named(_TAGS) if name in clause.hashtags)
        if clause.sites:
            yield from (span for host, span in self._named(_SITES) if of_site(host, clause.sites))
            yield from (span for name, span in self._named(_ACCOUNTS) if bears_site(name, clause.sites))

    def _named(self, kind: str) -> list[tuple[str, Span]]:
        # What is named of `kind`, and where; looked for once.
        if kind not in self.kinds:
            return []
        if kind not in self._names:
            found = _NAMES[kind](self._folded.text)
            self._names[kind] = [(name, self._origin(span)) for name, span in found]
        return self._names[kind]

    def _origin(self, span: Span) -> Span:
        return self._folded.origin(span[0]), self._folded.origin(span[1] - 1) + 1

    def _detected(self, name: str) -> Iterator[Span]:
        # A sign is a matter of form, which folding changes: it is looked for in the text as written.
        if name in DETECTORS:
            yield from map(self._origin, DETECTORS[name](self._folded.text))
        else:
            yield from SIGNS[name](self._reading.text)
