"""What the rules find in the project's own texts (tests/training/corpus), by category and language.

Run: python -m tests.benchmarks.own_texts [missed|false [CATEGORY [en|fr|mixed]]]

Alone it prints a table: of the breaches of each category, how many a warning or a stop of that category meets,
and how many clean texts one meets. `missed` lists the breaches that no rule meets, `false` what is met for
nothing, with the rules that do.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rules.calendar import as_of
from rules.checker import checker_of
from rules.finding import Level
from rules.pack import RulePack
from rules.pack_text import parse_pack
from rules.rule import Rule
from tests.benchmarks.judgement import Tally
from tests.training.corpus import CATEGORIES, Text, read_corpus

RULES = Path(__file__).parents[2] / "rules" / "packs"
VOICES = Path(__file__).parents[1] / "training" / "corpus" / "voices"
LANGUAGES = ("en", "fr", "mixed")


@dataclass(frozen=True)
class Read:
    """One text, and the rules whose warnings and stops it meets."""

    text: Text
    rules: tuple[Rule, ...]

    @property
    def categories(self) -> set[str]:
        """The categories of those rules that are not open between the two readers of the corpus."""
        return {rule.category for rule in self.rules} - self.text.optional


def read_all() -> list[Read]:
    """The whole corpus, read with every shipped pack that is not of another country."""
    paths = (*RULES.glob("*.toml"), *RULES.glob("ca/*.toml"))
    checker = checker_of(as_of([_pack_at(path) for path in paths], date.min))
    return [
        Read(
            text,
            tuple(
                met.rule for met in checker.met(text.text, asking=False) if met.rule.level >= Level.WARNING
            ),
        )
        for text in read_corpus(VOICES)
    ]


def tally(read: list[Read], category: str, language: str) -> Tally:
    """How the rules of `category` do on the texts in `language`; any breach when `category` is empty."""
    found = Tally()
    for one in read:
        if one.text.language != language:
            continue
        met = category in one.categories if category else bool(one.categories)
        if category in one.text.labels if category else one.text.labels:
            found.hit += met
            found.missed += not met
        else:
            found.clean += 1
            found.false += met
    return found


def told(read: list[Read], which: str, category: str = "", language: str = "") -> Iterator[str]:
    """The texts that are `missed` or met for nothing (`false`), a line each."""
    for one in read:
        if language not in ("", one.text.language):
            continue
        labels = set(one.text.labels)
        if which == "missed" and labels and not one.rules and category in ("", *labels):
            yield f"{'+'.join(sorted(labels))} | {one.text.text}"
        elif which == "false" and not labels and one.categories and category in ("", *one.categories):
            yield f"{' '.join(rule.id for rule in one.rules)} | {one.text.text}"
        elif which == "other" and labels and category in one.categories - labels:
            yield f"{'+'.join(sorted(labels))} {' '.join(rule.id for rule in one.rules)} | {one.text.text}"


def main(which: str = "", category: str = "", language: str = "") -> None:
    """Print the table, or the texts asked for."""
    read = read_all()
    if which:
        print(*told(read, which, category, language), sep="\n")
        return
    for spoken in LANGUAGES:
        print(f"\n{spoken:<14} precision  recall  found     false alarms (other texts)")
        print(tally(read, "", spoken).line("any breach"))
        for name in CATEGORIES:
            print(tally(read, name, spoken).line(name))


def _pack_at(path: Path) -> RulePack:
    sheets = {sheet.name: sheet.read_text("utf-8") for sheet in path.parent.glob("*.csv")}
    return parse_pack(path.read_text("utf-8"), path.name, sheets)


if __name__ == "__main__":
    main(*sys.argv[1:])
