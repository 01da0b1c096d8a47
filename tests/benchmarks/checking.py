"""What reading a text against the packs costs: loading them, a note, a megabyte, and proselint on the same.

The texts are those of a file of {"text"} lines. proselint is measured beside them where it is there; else that is said.
Run: python -m tests.benchmarks.checking PUBLISHED.jsonl
"""

import json
import sys
from collections.abc import Callable
from importlib import import_module
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from rules.checker import Checker, checker_of
from rules.pack import RulePack
from rules.review import review
from tests.benchmarks.stopwatch import report, seconds
from tui.packs import MADE, load_packs

MEGABYTE = 1_000_000
HOSTILE = {
    "numbers, each a paragraph": "1\n\n",
    "numbers, each a sentence": "1. ",
    "SECRET again and again": "SECRET ",
    "links": "https://www.canada.ca/en/a.html ",
    "handles": "@Ndp ",
    "hashtags": "#open ",
    "a word many phrases begin with": "service ",
}
"""What costs most for its length, of some 180 signs and words that were tried again and again."""


def main(path: str) -> None:
    """Print the table."""
    lines = Path(path).read_text("utf-8").splitlines()
    prose = "\n\n".join(json.loads(line)["text"] for line in lines)
    large = distinct(prose)
    packs = load_packs().packs

    def anew(text: str) -> object:
        checker_of(packs).forget()
        return review(text, packs)

    note = seconds(lambda: anew(prose[:3000]))
    review(large, packs)
    rows = [
        ("packs from their files", seconds(packs_from_files)),
        ("packs that were read before, ready", kept_packs()),
        ("a note of 3,000 code points", note),
        ("100,000 code points", seconds(lambda: anew(large[:100_000]), 3)),
        ("1,000,000 code points", seconds(lambda: anew(large), 3)),
        ("the same, one paragraph edited", edited(large, packs)),
    ]
    check = proselint()
    if check:
        rows.append(("proselint, 100,000 code points", seconds(lambda: check(large[:100_000]), 1)))
    report("Checking (wall time, warm)", rows, note)
    if not check:
        print("  proselint is not installed and was not measured")
    hostile(packs, large)


def hostile(packs: tuple[RulePack, ...], prose: str) -> None:
    """Print what 200,000 code points of each hostile text cost, and beside it what they cost of `prose`."""

    def cost(text: str) -> float:
        checker_of(packs).forget()
        start = process_time()
        review(text, packs, asking=True)
        return process_time() - start

    floor = min(cost(prose[:200_000]) for _ in range(3))
    examples = " ".join(one.text for pack in packs for rule in pack.rules for one in rule.flags)
    units = {"prose": prose, "what the rules flag, all in one paragraph": f"{examples} ", **HOSTILE}
    texts = [(name, (unit * (200_000 // len(unit) + 1))[:200_000]) for name, unit in units.items()]
    report("Clearing hostile texts (CPU time)", [(name, cost(text)) for name, text in texts], floor)


def packs_from_files() -> object:
    """The packs read from their files, whatever this process has made already."""
    MADE.clear()
    return load_packs()


def kept_packs() -> float:
    """Median seconds until packs that were read before, by another process, are ready for a first text."""
    with TemporaryDirectory() as folder:

        def ready() -> object:
            MADE.clear()  # what this very process has made already
            return Checker(load_packs(keep_in=folder).packs)

        return seconds(ready)


def distinct(prose: str) -> str:
    """A megabyte in which no paragraph stands twice: `prose` again and again, another word after each time."""
    paragraphs = prose.split("\n\n")
    times = MEGABYTE // len(prose) + 2
    numbered = (f"{paragraph} {chr(97 + time)}x." for time in range(times) for paragraph in paragraphs)
    return "\n\n".join(numbered)[:MEGABYTE]


def edited(text: str, packs: tuple[RulePack, ...]) -> float:
    """Median seconds to review `text`, which was reviewed already, each time with another word in its middle."""
    middle = text.index("\n\n", len(text) // 2) + 2
    words = count()
    review(text, packs)
    return seconds(lambda: review(f"{text[:middle]}word{next(words)} {text[middle:]}", packs))


def proselint() -> Callable[[str], object] | None:
    """proselint's own check; None when it is not here."""
    try:
        checks, registry, tools = map(
            import_module, ("proselint.checks", "proselint.registry", "proselint.tools")
        )
    except ImportError:
        return None
    registry.CheckRegistry().register_many(checks.__register__)
    return lambda text: tools.LintFile("text", text).lint()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("Name a file of published notes: python -m tests.benchmarks.checking NOTES.jsonl")
    main(sys.argv[1])
