"""Where the structured things a rule looks for stand in a text: identifiers, accounts and hashtags."""

from collections.abc import Iterator

from rules.accounts import handles, hashtags
from rules.folding import Folded
from rules.identifiers.catalogue import DETECTORS
from rules.regions import Span, inside, region_spans
from rules.rule import Clause, Rule


class Structures:
    """What one text holds of each kind, looked for once however many rules ask."""

    def __init__(self, text: str, folded: Folded) -> None:
        self._text = text
        self._folded = folded
        self._found: dict[str, list[Span]] = {}
        self._accounts: list[tuple[str, Span]] | None = None
        self._tags: list[tuple[str, Span]] | None = None

    def spans(self, rule: Rule, clause: Clause) -> Iterator[Span]:
        """The spans of `clause`, in code points, outside what `rule` skips."""
        skipped = [region_spans(self._text, region) for region in rule.skip]
        for start, end in self._all(clause):
            span = self._folded.origin(start), self._folded.origin(end - 1) + 1
            if not any(inside(span[0], spans) for spans in skipped):
                yield span

    def _all(self, clause: Clause) -> Iterator[Span]:
        for name in clause.identifiers:
            if name not in self._found:
                self._found[name] = list(DETECTORS[name](self._folded.text))
            yield from self._found[name]
        if clause.handles:
            if self._accounts is None:
                self._accounts = list(handles(self._folded.text))
            yield from (span for name, span in self._accounts if name in clause.handles)
        if clause.hashtags:
            if self._tags is None:
                self._tags = list(hashtags(self._folded.text))
            yield from (span for name, span in self._tags if name in clause.hashtags)
