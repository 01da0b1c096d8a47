"""What a check finds: where, which rule, how serious, why, and what to do instead.

Nothing here knows how a finding is shown. Offsets are code points into the text as it was
given, so `text[finding.start:finding.end]` is always the passage meant.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

Verdict = Literal["clear", "held", "stopped"]
"""`clear`: no rule matched (never "safe"). `held`: an answer or a reason is owed. `stopped`: the text has to change."""


class Level(IntEnum):
    """How much a finding holds a text, from nothing to everything."""

    NOTE = 0
    """Advice; holds nothing."""
    QUESTION = 1
    """A sensitive topic, asked once while a text is being cleared; an answer clears it."""
    WARNING = 2
    """A rule matched; cleared only with a reason, which is kept."""
    STOP = 3
    """Cannot be cleared: the text has to change."""

    @property
    def word(self) -> str:
        """The level's name as packs and JSON spell it: `note`, `question`, `warning`, `stop`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from: a document's title, the clause in it, and its public address."""

    title: str
    clause: str
    url: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One passage that one rule remarks on."""

    rule: str
    """Rule id, unique across the packs in use."""
    by: Literal["rule", "reader"]
    """Who remarked: a rule of a pack, or the second reader."""
    category: str
    """`secret`, `unannounced`, `criticism`, `vendor`, … (the public interface lists them)."""
    level: Level
    start: int
    """First code point of the passage, counted from 0 in the text as given."""
    end: int
    """One past its last code point."""
    match: str
    """The passage, masked where it could repeat a secret or an identity number."""
    message: str
    """One sentence: what reads wrong."""
    advice: str
    """One sentence: what to do instead."""
    source: Source
    answers: tuple[str, ...] = ()
    """Answers that often fit, where the finding asks a question."""
    key: str = ""
    """What a waiver is bound to: the rule, the words of the passage and those of its sentence, hashed."""
    waived: str = ""
    """The reason a person gave for these very words; with it, a question or a warning holds nothing."""
    lead: float = 0.0
    """How far past asking the second reader was, in log-odds; 0 where a rule remarked."""

    @property
    def holds(self) -> bool:
        """Whether it keeps the text from leaving; a stop does, whatever was said."""
        return self.level is Level.STOP or (self.level > Level.NOTE and not self.waived)


def verdict_of(findings: Iterable[Finding]) -> Verdict:
    """The verdict that the heaviest finding gives; notes and what was waived hold nothing."""
    heaviest = max((finding.level for finding in findings if finding.holds), default=Level.NOTE)
    if heaviest is Level.STOP:
        return "stopped"
    return "clear" if heaviest is Level.NOTE else "held"
