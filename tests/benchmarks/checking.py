"""What reading a text against the packs costs: loading them, a note, a megabyte, and proselint on the same.

The texts are those of a file of {"text"} lines. proselint (its Python package) is measured if it is installed.
Run: python -m tests.benchmarks.checking PUBLISHED.jsonl
"""

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from rules.review import review
from tests.benchmarks.stopwatch import report, seconds
from tui.packs import load_packs

MEGABYTE = 1_000_000


def main(path: str) -> None:
    """Print the table."""
    lines = Path(path).read_text("utf-8").splitlines()
    prose = "\n\n".join(json.loads(line)["text"] for line in lines)
    large = (prose * (MEGABYTE // len(prose) + 1))[:MEGABYTE]
    packs = load_packs().packs
    note = seconds(lambda: review(prose[:3000], packs))
    rows = [
        ("packs from their files", seconds(load_packs)),
        ("a note of 3,000 code points", note),
        ("100,000 code points", seconds(lambda: review(large[:100_000], packs), 3)),
        ("1,000,000 code points", seconds(lambda: review(large, packs), 3)),
    ]
    check = proselint()
    if check:
        rows.append(("proselint, 100,000 code points", seconds(lambda: check(large[:100_000]), 1)))
    report("Checking (wall time, warm)", rows, note)


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
    main(sys.argv[1])
