"""How time grows with a text: sixteen times the text against once, for hostile texts of every kind.

A ratio near 16 is linear; 256 would be quadratic. Run: python -m tests.benchmarks.growth
"""

from collections.abc import Callable
from functools import partial

from rules.checker import checker_of
from rules.identifiers.catalogue import DETECTORS
from rules.measure import measure
from rules.private_spans import public
from rules.reading import read
from rules.render import render
from rules.review import review
from rules.sentences import sentence_ends
from rules.signs.catalogue import SIGNS
from rules.thread import pieces
from rules.week_review import review_week
from tests.benchmarks.stopwatch import seconds
from tui.opening import load_platforms
from tui.packs import load_packs

SMALL, LARGE = 5_000, 80_000
UNITS = (
    *("word ", "a.", "@@", "http://", "[", "> ", "*a ", "`", "«", "#a ", "1 2 ", "SECRET "),
    *("1", "12-", "a@", "://", "password ", "password is ", "SIN ", "eyJ", "\\\\a\\", "x.x.", "born on "),
    *("GB82 WEST ", "lives at 1 A", "-----BEGIN ", "+1 ("),
    *("||", "||a||b ", "    ||", "||a||\n- ", "> > ||a||", "S E "),
    *("\n", "``", "«a", "“a", "(", "[[[[((((", "a\n\n"),
    *("\n\n", "A day ends.\n\n", "PROTECTED B\n\n1 "),
    *(
        "password Aa1!",
        "login a/",
        "curl -u a:",
        "DB_PASSWORD=",
        "https://a",
        "A_",
        "xoxb-1",
        "a1Q~",
        "![a](",
    ),
    *("#open", "AB CD ", "“a ", "@JaneMP "),
    *("é\u0301", "\N{WOMAN}\u200d\N{GIRL}", "日本。"),
)

X = load_platforms()["x"]
PACKS = load_packs().packs


def anew(text: str) -> object:
    """The review of a text that was never read before."""
    checker_of(PACKS).forget()
    return review(text, PACKS)


WORK: dict[str, Callable[[str], object]] = {
    "sentences": lambda text: list(sentence_ends(text)),
    "reading": read,
    "review": anew,
    "week": lambda text: review_week(text, PACKS, asking=True),
    "signs": lambda text: [list(detect(text)) for detect in SIGNS.values()],
    "identifiers": lambda text: [list(detect(text)) for detect in DETECTORS.values()],
    "render": lambda text: render(text, X),
    "private": public,
    "measure": lambda text: measure(text, X),
    "pieces": lambda text: pieces(text, X),
}


def grown(work: Callable[[str], object], unit: str) -> tuple[float, float]:
    """How many times as long the large text takes as the small one, and its seconds."""
    small, large = ((unit * size)[:size] for size in (SMALL, LARGE))
    slow = seconds(partial(work, large), 1)
    return slow / seconds(partial(work, small), 3), slow


def main() -> None:
    """Print, for each kind of work, the hostile text it grows fastest with, and the slowest one."""
    for name, work in WORK.items():
        rows = [(*grown(work, unit), ascii(unit)) for unit in UNITS]
        ratio, _, steepest = max(rows)
        _, slowest, unit = max(rows, key=lambda row: row[1])
        print(f"{name:<10} grows {ratio:6.1f} × for 16 × the text ({steepest})", end="; ")
        print(f"slowest {slowest / LARGE * 1e6:6.2f} s per million code points ({unit})")


if __name__ == "__main__":
    main()
