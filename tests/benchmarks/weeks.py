"""A week in a journal of 100,000 notes against the same week in an empty one; the same notes, the same bytes.

Run: python -m tests.benchmarks.weeks
"""

import tempfile
from pathlib import Path

from rules.week import Week
from tests.benchmarks.capture import fill
from tests.benchmarks.stopwatch import report, seconds
from tests.conftest import FRIDAY
from tui.desk import Desk
from tui.opening import open_desk

WEEK = Week(2026, 47)
LINES = (
    "Five people finished the form. #forms",
    "Thanks to the library.",
    "Labels are next. #next",
    "It rained.",
)


def main() -> None:
    """Print the times, whether saved or not, and whether both journals give the same week."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = (_desk(folder, size) for size in (0, 100_000))
        texts = [desk.weeks.made(WEEK).text for desk in (small, large)]
        rolled = [seconds(lambda desk=desk: desk.weeks.made(WEEK), 40) for desk in (small, large)]  # type: ignore[misc]
        report("A week rolled up", [("alone", rolled[0]), ("among 100,000 notes", rolled[1])], rolled[0])
        for desk in (small, large):
            view = desk.week(WEEK)
            desk.save_week(view, view.text.replace("It rained.", "It rained all day."))
        merged = [seconds(lambda desk=desk: desk.weeks.made(WEEK), 40) for desk in (small, large)]  # type: ignore[misc]
        report("A week merged", [("alone", merged[0]), ("among 100,000 notes", merged[1])], merged[0])
        print("same bytes:", texts[0] == texts[1])


def _desk(folder: str, size: int) -> Desk:
    path = str(Path(folder) / f"{size}.db")
    if size:
        fill(path, size)
    desk = open_desk({"HOME": folder, "CLEARDAY_NOW": FRIDAY, "LANG": "C.UTF-8"}, journal=path)
    for day in range(16, 21):
        for line in LINES:
            desk.log(line, on=f"2026-11-{day}", at="09:00")
    return desk


if __name__ == "__main__":
    main()
