"""What a rule is, once read: what to look for, what lets it pass, and what to say about it.

A rule is data from a pack. It says everything in the pack's languages and carries the examples that
prove it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rules.finding import Level, Source
from rules.phrase import Phrase
from rules.regions import Region

Language = Literal["en", "fr"]
"""The languages of the product, equals."""
Shape = Literal["words", "banner", "portion"]
"""`words`: anywhere in a sentence. `banner`: built like a marking. `portion`: built like a portion mark, `(S//NF)`."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in the languages it was written in; at least one is there."""

    en: str | None
    fr: str | None

    def said(self, language: Language) -> str:
        """The text in `language`, or in the other one where it was not written in this."""
        asked, other = (self.fr, self.en) if language == "fr" else (self.en, self.fr)
        return asked or other or ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A source with the clause that a rule rests on."""

    title: Wording
    clause: str
    url: Wording
    checked: str
    """The day the source was last read, ISO 8601."""

    def source(self, language: Language) -> Source:
        """The source as a finding shows it."""
        return Source(self.title.said(language), self.clause, self.url.said(language))


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing to look for: any of its phrases, in company where `near` is not empty."""

    finds: tuple[tuple[Phrase, Shape], ...]
    near: tuple[Phrase, ...]
    """One of these must stand in the same sentence, apart from the phrase; or beside it, see `Rule.neighbours`."""
    within: int | None
    """Most words between the phrase and its company; None: anywhere in the sentence."""
    unless: tuple[Phrase, ...]
    """Any of these in the same sentence lets it pass; or beside it, see `Rule.neighbours`."""
    identifiers: tuple[str, ...] = ()
    """Names of detectors in rules/identifiers/catalogue.py and rules/signs/catalogue.py."""
    handles: frozenset[str] = frozenset()
    """Accounts, folded and casefolded, without @."""
    hashtags: frozenset[str] = frozenset()
    """Hashtags, folded and casefolded, without #."""
    sites: frozenset[str] = frozenset()
    """Web sites, by their host: an address of one names it, and so does one of a part of it."""

    @property
    def structured(self) -> bool:
        """Whether it looks for something other than words."""
        return bool(self.identifiers or self.handles or self.hashtags or self.sites)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that proves a rule."""

    text: str
    language: Language
    path: tuple[str | int, ...] = field(default=(), compare=False)
    """Where its pack has it; empty once the pack was tried."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to the question a rule asks, in one language."""

    text: str
    language: Language


def answers_in(answers: Sequence[Answer], language: Language) -> tuple[str, ...]:
    """The texts of those in `language`, or of all where there are none in it."""
    said = tuple(answer.text for answer in answers if answer.language == language)
    return said or tuple(answer.text for answer in answers)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What every rule says, whatever it looks for: of a text, or of a whole week."""

    id: str
    title: Wording
    category: str
    level: Level
    clause: str
    """The clause of the open-working guide it serves: W1–W4, N1–N4, O1–O5."""
    sources: tuple[Citation, ...]
    """The first is the one a finding shows."""
    languages: tuple[Language, ...]
    message: Wording
    advice: Wording
    answers: tuple[Answer, ...]
    """Answers that often fit, for a person to choose from."""
    flags: Sequence[Example]
    passes: Sequence[Example]

    def answers_in(self, language: Language) -> tuple[str, ...]:
        """The answers in `language`, or in the other one where there are none in this."""
        return answers_in(self.answers, language)


@dataclass(frozen=True, slots=True)
class Rule(Spoken):
    """One rule of a pack, over a text."""

    find: tuple[Clause, ...]
    unless: tuple[Phrase, ...]
    """Any of these in the same sentence lets it pass, whatever was found; or beside it, see `neighbours`."""
    beside: tuple[Phrase, ...]
    """Any of these in the same sentence, or in the one before or after it, lets it pass."""
    unless_link: bool
    """A public link in the same sentence lets it pass: the news is out."""
    with_link: bool
    """Only a sentence with a public link is meant."""
    neighbours: bool
    """What lets it pass may stand in the sentence before or after too, and so may company with no `within`."""
    only_in: str
    """A calendar in whose periods it speaks, and only then; empty: always."""
    asleep: bool
    """It says nothing until a person wakes it in the settings."""
    skip: frozenset[Region]
    mask: bool
    """A finding shows only the length of the passage."""
    at_clearing: bool
    """Asked only while a text is being cleared, once, and not where something heavier stands in the same sentence."""
    known_misses: Sequence[Example]

    def phrases(self) -> Iterator[Phrase]:
        """Every phrase of the rule, those of its company and its exceptions included: each where it is looked for."""
        yield from self.unless
        yield from self.beside
        for clause in self.find:
            yield from (phrase for phrase, _ in clause.finds)
            yield from clause.near
            yield from clause.unless
