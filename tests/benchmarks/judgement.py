"""How rules and readers judge labelled texts, and how quiet they are on published ones.

Run: python -m tests.benchmarks.judgement LABELLED [PUBLISHED.jsonl] [none small large]

LABELLED has one object a line: text, flags (the categories a careful reader must see raised, [] when
clean), hard, lang, optional (categories that are neither a hit nor a false alarm); or it is a folder of
sheets such as tests/training/corpus/apart, where twins stand for hard. PUBLISHED has text and
lang. Flags are warnings and stops; asked is flags and questions, those asked only at clearing left out
unless a reader asks them. No sentence is printed: nothing is made to fit the texts it is judged on.
"""

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rules.finding import Finding, Level
from rules.reader.reader import joined
from rules.review import review
from tests.training.corpus import Text, read_corpus
from tui.packs import load_packs
from tui.second_reader import SecondReader

Row = dict[str, Any]
Judged = list[tuple[Row, tuple[Finding, ...]]]
READERS = ("none", "small", "large")


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


def main(labelled: str, published: str | None = None, *readers: str) -> None:
    """Print the tables, rules alone first, then with each reader."""
    packs = load_packs().packs
    for name in readers or READERS:
        reader = SecondReader(name, "en")
        print(f"\n== rules{'' if name == 'none' else f' and the {reader.name} reader'}")
        rows: Judged = [(row, _found(row["text"], packs, reader)) for row in _labelled(labelled)]
        _tables(rows)
        if published:
            _quiet(list(_lines(published)), packs, reader)


def _found(text: str, packs: Any, reader: SecondReader) -> tuple[Finding, ...]:
    return joined(review(text, packs).findings, reader.read(text))


def _tables(rows: Judged) -> None:
    for least, title in (
        (Level.WARNING, "Flags (warning or stop)"),
        (Level.QUESTION, "Asked (flags, questions)"),
    ):
        over = [(row, tuple(one for one in found if one.level >= least)) for row, found in rows]
        print(f"\n{title:<24}precision recall  found     false alarms (clean texts)")
        print(_whole(over).line("any breach"))
        for name, kept in _groups():
            print(_whole((row, found) for row, found in over if kept(row)).line(name))
        for category in sorted({flag for row, _ in over for flag in row["flags"]}):
            print(_of(category, over).line(category))


def flagged(text: str, packs: Any) -> tuple[Finding, ...]:
    """The warnings and stops of the rules on a text."""
    return tuple(finding for finding in review(text, packs).findings if finding.level >= Level.WARNING)


def _groups() -> list[tuple[str, Callable[[Row], bool]]]:
    return [
        ("English", lambda row: row["lang"] == "en"),
        ("French", lambda row: row["lang"] == "fr"),
        ("hard, or a twin", lambda row: bool(row["hard"])),
        ("others", lambda row: not row["hard"]),
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


def _quiet(rows: list[Row], packs: Any, reader: SecondReader) -> None:
    print("\nOn published texts, per 1,000 words")
    for language in ("en", "fr"):
        texts = [row["text"] for row in rows if row["lang"] == language]
        words = sum(len(text.split()) for text in texts)
        found = [finding for text in texts for finding in _found(text, packs, reader)]
        print(f"{language}: {words:,} words", end="")
        for level in Level:
            count = sum(finding.level == level for finding in found)
            print(f"  {level.word} {count} ({1000 * count / words if words else 0:.2f})", end="")
        print()


def _labelled(path: str) -> Iterable[Row]:
    folder = Path(path)
    return map(_row, read_corpus(folder)) if folder.is_dir() else _lines(path)


def _row(text: Text) -> Row:
    labels, unsure = sorted(text.labels), sorted(text.optional)
    return {"text": text.text, "flags": labels, "hard": text.twin, "lang": text.language, "optional": unsure}


def _lines(path: str) -> Iterable[Row]:
    with open(path, encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("Name the labelled texts: python -m tests.benchmarks.judgement LABELLED [PUBLISHED.jsonl]")
    main(*sys.argv[1:])
