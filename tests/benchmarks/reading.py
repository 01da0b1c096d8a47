"""What reading closely costs beside the rules: the small reader's weights, notes, long texts, in time of one core.

The texts are those of a file of {"text"} lines. Each note is new to the reader; most of its words are known to one that
has read before. The large reader is measured once, where it can run; it takes as many cores as it finds.
Run: python -m tests.benchmarks.reading TEXTS.jsonl
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean

from rules.checker import checker_of
from rules.review import review
from tests.benchmarks.checking import distinct
from tests.benchmarks.stopwatch import report
from tui.packs import load_packs
from tui.second_reader import SecondReader

NOTE, LONG, NOTES, TRIES = 3_000, 100_000, 8, 5


def main(path: str) -> None:
    """Print the table."""
    prose = "\n\n".join(json.loads(line)["text"] for line in Path(path).read_text("utf-8").splitlines())
    notes = [prose[at * len(prose) // NOTES :][:NOTE] for at in range(NOTES)]
    packs = load_packs().packs
    reader = SecondReader("small", "en")
    loading = spent(reader.reader)

    def by_rules(text: str) -> object:
        checker_of(packs).forget()
        return review(text, packs)

    rules = least(by_rules, notes)
    long = distinct(prose)[:LONG]
    rows = [
        ("the rules, a note of 3,000 code points", rules),
        ("the small reader's weights and numpy, once", loading),
        ("the small reader, the same note, first of all", fmean(map(first_of_all, notes))),
        ("the small reader, the same note, all new", least(read_anew(reader), notes)),
        ("the rules, 100,000 code points", least(by_rules, [long])),
        ("the small reader, the same", least(read_anew(reader), [long])),
    ]
    if find_spec("onnxruntime"):
        rows.append(
            ("the large reader, the same", spent(partial(read_anew(SecondReader("large", "en")), long)))
        )
    report("Reading closely (time of one core)", rows, rules)


def read_anew(reader: SecondReader) -> Callable[[str], object]:
    """Reads a text as if the reader had never seen a sentence of it."""

    def read(text: str) -> object:
        made = reader.reader()
        if made is None:
            raise SystemExit("The small reader cannot run here.")
        made.forget()
        return made.read(text)

    return read


def first_of_all(text: str) -> float:
    """Seconds of one core that a reader takes for `text` which has read nothing yet but its weights."""

    def once() -> float:
        reader = SecondReader("small", "en")
        reader.reader()
        return spent(partial(reader.read, text))

    return min(once() for _ in range(TRIES))


def least(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """The mean over `texts` of the least seconds that `work` takes for each, of some tries."""
    taken = [min(spent(partial(work, text)) for _ in range(TRIES)) for text in texts]
    return sum(taken) / len(taken)


def spent(work: Callable[[], object]) -> float:
    """Seconds of one core that `work` takes, called once."""
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("Name a file of texts: python -m tests.benchmarks.reading TEXTS.jsonl")
    main(sys.argv[1])
