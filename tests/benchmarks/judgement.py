"""How the rules judge labelled texts, and how quiet they are on published ones.

Run: python -m tests.benchmarks.judgement LABELLED.jsonl [PUBLISHED.jsonl]

LABELLED has one object a line: text, flags (the categories a careful reader must see raised, [] when
clean), hard, lang, optional (categories that are neither a hit nor a false alarm). PUBLISHED has text and
lang. Flags are warnings and stops. No sentence is printed: a rule is written from the guidelines, never
from the texts it is judged on.
"""

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from rules.finding import Finding, Level
from rules.review import review
from tui.packs import load_packs

Row = dict[str, Any]
FLAGS = (Level.WARNING, Level.STOP)


@dataclass
class Tally:
    """Texts that had to be flagged and were, those that were not, and those flagged for nothing."""

    hit: int = 0
    missed: int = 0
    false: int = 0
    clean: int = 0

    def line(self, name: str) -> str:
        """The tally as one line of a table."""
        precision = self.hit / (self.hit + self.false) if self.hit + self.false else float("nan")
        recall = self.hit / (self.hit + self.missed) if self.hit + self.missed else float("nan")
        return (
            f"{name:<14} {precision:>9.2f} {recall:>7.2f}"
            f" {self.hit:>5} of {self.hit + self.missed:<4} {self.false:>5} of {self.clean:<4}"
        )


def main(labelled: str, published: str | None = None) -> None:
    """Print the tables."""
    packs = load_packs().packs
    rows = [(row, flagged(row["text"], packs)) for row in _lines(labelled)]
    print("Flags (warning or stop)  precision recall  found     false alarms (clean texts flagged)")
    print(_whole(rows).line("any breach"))
    for name, kept in _groups():
        print(_whole((row, found) for row, found in rows if kept(row)).line(name))
    print("\nBy category: a flag of that category on a text that carries it")
    for category in sorted({flag for row, _ in rows for flag in row["flags"]}):
        print(_of(category, rows).line(category))
    if published:
        _quiet(list(_lines(published)), packs)


def flagged(text: str, packs: Any) -> tuple[Finding, ...]:
    """The warnings and stops on a text."""
    return tuple(finding for finding in review(text, packs).findings if finding.level in FLAGS)


def _groups() -> list[tuple[str, Callable[[Row], bool]]]:
    return [
        ("English", lambda row: row["lang"] == "en"),
        ("French", lambda row: row["lang"] == "fr"),
        ("hard", lambda row: bool(row["hard"])),
        ("not hard", lambda row: not row["hard"]),
    ]


def _whole(rows: Iterable[tuple[Row, tuple[Finding, ...]]]) -> Tally:
    tally = Tally()
    for row, found in rows:
        if row["flags"]:
            tally.hit += bool(found)
            tally.missed += not found
        else:
            tally.clean += 1
            tally.false += bool({finding.category for finding in found} - set(row["optional"]))
    return tally


def _of(category: str, rows: Iterable[tuple[Row, tuple[Finding, ...]]]) -> Tally:
    tally = Tally()
    for row, findings in rows:
        found = any(finding.category == category for finding in findings)
        if category in row["flags"]:
            tally.hit += found
            tally.missed += not found
        elif category not in row["optional"]:
            tally.clean += 1
            tally.false += found
    return tally


def _quiet(rows: list[Row], packs: Any) -> None:
    print("\nOn published texts, per 1,000 words")
    for language in ("en", "fr"):
        texts = [row["text"] for row in rows if row["lang"] == language]
        words = sum(len(text.split()) for text in texts)
        found = [finding for text in texts for finding in review(text, packs, asking=True).findings]
        print(f"{language}: {words:,} words", end="")
        for level in Level:
            count = sum(finding.level == level for finding in found)
            print(f"  {level.word} {count} ({1000 * count / words if words else 0:.2f})", end="")
        print()


def _lines(path: str) -> Iterable[Row]:
    with open(path, encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


if __name__ == "__main__":
    main(*sys.argv[1:3])
