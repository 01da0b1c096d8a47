"""What the reader says of a sentence, by category: data, in both languages, with its source."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rules.finding import Source
from rules.rule import Citation, Language, Wording

PREFIX = "reader-"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one category."""

    category: str
    title: Wording
    clause: str
    """The clause of the open-working guide it serves."""
    message: Wording
    advice: Wording
    citation: Citation
    answers: Mapping[str, tuple[str, ...]]
    """Answers that often fit, by language."""

    @property
    def rule(self) -> str:
        """The id its findings carry: `reader-privacy`."""
        return f"{PREFIX}{self.category}"

    def source(self, language: Language) -> Source:
        """Where it comes from, as a finding shows it."""
        return self.citation.source(language)


def parse_remarks(text: str) -> dict[str, Remark]:
    """The remarks in `text`, TOML, by category. Raises KeyError and TOMLDecodeError: it came with Clearday."""
    table = tomllib.loads(text)
    return {
        category: _remark(category, said, table["sources"]) for category, said in table["remarks"].items()
    }


def _remark(category: str, said: Mapping[str, Any], sources: Mapping[str, Any]) -> Remark:
    name, _, clause = said["source"].partition("#")
    source = sources[name]
    citation = Citation(Wording(**source["title"]), clause, Wording(**source["url"]), str(source["checked"]))
    answers = {language: tuple(texts) for language, texts in said["answers"].items()}
    return Remark(
        category,
        Wording(**said["title"]),
        said["clause"],
        Wording(**said["message"]),
        Wording(**said["advice"]),
        citation,
        answers,
    )
